ALTER TABLE "assessment_rounds" DROP CONSTRAINT "assessment_rounds_peer_id_cohort_members_id_fk";
--> statement-breakpoint
ALTER TABLE "assessment_rounds" DROP CONSTRAINT "assessment_rounds_thinker_id_cohort_members_id_fk";
--> statement-breakpoint
ALTER TABLE "assessment_rounds" ADD COLUMN "preparation_version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "assessment_rounds" ADD COLUMN "is_release_dropped" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "assessment_rounds" ADD CONSTRAINT "assessment_rounds_peer_id_cohort_members_id_fk" FOREIGN KEY ("peer_id") REFERENCES "public"."cohort_members"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment_rounds" ADD CONSTRAINT "assessment_rounds_thinker_id_cohort_members_id_fk" FOREIGN KEY ("thinker_id") REFERENCES "public"."cohort_members"("id") ON DELETE set null ON UPDATE no action;