CREATE TABLE "directory_people" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"directory_id" uuid NOT NULL,
	"granted_roles" text[] DEFAULT '{}'::text[] NOT NULL,
	"granted_departments" uuid[] DEFAULT '{}'::uuid[] NOT NULL,
	"missing_since" date
);
--> statement-breakpoint
CREATE TABLE "directory_rules" (
	"id" uuid PRIMARY KEY NOT NULL,
	"directory_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"claim" text NOT NULL,
	"comparison" text NOT NULL,
	"value" text NOT NULL,
	"role" text,
	"department_id" uuid
);
--> statement-breakpoint
CREATE TABLE "ldap_directories" (
	"directory_id" uuid PRIMARY KEY NOT NULL,
	"address" text NOT NULL,
	"starts_tls" boolean NOT NULL,
	"authority" text,
	"bind_name" text NOT NULL,
	"secret_key" text,
	"sealed_secret" text,
	"base" text NOT NULL,
	"person_filter" text NOT NULL,
	"group_base" text,
	"group_filter" text NOT NULL,
	"id_attribute" text NOT NULL,
	"name_attribute" text NOT NULL,
	"mail_attribute" text NOT NULL,
	"enabled" boolean NOT NULL,
	"only_matched" boolean NOT NULL,
	"signs_in" boolean NOT NULL,
	"version" integer NOT NULL,
	"taken_at" timestamp with time zone,
	"fault" text
);
--> statement-breakpoint
ALTER TABLE "directory_people" ADD CONSTRAINT "directory_people_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "directory_people" ADD CONSTRAINT "directory_people_directory_id_directories_id_fk" FOREIGN KEY ("directory_id") REFERENCES "public"."directories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "directory_rules" ADD CONSTRAINT "directory_rules_directory_id_directories_id_fk" FOREIGN KEY ("directory_id") REFERENCES "public"."directories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "directory_rules" ADD CONSTRAINT "directory_rules_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ldap_directories" ADD CONSTRAINT "ldap_directories_directory_id_directories_id_fk" FOREIGN KEY ("directory_id") REFERENCES "public"."directories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "directory_people_directory" ON "directory_people" USING btree ("directory_id");--> statement-breakpoint
CREATE INDEX "directory_rules_directory" ON "directory_rules" USING btree ("directory_id","position");--> statement-breakpoint
CREATE INDEX "directory_rules_department" ON "directory_rules" USING btree ("department_id");