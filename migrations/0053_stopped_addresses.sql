CREATE TABLE "mail_keys" (
	"id" text PRIMARY KEY DEFAULT 'mail' NOT NULL,
	"key" "bytea" NOT NULL,
	CONSTRAINT "mail_keys_single" CHECK ("mail_keys"."id" = 'mail')
);
--> statement-breakpoint
CREATE TABLE "stopped_addresses" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"address_key" text NOT NULL,
	"code" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "stopped_addresses_address" UNIQUE("address_key")
);
--> statement-breakpoint
ALTER TABLE "stopped_addresses" ADD CONSTRAINT "stopped_addresses_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "stopped_addresses_person" ON "stopped_addresses" USING btree ("person_id");