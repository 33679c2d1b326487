CREATE TABLE "inbox_entries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"notice" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"is_read" boolean DEFAULT false NOT NULL,
	CONSTRAINT "inbox_entries_same" UNIQUE("person_id","notice","subject_id")
);
--> statement-breakpoint
CREATE TABLE "follows" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"thread_id" uuid,
	"category_id" uuid,
	"level" text NOT NULL,
	CONSTRAINT "follows_thread" UNIQUE("thread_id","person_id"),
	CONSTRAINT "follows_category" UNIQUE("category_id","person_id"),
	CONSTRAINT "follows_one_thing" CHECK (num_nonnulls(thread_id, category_id) = 1)
);
--> statement-breakpoint
ALTER TABLE "inbox_entries" ADD CONSTRAINT "inbox_entries_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follows" ADD CONSTRAINT "follows_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follows" ADD CONSTRAINT "follows_thread_id_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."threads"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follows" ADD CONSTRAINT "follows_category_id_categories_id_fk" FOREIGN KEY ("category_id") REFERENCES "public"."categories"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "inbox_entries_person" ON "inbox_entries" USING btree ("person_id","is_read","id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "inbox_entries_unread" ON "inbox_entries" USING btree ("person_id","group_id") WHERE not is_read;--> statement-breakpoint
CREATE INDEX "follows_person" ON "follows" USING btree ("person_id","id");