-- The words of the search index get what they are found by: their own number, that of their stem, and their sequences of
-- four letters. Texts are then found by their words, and words that are like one by these. The live index, which has
-- none of it, answers by whole words until the new one is built beside it.
ALTER TABLE "search_index"."words" ADD COLUMN "term" integer, ADD COLUMN "stem" integer, ADD COLUMN "grams" integer[];
--> statement-breakpoint
CREATE INDEX "words_stem_idx" ON "search_index"."words" ("stem");
--> statement-breakpoint
CREATE INDEX "words_grams_idx" ON "search_index"."words" USING gin ("grams") WITH (gin_pending_list_limit = 128);
