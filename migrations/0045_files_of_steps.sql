CREATE TABLE "step_files" (
	"id" uuid PRIMARY KEY NOT NULL,
	"cohort_step_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"member_id" uuid,
	"name" text NOT NULL,
	"media_type" text NOT NULL,
	"image" boolean NOT NULL,
	"caption" text NOT NULL,
	"bytes" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "step_files" ADD CONSTRAINT "step_files_cohort_step_id_cohort_steps_id_fk" FOREIGN KEY ("cohort_step_id") REFERENCES "public"."cohort_steps"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "step_files" ADD CONSTRAINT "step_files_member_id_cohort_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."cohort_members"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "step_files_step" ON "step_files" USING btree ("cohort_step_id","id");--> statement-breakpoint
CREATE INDEX "step_files_member" ON "step_files" USING btree ("member_id");