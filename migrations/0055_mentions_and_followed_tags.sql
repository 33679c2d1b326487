CREATE TABLE "mentions" (
	"post_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "mentions_post_id_person_id_pk" PRIMARY KEY("post_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "follows" DROP CONSTRAINT "follows_one_thing";--> statement-breakpoint
ALTER TABLE "follows" ADD COLUMN "tag" text;--> statement-breakpoint
ALTER TABLE "mentions" ADD CONSTRAINT "mentions_post_id_posts_id_fk" FOREIGN KEY ("post_id") REFERENCES "public"."posts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mentions" ADD CONSTRAINT "mentions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "mentions_person" ON "mentions" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "follows_tag" ON "follows" USING btree (lower(tag collate "und-x-icu"),"person_id") WHERE tag is not null;--> statement-breakpoint
ALTER TABLE "follows" ADD CONSTRAINT "follows_one_thing" CHECK (num_nonnulls(thread_id, category_id, tag) = 1);