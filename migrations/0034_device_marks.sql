CREATE TABLE "mark_keys" (
	"id" text PRIMARY KEY DEFAULT 'marks' NOT NULL,
	"key" "bytea" NOT NULL,
	CONSTRAINT "mark_keys_single" CHECK ("mark_keys"."id" = 'marks')
);
--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "mark_key" "bytea";