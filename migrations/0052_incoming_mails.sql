CREATE TABLE "post_drafts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"category_id" uuid,
	"post_id" uuid,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"attachment_ids" uuid[] NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "post_drafts_one_place" CHECK (num_nonnulls(category_id, post_id) = 1)
);
--> statement-breakpoint
CREATE TABLE "incoming_mails" (
	"id" text PRIMARY KEY NOT NULL,
	"outcome" text NOT NULL,
	"subject_id" uuid,
	"refused" text[] NOT NULL,
	"day" date NOT NULL
);
--> statement-breakpoint
ALTER TABLE "post_drafts" ADD CONSTRAINT "post_drafts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_drafts" ADD CONSTRAINT "post_drafts_category_id_categories_id_fk" FOREIGN KEY ("category_id") REFERENCES "public"."categories"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "post_drafts" ADD CONSTRAINT "post_drafts_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "post_drafts_person" ON "post_drafts" USING btree ("person_id","id");--> statement-breakpoint
CREATE INDEX "post_drafts_category" ON "post_drafts" USING btree ("category_id") WHERE category_id is not null;--> statement-breakpoint
CREATE INDEX "post_drafts_post" ON "post_drafts" USING btree ("post_id") WHERE post_id is not null;--> statement-breakpoint
CREATE INDEX "incoming_mails_day" ON "incoming_mails" USING btree ("day");