CREATE TABLE "mail_deliveries" (
	"id" text PRIMARY KEY NOT NULL,
	"accepted_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "mail_deliveries_accepted" ON "mail_deliveries" USING btree ("accepted_at");