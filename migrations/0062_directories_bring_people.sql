CREATE TABLE "directories" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"invites" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "directory_tokens" (
	"id" uuid PRIMARY KEY NOT NULL,
	"directory_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"scope" text NOT NULL,
	"created_on" date NOT NULL,
	"expires_on" text NOT NULL,
	"used_on" text,
	CONSTRAINT "directory_tokens_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "departments" ADD COLUMN "directory" uuid;--> statement-breakpoint
ALTER TABLE "departments" ADD COLUMN "external_id" text;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "directory" uuid;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "external_id" text;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "user_name" text;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "given_name" text;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "family_name" text;--> statement-breakpoint
ALTER TABLE "directory_tokens" ADD CONSTRAINT "directory_tokens_directory_id_directories_id_fk" FOREIGN KEY ("directory_id") REFERENCES "public"."directories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "directory_tokens_directory" ON "directory_tokens" USING btree ("directory_id");--> statement-breakpoint
ALTER TABLE "departments" ADD CONSTRAINT "departments_directory_directories_id_fk" FOREIGN KEY ("directory") REFERENCES "public"."directories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_directory_directories_id_fk" FOREIGN KEY ("directory") REFERENCES "public"."directories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "departments_directory" ON "departments" USING btree ("directory") WHERE directory is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "people_user_name" ON "people" USING btree ("directory",lower("user_name")) WHERE directory is not null;--> statement-breakpoint
CREATE INDEX "people_external_id" ON "people" USING btree ("external_id") WHERE external_id is not null;