CREATE TABLE "certificates" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"member_id" uuid,
	"cohort_id" uuid,
	"holder_id" uuid,
	"issuer_id" uuid,
	"programme_id" uuid NOT NULL,
	"content" jsonb NOT NULL,
	"issued_at" timestamp with time zone NOT NULL,
	"revoked_on" date,
	"revoked_reason" text,
	"revoker_id" uuid,
	"shows_name" boolean DEFAULT false NOT NULL,
	"shows_competences" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"status_index" integer NOT NULL,
	CONSTRAINT "certificates_code" UNIQUE("code"),
	CONSTRAINT "certificates_status" UNIQUE("status_index")
);
--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_member_id_cohort_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."cohort_members"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_cohort_id_cohorts_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohorts"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_holder_id_people_id_fk" FOREIGN KEY ("holder_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_issuer_id_people_id_fk" FOREIGN KEY ("issuer_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_revoker_id_people_id_fk" FOREIGN KEY ("revoker_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "certificates_enrolment" ON "certificates" USING btree ("member_id") WHERE "certificates"."revoked_on" is null;--> statement-breakpoint
CREATE INDEX "certificates_holder" ON "certificates" USING btree ("holder_id");--> statement-breakpoint
CREATE INDEX "certificates_cohort" ON "certificates" USING btree ("cohort_id");