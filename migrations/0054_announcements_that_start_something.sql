CREATE TABLE "announcement_acknowledgements" (
	"announcement_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	CONSTRAINT "announcement_acknowledgements_announcement_id_person_id_pk" PRIMARY KEY("announcement_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "announcement_comments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"announcement_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"body" text NOT NULL,
	"html" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "announcement_files" (
	"id" uuid PRIMARY KEY NOT NULL,
	"announcement_id" uuid NOT NULL,
	"uploader_id" uuid NOT NULL,
	"name" text NOT NULL,
	"media_type" text NOT NULL,
	"image" boolean NOT NULL,
	"caption" text NOT NULL,
	"bytes" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "announcement_versions" (
	"announcement_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"editor_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	CONSTRAINT "announcement_versions_announcement_id_version_pk" PRIMARY KEY("announcement_id","version")
);
--> statement-breakpoint
ALTER TABLE "announcements" ADD COLUMN "kind" text DEFAULT 'general' NOT NULL;--> statement-breakpoint
ALTER TABLE "announcements" ADD COLUMN "group_id" uuid;--> statement-breakpoint
ALTER TABLE "announcements" ADD COLUMN "group_name" text;--> statement-breakpoint
ALTER TABLE "announcements" ADD COLUMN "is_draft" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "announcements" ADD COLUMN "link" text;--> statement-breakpoint
ALTER TABLE "announcements" ADD COLUMN "takes_comments" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "announcements" ADD COLUMN "wants_acknowledgement" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "announcements" ADD COLUMN "start_on" date;--> statement-breakpoint
ALTER TABLE "announcements" ADD COLUMN "category_ids" uuid[] DEFAULT '{}'::uuid[] NOT NULL;--> statement-breakpoint
ALTER TABLE "announcements" ADD COLUMN "told_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "announcements" ADD COLUMN "reminded_on" date;--> statement-breakpoint
ALTER TABLE "announcements" ADD COLUMN "withdrawal_reason" text;--> statement-breakpoint
ALTER TABLE "announcement_acknowledgements" ADD CONSTRAINT "announcement_acknowledgements_announcement_id_announcements_id_fk" FOREIGN KEY ("announcement_id") REFERENCES "public"."announcements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "announcement_acknowledgements" ADD CONSTRAINT "announcement_acknowledgements_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "announcement_comments" ADD CONSTRAINT "announcement_comments_announcement_id_announcements_id_fk" FOREIGN KEY ("announcement_id") REFERENCES "public"."announcements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "announcement_comments" ADD CONSTRAINT "announcement_comments_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "announcement_files" ADD CONSTRAINT "announcement_files_announcement_id_announcements_id_fk" FOREIGN KEY ("announcement_id") REFERENCES "public"."announcements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "announcement_files" ADD CONSTRAINT "announcement_files_uploader_id_people_id_fk" FOREIGN KEY ("uploader_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "announcement_versions" ADD CONSTRAINT "announcement_versions_announcement_id_announcements_id_fk" FOREIGN KEY ("announcement_id") REFERENCES "public"."announcements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "announcement_versions" ADD CONSTRAINT "announcement_versions_editor_id_people_id_fk" FOREIGN KEY ("editor_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "announcement_acknowledgements_person" ON "announcement_acknowledgements" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "announcement_comments_order" ON "announcement_comments" USING btree ("announcement_id","id");--> statement-breakpoint
CREATE INDEX "announcement_comments_author" ON "announcement_comments" USING btree ("author_id");--> statement-breakpoint
CREATE INDEX "announcement_files_order" ON "announcement_files" USING btree ("announcement_id","id");--> statement-breakpoint
CREATE INDEX "announcement_files_uploader" ON "announcement_files" USING btree ("uploader_id");--> statement-breakpoint
CREATE INDEX "announcement_versions_editor" ON "announcement_versions" USING btree ("editor_id");--> statement-breakpoint
CREATE INDEX "announcements_group" ON "announcements" USING btree ("group_id") WHERE group_id is not null;--> statement-breakpoint
CREATE INDEX "announcements_untold" ON "announcements" USING btree ("publish_at") WHERE told_at is null;--> statement-breakpoint
-- What was published by now is no news.
UPDATE "announcements" SET "told_at" = "publish_at" WHERE "publish_at" <= now();--> statement-breakpoint
INSERT INTO "announcement_versions" ("announcement_id", "version", "editor_id", "at", "title", "body")
	SELECT "id", "version", "author_id", least("publish_at", now()), "title", "body" FROM "announcements";
