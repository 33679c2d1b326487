CREATE TABLE "consulting_ballots" (
	"cohort_step_id" uuid PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE "consulting_lines" (
	"id" uuid PRIMARY KEY NOT NULL,
	"consulting_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"body" text NOT NULL,
	"member_id" uuid
);
--> statement-breakpoint
CREATE TABLE "consulting_topics" (
	"id" uuid PRIMARY KEY NOT NULL,
	"cohort_step_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"title" text NOT NULL,
	"question" text NOT NULL,
	"votes" integer DEFAULT 0 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "consulting_votes" (
	"topic_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	CONSTRAINT "consulting_votes_topic_id_member_id_pk" PRIMARY KEY("topic_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "consultings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"cohort_step_id" uuid NOT NULL,
	"topic_id" uuid,
	"case_giver_id" uuid NOT NULL,
	"moderator_id" uuid,
	"title" text NOT NULL,
	"question" text NOT NULL,
	"form" text NOT NULL,
	"ended" boolean DEFAULT false NOT NULL,
	"shared" boolean DEFAULT false NOT NULL,
	"decision" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "consulting_ballots" ADD CONSTRAINT "consulting_ballots_cohort_step_id_cohort_steps_id_fk" FOREIGN KEY ("cohort_step_id") REFERENCES "public"."cohort_steps"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consulting_lines" ADD CONSTRAINT "consulting_lines_consulting_id_consultings_id_fk" FOREIGN KEY ("consulting_id") REFERENCES "public"."consultings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consulting_lines" ADD CONSTRAINT "consulting_lines_member_id_cohort_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."cohort_members"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consulting_topics" ADD CONSTRAINT "consulting_topics_cohort_step_id_cohort_steps_id_fk" FOREIGN KEY ("cohort_step_id") REFERENCES "public"."cohort_steps"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consulting_topics" ADD CONSTRAINT "consulting_topics_member_id_cohort_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."cohort_members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consulting_votes" ADD CONSTRAINT "consulting_votes_topic_id_consulting_topics_id_fk" FOREIGN KEY ("topic_id") REFERENCES "public"."consulting_topics"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consulting_votes" ADD CONSTRAINT "consulting_votes_member_id_cohort_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."cohort_members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultings" ADD CONSTRAINT "consultings_cohort_step_id_cohort_steps_id_fk" FOREIGN KEY ("cohort_step_id") REFERENCES "public"."cohort_steps"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultings" ADD CONSTRAINT "consultings_topic_id_consulting_topics_id_fk" FOREIGN KEY ("topic_id") REFERENCES "public"."consulting_topics"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultings" ADD CONSTRAINT "consultings_case_giver_id_cohort_members_id_fk" FOREIGN KEY ("case_giver_id") REFERENCES "public"."cohort_members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultings" ADD CONSTRAINT "consultings_moderator_id_cohort_members_id_fk" FOREIGN KEY ("moderator_id") REFERENCES "public"."cohort_members"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "consulting_lines_consulting" ON "consulting_lines" USING btree ("consulting_id","id");--> statement-breakpoint
CREATE INDEX "consulting_topics_step" ON "consulting_topics" USING btree ("cohort_step_id","id");--> statement-breakpoint
CREATE INDEX "consultings_step" ON "consultings" USING btree ("cohort_step_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "consultings_running" ON "consultings" USING btree ("cohort_step_id") WHERE not ended;