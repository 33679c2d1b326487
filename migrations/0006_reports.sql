CREATE TABLE "report_approvals" (
	"cohort_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "report_approvals_cohort_id_member_id_pk" PRIMARY KEY("cohort_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "report_contributions" (
	"cohort_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"prompt" text NOT NULL,
	"text" text NOT NULL,
	CONSTRAINT "report_contributions_member_id_prompt_pk" PRIMARY KEY("member_id","prompt")
);
--> statement-breakpoint
CREATE TABLE "reports" (
	"cohort_id" uuid PRIMARY KEY NOT NULL,
	"composer_id" uuid,
	"fields" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"released_at" timestamp with time zone,
	"expires_on" date
);
--> statement-breakpoint
ALTER TABLE "report_approvals" ADD CONSTRAINT "report_approvals_cohort_id_reports_cohort_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."reports"("cohort_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_approvals" ADD CONSTRAINT "report_approvals_member_id_cohort_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."cohort_members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_contributions" ADD CONSTRAINT "report_contributions_cohort_id_cohorts_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohorts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_contributions" ADD CONSTRAINT "report_contributions_member_id_cohort_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."cohort_members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_cohort_id_cohorts_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohorts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_composer_id_cohort_members_id_fk" FOREIGN KEY ("composer_id") REFERENCES "public"."cohort_members"("id") ON DELETE no action ON UPDATE no action;