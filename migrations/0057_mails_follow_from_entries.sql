CREATE TABLE "digest_marks" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"daily" uuid,
	"weekly" uuid
);
--> statement-breakpoint
CREATE TABLE "mail_rests" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"quiet_from" integer,
	"quiet_until" integer,
	"quiet_on_days_off" boolean DEFAULT false NOT NULL,
	"paused_until" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "mail_times" (
	"person_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"mail_time" text NOT NULL,
	CONSTRAINT "mail_times_person_id_reason_pk" PRIMARY KEY("person_id","reason")
);
--> statement-breakpoint
ALTER TABLE "inbox_entries" ADD COLUMN "mail_due" text;--> statement-breakpoint
ALTER TABLE "inbox_entries" ADD COLUMN "mail_job" uuid;--> statement-breakpoint
ALTER TABLE "inbox_entries" ADD COLUMN "mailed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "digest_marks" ADD CONSTRAINT "digest_marks_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_rests" ADD CONSTRAINT "mail_rests_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_times" ADD CONSTRAINT "mail_times_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "inbox_entries_mailed" ON "inbox_entries" USING btree ("person_id","group_id") WHERE mailed_at is not null;
--> statement-breakpoint
INSERT INTO "mail_times" ("person_id", "reason", "mail_time")
SELECT p."id", moved."reason", 'never'
FROM "people" p JOIN (VALUES
	('answers', 'forum.answered'),
	('asked-back', 'forum.asked-back'),
	('minutes', 'qualification.minutes'),
	('agreements', 'qualification.agreement-answered'),
	('reports', 'qualification.report'),
	('certificates', 'qualification.certificate')
) AS moved("kind", "reason") ON moved."kind" = ANY (p."mail_off")
ON CONFLICT DO NOTHING;
