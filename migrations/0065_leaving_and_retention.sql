CREATE TABLE "own_archive_parts" (
	"archive_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"attempt" uuid NOT NULL,
	"file_id" uuid NOT NULL,
	"bytes" integer NOT NULL,
	CONSTRAINT "own_archive_parts_archive_id_attempt_position_pk" PRIMARY KEY("archive_id","attempt","position")
);
--> statement-breakpoint
CREATE TABLE "own_archives" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"requested_at" timestamp with time zone NOT NULL,
	"attempt" uuid,
	"done" integer DEFAULT 0 NOT NULL,
	"total" integer DEFAULT 0 NOT NULL,
	"ready_at" timestamp with time zone,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "own_archives_person" UNIQUE("person_id")
);
--> statement-breakpoint
CREATE TABLE "leavings" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"posts" text NOT NULL,
	"certificates" text NOT NULL,
	"by_self" boolean NOT NULL,
	"due_on" date NOT NULL,
	"begun_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "legal_holds" (
	"id" uuid PRIMARY KEY NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"placed_by_id" uuid NOT NULL,
	"placed_at" timestamp with time zone NOT NULL,
	"lifted_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "retention_rules" (
	"kind" text PRIMARY KEY NOT NULL,
	"days" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "left_on" date;--> statement-breakpoint
ALTER TABLE "own_archive_parts" ADD CONSTRAINT "own_archive_parts_archive_id_own_archives_id_fk" FOREIGN KEY ("archive_id") REFERENCES "public"."own_archives"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "own_archives" ADD CONSTRAINT "own_archives_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "leavings" ADD CONSTRAINT "leavings_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal_holds" ADD CONSTRAINT "legal_holds_placed_by_id_people_id_fk" FOREIGN KEY ("placed_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "own_archives_expiry" ON "own_archives" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "leavings_due" ON "leavings" USING btree ("due_on");--> statement-breakpoint
CREATE UNIQUE INDEX "legal_holds_subject" ON "legal_holds" USING btree ("subject_type","subject_id") WHERE "legal_holds"."lifted_at" is null;--> statement-breakpoint
CREATE INDEX "legal_holds_placed_by" ON "legal_holds" USING btree ("placed_by_id");