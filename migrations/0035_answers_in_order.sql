DROP INDEX "answers_question";--> statement-breakpoint
DROP INDEX "posts_parent";--> statement-breakpoint
ALTER TABLE "answers" ADD COLUMN "gone" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "answers" ADD COLUMN "helpful_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "answers" ADD COLUMN "rank" integer GENERATED ALWAYS AS (case when gone then 4 else 0 end + case when official_id is null then 2 else 0 end + case when accepted_at is null then 1 else 0 end) STORED NOT NULL;--> statement-breakpoint
UPDATE "answers" SET "gone" = true WHERE EXISTS (SELECT 1 FROM "posts" p WHERE p."id" = "answers"."id" AND (p."withdrawn_at" IS NOT NULL OR p."hidden_at" IS NOT NULL)) OR EXISTS (SELECT 1 FROM "posts" r WHERE r."id" = "answers"."replaced_by_id" AND r."withdrawn_at" IS NULL AND r."hidden_at" IS NULL);--> statement-breakpoint
UPDATE "answers" SET "helpful_count" = m."count" FROM (SELECT "post_id", count(*)::int AS "count" FROM "marks" WHERE "kind" = 'helpful' GROUP BY "post_id") m WHERE m."post_id" = "answers"."id";--> statement-breakpoint
CREATE INDEX "answers_order" ON "answers" USING btree ("question_id","rank",(-helpful_count),"id");--> statement-breakpoint
CREATE INDEX "posts_parent" ON "posts" USING btree ("parent_id","id") WHERE parent_id is not null;