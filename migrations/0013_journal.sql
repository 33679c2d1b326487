CREATE TABLE "journal_entries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"cohort_id" uuid,
	"cohort_step_id" uuid,
	"written_on" date NOT NULL,
	"key_id" text NOT NULL,
	"sealed" text NOT NULL,
	"shared_cohort_id" uuid,
	"shared_with" text,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "journal_entries" ADD CONSTRAINT "journal_entries_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journal_entries" ADD CONSTRAINT "journal_entries_cohort_id_cohorts_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohorts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journal_entries" ADD CONSTRAINT "journal_entries_cohort_step_id_cohort_steps_id_fk" FOREIGN KEY ("cohort_step_id") REFERENCES "public"."cohort_steps"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journal_entries" ADD CONSTRAINT "journal_entries_shared_cohort_id_cohorts_id_fk" FOREIGN KEY ("shared_cohort_id") REFERENCES "public"."cohorts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "journal_entries_person" ON "journal_entries" USING btree ("person_id","id");--> statement-breakpoint
CREATE INDEX "journal_entries_shared" ON "journal_entries" USING btree ("shared_cohort_id");--> statement-breakpoint
CREATE INDEX "journal_entries_key" ON "journal_entries" USING btree ("key_id","id");