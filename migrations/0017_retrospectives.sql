CREATE TABLE "lessons" (
	"id" uuid PRIMARY KEY NOT NULL,
	"cohort_id" uuid,
	"family_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"released_on" date,
	"started_on" date NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "retrospective_cards" (
	"id" uuid PRIMARY KEY NOT NULL,
	"cohort_id" uuid NOT NULL,
	"heading" text NOT NULL,
	"body" text NOT NULL,
	"group_id" uuid,
	"member_id" uuid,
	"votes" integer,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "retrospective_groups" (
	"id" uuid PRIMARY KEY NOT NULL,
	"cohort_id" uuid NOT NULL,
	"heading" text NOT NULL,
	"title" text NOT NULL,
	"votes" integer,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "retrospective_votes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"cohort_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"card_id" uuid,
	"group_id" uuid,
	CONSTRAINT "retrospective_votes_card" UNIQUE("member_id","card_id"),
	CONSTRAINT "retrospective_votes_group" UNIQUE("member_id","group_id")
);
--> statement-breakpoint
CREATE TABLE "retrospectives" (
	"cohort_id" uuid PRIMARY KEY NOT NULL,
	"stage" text DEFAULT 'collecting' NOT NULL
);
--> statement-breakpoint
ALTER TABLE "lessons" ADD CONSTRAINT "lessons_cohort_id_cohorts_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohorts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retrospective_cards" ADD CONSTRAINT "retrospective_cards_cohort_id_cohorts_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohorts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retrospective_cards" ADD CONSTRAINT "retrospective_cards_group_id_retrospective_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."retrospective_groups"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retrospective_cards" ADD CONSTRAINT "retrospective_cards_member_id_cohort_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."cohort_members"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retrospective_groups" ADD CONSTRAINT "retrospective_groups_cohort_id_cohorts_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohorts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retrospective_votes" ADD CONSTRAINT "retrospective_votes_cohort_id_cohorts_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohorts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retrospective_votes" ADD CONSTRAINT "retrospective_votes_member_id_cohort_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."cohort_members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retrospective_votes" ADD CONSTRAINT "retrospective_votes_card_id_retrospective_cards_id_fk" FOREIGN KEY ("card_id") REFERENCES "public"."retrospective_cards"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retrospective_votes" ADD CONSTRAINT "retrospective_votes_group_id_retrospective_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."retrospective_groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retrospectives" ADD CONSTRAINT "retrospectives_cohort_id_cohorts_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohorts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "lessons_cohort" ON "lessons" USING btree ("cohort_id");--> statement-breakpoint
CREATE INDEX "lessons_family" ON "lessons" USING btree ("family_id","released_on");--> statement-breakpoint
CREATE INDEX "retrospective_cards_cohort" ON "retrospective_cards" USING btree ("cohort_id");--> statement-breakpoint
CREATE INDEX "retrospective_groups_cohort" ON "retrospective_groups" USING btree ("cohort_id");