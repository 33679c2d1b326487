DROP INDEX "questions_owed";--> statement-breakpoint
ALTER TABLE "questions" ADD COLUMN "category_id" uuid;--> statement-breakpoint
ALTER TABLE "questions" ADD COLUMN "author_id" uuid;--> statement-breakpoint
ALTER TABLE "questions" ADD COLUMN "gone" boolean DEFAULT false NOT NULL;--> statement-breakpoint
UPDATE "questions" SET "category_id" = t."category_id", "author_id" = p."author_id", "gone" = p."withdrawn_at" IS NOT NULL OR p."hidden_at" IS NOT NULL FROM "threads" t JOIN "posts" p ON p."id" = t."id" WHERE t."id" = "questions"."id";--> statement-breakpoint
ALTER TABLE "questions" ALTER COLUMN "category_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "questions" ALTER COLUMN "author_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_category_id_categories_id_fk" FOREIGN KEY ("category_id") REFERENCES "public"."categories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "questions_category" ON "questions" USING btree ("category_id","id","state","author_id","gone");--> statement-breakpoint
CREATE INDEX "questions_author" ON "questions" USING btree ("author_id",(state = 'asked-back'),"id");--> statement-breakpoint
CREATE INDEX "questions_passed_on" ON "questions" USING btree ("passed_to_id","id","category_id","taken_by_id","wanted_by") WHERE passed_to_id is not null and not gone and state in ('open', 'in-progress', 'asked-back');--> statement-breakpoint
CREATE INDEX "questions_owed" ON "questions" USING btree ("category_id","id","passed_to_id","taken_by_id","wanted_by") WHERE not gone and state in ('open', 'in-progress', 'asked-back');