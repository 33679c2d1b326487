CREATE TABLE "role_requests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"cohort_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"requester_id" uuid,
	"reason" text NOT NULL,
	"requested_on" date NOT NULL,
	"granted" boolean,
	"decided_on" date,
	"answer" text DEFAULT '' NOT NULL,
	CONSTRAINT "role_requests_member" UNIQUE("member_id")
);
--> statement-breakpoint
ALTER TABLE "assessment_rounds" ADD COLUMN "chosen" jsonb;--> statement-breakpoint
ALTER TABLE "role_requests" ADD CONSTRAINT "role_requests_cohort_id_cohorts_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohorts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_requests" ADD CONSTRAINT "role_requests_member_id_cohort_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."cohort_members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_requests" ADD CONSTRAINT "role_requests_requester_id_cohort_members_id_fk" FOREIGN KEY ("requester_id") REFERENCES "public"."cohort_members"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "role_requests_cohort" ON "role_requests" USING btree ("cohort_id");--> statement-breakpoint
CREATE INDEX "role_requests_requester" ON "role_requests" USING btree ("requester_id");