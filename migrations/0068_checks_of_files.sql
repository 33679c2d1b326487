CREATE TABLE "file_checking" (
	"id" text PRIMARY KEY NOT NULL,
	"is_on" boolean NOT NULL,
	"on_since" timestamp with time zone,
	"away_since" timestamp with time zone,
	CONSTRAINT "file_checking_single" CHECK ("file_checking"."id" = 'clamd')
);
--> statement-breakpoint
CREATE TABLE "file_checks" (
	"file_id" uuid PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"is_former" boolean NOT NULL,
	"next_at" timestamp with time zone NOT NULL,
	"checked_at" timestamp with time zone,
	"signature" text,
	"fault" text
);
--> statement-breakpoint
CREATE INDEX "file_checks_waiting" ON "file_checks" USING btree ("is_former","next_at") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "file_checks_infected" ON "file_checks" USING btree ("file_id") WHERE state = 'infected';