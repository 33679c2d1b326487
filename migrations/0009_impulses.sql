CREATE TABLE "impulse_answers" (
	"cohort_step_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"state" text NOT NULL,
	"answers" jsonb NOT NULL,
	"shared_with" text,
	"shared_answers" jsonb,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "impulse_answers_cohort_step_id_member_id_pk" PRIMARY KEY("cohort_step_id","member_id")
);
--> statement-breakpoint
ALTER TABLE "impulse_answers" ADD CONSTRAINT "impulse_answers_cohort_step_id_cohort_steps_id_fk" FOREIGN KEY ("cohort_step_id") REFERENCES "public"."cohort_steps"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "impulse_answers" ADD CONSTRAINT "impulse_answers_member_id_cohort_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."cohort_members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "impulse_answers_member" ON "impulse_answers" USING btree ("member_id");