CREATE TABLE "rules_acceptances" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"edition_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rules_comments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"edition_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"body" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rules_editions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" integer,
	"body" text NOT NULL,
	"html" text NOT NULL,
	"summary" text NOT NULL,
	"source" text NOT NULL,
	"proposed_by_id" uuid NOT NULL,
	"comments_until" date NOT NULL,
	"published_on" date,
	"is_asked" boolean NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "rules_editions_number" UNIQUE("number")
);
--> statement-breakpoint
CREATE TABLE "event_answers" (
	"event_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"is_coming" boolean NOT NULL,
	CONSTRAINT "event_answers_event_id_person_id_pk" PRIMARY KEY("event_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "event_departments" (
	"event_id" uuid NOT NULL,
	"department_id" uuid NOT NULL,
	CONSTRAINT "event_departments_event_id_department_id_pk" PRIMARY KEY("event_id","department_id")
);
--> statement-breakpoint
CREATE TABLE "events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"cohort_id" uuid NOT NULL,
	"title" text NOT NULL,
	"agenda" text NOT NULL,
	"html" text NOT NULL,
	"hosts" text NOT NULL,
	"place" text NOT NULL,
	"link" text NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"audience" text NOT NULL,
	"is_invited" boolean DEFAULT false NOT NULL,
	"sequence" integer DEFAULT 0 NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"cancelled_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "objection_supports" (
	"objection_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	CONSTRAINT "objection_supports_objection_id_person_id_pk" PRIMARY KEY("objection_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "objections" (
	"id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"words" text NOT NULL,
	"author_id" uuid,
	"raised_on" date NOT NULL,
	"is_from_room" boolean NOT NULL,
	"mark" text DEFAULT 'open' NOT NULL,
	"answer" text DEFAULT '' NOT NULL,
	"who" text DEFAULT '' NOT NULL,
	"until" date,
	"done_on" date,
	"link" text DEFAULT '' NOT NULL,
	"link_title" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "objections_words" UNIQUE("event_id","words")
);
--> statement-breakpoint
ALTER TABLE "rules_acceptances" ADD CONSTRAINT "rules_acceptances_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rules_acceptances" ADD CONSTRAINT "rules_acceptances_edition_id_rules_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."rules_editions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rules_comments" ADD CONSTRAINT "rules_comments_edition_id_rules_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."rules_editions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rules_comments" ADD CONSTRAINT "rules_comments_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rules_editions" ADD CONSTRAINT "rules_editions_proposed_by_id_people_id_fk" FOREIGN KEY ("proposed_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_answers" ADD CONSTRAINT "event_answers_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_answers" ADD CONSTRAINT "event_answers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_departments" ADD CONSTRAINT "event_departments_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_departments" ADD CONSTRAINT "event_departments_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_cohort_id_cohorts_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohorts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "objection_supports" ADD CONSTRAINT "objection_supports_objection_id_objections_id_fk" FOREIGN KEY ("objection_id") REFERENCES "public"."objections"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "objection_supports" ADD CONSTRAINT "objection_supports_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "objections" ADD CONSTRAINT "objections_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "objections" ADD CONSTRAINT "objections_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "rules_acceptances_edition" ON "rules_acceptances" USING btree ("edition_id");--> statement-breakpoint
CREATE INDEX "rules_comments_edition" ON "rules_comments" USING btree ("edition_id");--> statement-breakpoint
CREATE INDEX "rules_comments_author" ON "rules_comments" USING btree ("author_id");--> statement-breakpoint
CREATE UNIQUE INDEX "rules_editions_draft" ON "rules_editions" USING btree ((number is null)) WHERE number is null;--> statement-breakpoint
CREATE INDEX "rules_editions_proposed_by" ON "rules_editions" USING btree ("proposed_by_id");--> statement-breakpoint
CREATE INDEX "event_answers_person" ON "event_answers" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "event_departments_department" ON "event_departments" USING btree ("department_id");--> statement-breakpoint
CREATE INDEX "events_cohort" ON "events" USING btree ("cohort_id");--> statement-breakpoint
CREATE INDEX "events_ends" ON "events" USING btree ("ends_at");--> statement-breakpoint
CREATE INDEX "objection_supports_person" ON "objection_supports" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "objections_author" ON "objections" USING btree ("author_id");