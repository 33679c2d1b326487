CREATE TABLE "experiences" (
	"member_id" uuid PRIMARY KEY NOT NULL,
	"cohort_id" uuid NOT NULL,
	"anonymous" boolean NOT NULL,
	"media" text[] NOT NULL,
	"answers" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "work_processes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"cohort_id" uuid NOT NULL,
	"title" text NOT NULL,
	"steps" text NOT NULL,
	"media" text NOT NULL,
	"pain" text NOT NULL,
	"change" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "experiences" ADD CONSTRAINT "experiences_member_id_cohort_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."cohort_members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "experiences" ADD CONSTRAINT "experiences_cohort_id_cohorts_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohorts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_processes" ADD CONSTRAINT "work_processes_cohort_id_cohorts_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohorts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "experiences_cohort" ON "experiences" USING btree ("cohort_id");--> statement-breakpoint
CREATE INDEX "work_processes_cohort" ON "work_processes" USING btree ("cohort_id");