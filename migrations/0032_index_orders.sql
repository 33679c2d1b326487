DROP INDEX "answers_official";--> statement-breakpoint
DROP INDEX "posts_author";--> statement-breakpoint
DROP INDEX "threads_category";--> statement-breakpoint
DROP INDEX "threads_kind";--> statement-breakpoint
DROP INDEX "announcements_publish";--> statement-breakpoint
CREATE INDEX "posts_parent" ON "posts" USING btree ("parent_id") WHERE parent_id is not null;--> statement-breakpoint
CREATE INDEX "answers_official" ON "answers" USING btree ("id") WHERE official_id is not null;--> statement-breakpoint
CREATE INDEX "posts_author" ON "posts" USING btree ("author_id","id");--> statement-breakpoint
CREATE INDEX "threads_category" ON "threads" USING btree ("category_id","id");--> statement-breakpoint
CREATE INDEX "threads_kind" ON "threads" USING btree ("kind","id");--> statement-breakpoint
CREATE INDEX "announcements_publish" ON "announcements" USING btree ("publish_at","id");