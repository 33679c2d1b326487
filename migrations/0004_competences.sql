CREATE TABLE "competence_choices" (
	"cohort_id" uuid PRIMARY KEY NOT NULL,
	"competences" text[] NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "self_ratings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"point" text NOT NULL,
	"ratings" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "self_ratings_once" UNIQUE("member_id","point")
);
--> statement-breakpoint
CREATE TABLE "evidence" (
	"id" uuid PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"address" text NOT NULL,
	"copy" text NOT NULL,
	"sentence" text NOT NULL,
	"competences" text[] NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "assessment_confirmations" (
	"round_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"confirmed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "assessment_confirmations_round_id_member_id_pk" PRIMARY KEY("round_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "assessment_observations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"round_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"competence" text,
	"text" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "assessment_ratings" (
	"round_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"ratings" jsonb NOT NULL,
	"submitted" boolean NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "assessment_ratings_round_id_member_id_pk" PRIMARY KEY("round_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "assessment_results" (
	"round_id" uuid NOT NULL,
	"competence" text NOT NULL,
	"level" integer NOT NULL,
	"reason" text NOT NULL,
	"evidence" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "assessment_results_round_id_competence_pk" PRIMARY KEY("round_id","competence")
);
--> statement-breakpoint
CREATE TABLE "assessment_rounds" (
	"id" uuid PRIMARY KEY NOT NULL,
	"cohort_id" uuid NOT NULL,
	"learner_id" uuid NOT NULL,
	"peer_id" uuid,
	"facilitator_id" uuid NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"place" text DEFAULT '' NOT NULL,
	"situations" jsonb NOT NULL,
	"released" jsonb,
	"competences" text[] NOT NULL,
	"begun_at" timestamp with time zone,
	"sentences" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"plan_version" integer DEFAULT 1 NOT NULL,
	"think_until" date,
	"thinker_id" uuid,
	"is_reopened" boolean DEFAULT false NOT NULL,
	"confirmed_at" timestamp with time zone,
	"notes_until" date NOT NULL,
	"notes_deleted" boolean DEFAULT false NOT NULL,
	CONSTRAINT "assessment_rounds_learner" UNIQUE("learner_id")
);
--> statement-breakpoint
ALTER TABLE "competence_choices" ADD CONSTRAINT "competence_choices_cohort_id_cohorts_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohorts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "self_ratings" ADD CONSTRAINT "self_ratings_member_id_cohort_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."cohort_members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_member_id_cohort_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."cohort_members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment_confirmations" ADD CONSTRAINT "assessment_confirmations_round_id_assessment_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."assessment_rounds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment_confirmations" ADD CONSTRAINT "assessment_confirmations_member_id_cohort_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."cohort_members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment_observations" ADD CONSTRAINT "assessment_observations_round_id_assessment_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."assessment_rounds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment_observations" ADD CONSTRAINT "assessment_observations_member_id_cohort_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."cohort_members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment_ratings" ADD CONSTRAINT "assessment_ratings_round_id_assessment_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."assessment_rounds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment_ratings" ADD CONSTRAINT "assessment_ratings_member_id_cohort_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."cohort_members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment_results" ADD CONSTRAINT "assessment_results_round_id_assessment_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."assessment_rounds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment_rounds" ADD CONSTRAINT "assessment_rounds_cohort_id_cohorts_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohorts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment_rounds" ADD CONSTRAINT "assessment_rounds_learner_id_cohort_members_id_fk" FOREIGN KEY ("learner_id") REFERENCES "public"."cohort_members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment_rounds" ADD CONSTRAINT "assessment_rounds_peer_id_cohort_members_id_fk" FOREIGN KEY ("peer_id") REFERENCES "public"."cohort_members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment_rounds" ADD CONSTRAINT "assessment_rounds_facilitator_id_cohort_members_id_fk" FOREIGN KEY ("facilitator_id") REFERENCES "public"."cohort_members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment_rounds" ADD CONSTRAINT "assessment_rounds_thinker_id_cohort_members_id_fk" FOREIGN KEY ("thinker_id") REFERENCES "public"."cohort_members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "evidence_member" ON "evidence" USING btree ("member_id","id");--> statement-breakpoint
CREATE INDEX "assessment_observations_round" ON "assessment_observations" USING btree ("round_id","id");--> statement-breakpoint
CREATE INDEX "assessment_rounds_cohort" ON "assessment_rounds" USING btree ("cohort_id","starts_at");--> statement-breakpoint
CREATE INDEX "assessment_rounds_notes" ON "assessment_rounds" USING btree ("notes_until");