ALTER TABLE "stopped_addresses" ALTER COLUMN "person_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "stopped_addresses" ADD COLUMN "department_id" uuid;--> statement-breakpoint
ALTER TABLE "stopped_addresses" ADD CONSTRAINT "stopped_addresses_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "stopped_addresses_department" ON "stopped_addresses" USING btree ("department_id");--> statement-breakpoint
ALTER TABLE "stopped_addresses" ADD CONSTRAINT "stopped_addresses_holder" CHECK (num_nonnulls("stopped_addresses"."person_id", "stopped_addresses"."department_id") = 1);