ALTER TABLE "attendances" DROP CONSTRAINT "attendances_cohort_step_id_cohort_steps_id_fk";
--> statement-breakpoint
ALTER TABLE "attendances" DROP CONSTRAINT "attendances_member_id_cohort_members_id_fk";
--> statement-breakpoint
ALTER TABLE "cohort_members" DROP CONSTRAINT "cohort_members_cohort_id_cohorts_id_fk";
--> statement-breakpoint
ALTER TABLE "cohort_steps" DROP CONSTRAINT "cohort_steps_cohort_id_cohorts_id_fk";
--> statement-breakpoint
ALTER TABLE "competence_choices" DROP CONSTRAINT "competence_choices_cohort_id_cohorts_id_fk";
--> statement-breakpoint
ALTER TABLE "self_ratings" DROP CONSTRAINT "self_ratings_member_id_cohort_members_id_fk";
--> statement-breakpoint
ALTER TABLE "evidence" DROP CONSTRAINT "evidence_member_id_cohort_members_id_fk";
--> statement-breakpoint
ALTER TABLE "assessment_confirmations" DROP CONSTRAINT "assessment_confirmations_member_id_cohort_members_id_fk";
--> statement-breakpoint
ALTER TABLE "assessment_observations" DROP CONSTRAINT "assessment_observations_member_id_cohort_members_id_fk";
--> statement-breakpoint
ALTER TABLE "assessment_ratings" DROP CONSTRAINT "assessment_ratings_member_id_cohort_members_id_fk";
--> statement-breakpoint
ALTER TABLE "assessment_rounds" DROP CONSTRAINT "assessment_rounds_cohort_id_cohorts_id_fk";
--> statement-breakpoint
ALTER TABLE "assessment_rounds" DROP CONSTRAINT "assessment_rounds_learner_id_cohort_members_id_fk";
--> statement-breakpoint
ALTER TABLE "assessment_rounds" DROP CONSTRAINT "assessment_rounds_peer_id_cohort_members_id_fk";
--> statement-breakpoint
ALTER TABLE "assessment_rounds" DROP CONSTRAINT "assessment_rounds_facilitator_id_cohort_members_id_fk";
--> statement-breakpoint
ALTER TABLE "assessment_rounds" DROP CONSTRAINT "assessment_rounds_thinker_id_cohort_members_id_fk";
--> statement-breakpoint
ALTER TABLE "plan_versions" DROP CONSTRAINT "plan_versions_plan_id_plans_id_fk";
--> statement-breakpoint
ALTER TABLE "plans" DROP CONSTRAINT "plans_cohort_id_cohorts_id_fk";
--> statement-breakpoint
ALTER TABLE "report_approvals" DROP CONSTRAINT "report_approvals_cohort_id_reports_cohort_id_fk";
--> statement-breakpoint
ALTER TABLE "report_approvals" DROP CONSTRAINT "report_approvals_member_id_cohort_members_id_fk";
--> statement-breakpoint
ALTER TABLE "report_contributions" DROP CONSTRAINT "report_contributions_cohort_id_cohorts_id_fk";
--> statement-breakpoint
ALTER TABLE "report_contributions" DROP CONSTRAINT "report_contributions_member_id_cohort_members_id_fk";
--> statement-breakpoint
ALTER TABLE "reports" DROP CONSTRAINT "reports_cohort_id_cohorts_id_fk";
--> statement-breakpoint
ALTER TABLE "reports" DROP CONSTRAINT "reports_composer_id_cohort_members_id_fk";
--> statement-breakpoint
ALTER TABLE "session_entries" DROP CONSTRAINT "session_entries_cohort_step_id_cohort_steps_id_fk";
--> statement-breakpoint
ALTER TABLE "session_entries" DROP CONSTRAINT "session_entries_member_id_cohort_members_id_fk";
--> statement-breakpoint
ALTER TABLE "session_minutes" DROP CONSTRAINT "session_minutes_cohort_step_id_cohort_steps_id_fk";
--> statement-breakpoint
ALTER TABLE "session_notes" DROP CONSTRAINT "session_notes_cohort_step_id_cohort_steps_id_fk";
--> statement-breakpoint
ALTER TABLE "session_photos" DROP CONSTRAINT "session_photos_cohort_step_id_cohort_steps_id_fk";
--> statement-breakpoint
ALTER TABLE "session_photos" DROP CONSTRAINT "session_photos_member_id_cohort_members_id_fk";
--> statement-breakpoint
ALTER TABLE "session_rounds" DROP CONSTRAINT "session_rounds_cohort_step_id_cohort_steps_id_fk";
--> statement-breakpoint
ALTER TABLE "session_rounds" DROP CONSTRAINT "session_rounds_member_id_cohort_members_id_fk";
--> statement-breakpoint
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_cohort_step_id_cohort_steps_id_fk" FOREIGN KEY ("cohort_step_id") REFERENCES "public"."cohort_steps"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_member_id_cohort_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."cohort_members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cohort_members" ADD CONSTRAINT "cohort_members_cohort_id_cohorts_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohorts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cohort_steps" ADD CONSTRAINT "cohort_steps_cohort_id_cohorts_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohorts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "competence_choices" ADD CONSTRAINT "competence_choices_cohort_id_cohorts_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohorts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "self_ratings" ADD CONSTRAINT "self_ratings_member_id_cohort_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."cohort_members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_member_id_cohort_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."cohort_members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment_confirmations" ADD CONSTRAINT "assessment_confirmations_member_id_cohort_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."cohort_members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment_observations" ADD CONSTRAINT "assessment_observations_member_id_cohort_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."cohort_members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment_ratings" ADD CONSTRAINT "assessment_ratings_member_id_cohort_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."cohort_members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment_rounds" ADD CONSTRAINT "assessment_rounds_cohort_id_cohorts_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohorts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment_rounds" ADD CONSTRAINT "assessment_rounds_learner_id_cohort_members_id_fk" FOREIGN KEY ("learner_id") REFERENCES "public"."cohort_members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment_rounds" ADD CONSTRAINT "assessment_rounds_peer_id_cohort_members_id_fk" FOREIGN KEY ("peer_id") REFERENCES "public"."cohort_members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment_rounds" ADD CONSTRAINT "assessment_rounds_facilitator_id_cohort_members_id_fk" FOREIGN KEY ("facilitator_id") REFERENCES "public"."cohort_members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment_rounds" ADD CONSTRAINT "assessment_rounds_thinker_id_cohort_members_id_fk" FOREIGN KEY ("thinker_id") REFERENCES "public"."cohort_members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_versions" ADD CONSTRAINT "plan_versions_plan_id_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plans"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plans" ADD CONSTRAINT "plans_cohort_id_cohorts_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohorts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_approvals" ADD CONSTRAINT "report_approvals_cohort_id_reports_cohort_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."reports"("cohort_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_approvals" ADD CONSTRAINT "report_approvals_member_id_cohort_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."cohort_members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_contributions" ADD CONSTRAINT "report_contributions_cohort_id_cohorts_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohorts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_contributions" ADD CONSTRAINT "report_contributions_member_id_cohort_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."cohort_members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_cohort_id_cohorts_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohorts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_composer_id_cohort_members_id_fk" FOREIGN KEY ("composer_id") REFERENCES "public"."cohort_members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_entries" ADD CONSTRAINT "session_entries_cohort_step_id_cohort_steps_id_fk" FOREIGN KEY ("cohort_step_id") REFERENCES "public"."cohort_steps"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_entries" ADD CONSTRAINT "session_entries_member_id_cohort_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."cohort_members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_minutes" ADD CONSTRAINT "session_minutes_cohort_step_id_cohort_steps_id_fk" FOREIGN KEY ("cohort_step_id") REFERENCES "public"."cohort_steps"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_notes" ADD CONSTRAINT "session_notes_cohort_step_id_cohort_steps_id_fk" FOREIGN KEY ("cohort_step_id") REFERENCES "public"."cohort_steps"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_photos" ADD CONSTRAINT "session_photos_cohort_step_id_cohort_steps_id_fk" FOREIGN KEY ("cohort_step_id") REFERENCES "public"."cohort_steps"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_photos" ADD CONSTRAINT "session_photos_member_id_cohort_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."cohort_members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_rounds" ADD CONSTRAINT "session_rounds_cohort_step_id_cohort_steps_id_fk" FOREIGN KEY ("cohort_step_id") REFERENCES "public"."cohort_steps"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_rounds" ADD CONSTRAINT "session_rounds_member_id_cohort_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."cohort_members"("id") ON DELETE cascade ON UPDATE no action;