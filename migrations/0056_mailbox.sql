CREATE TABLE "mail_attempts" (
	"id" text PRIMARY KEY NOT NULL,
	"count" integer NOT NULL,
	"begun_at" timestamp with time zone NOT NULL,
	"next_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "mailbox_reader" (
	"id" text PRIMARY KEY NOT NULL,
	"reader" uuid,
	"held_until" timestamp with time zone,
	"looked_at" timestamp with time zone,
	"mail_at" timestamp with time zone,
	"fault" text,
	"fault_since" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "mail_deliveries" ADD COLUMN "recipient" text;