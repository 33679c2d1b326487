CREATE TABLE "search_builds" (
	"engine" text PRIMARY KEY NOT NULL,
	"reached_id" uuid,
	"started_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_changes" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "search_changes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"engine" text NOT NULL,
	"document_id" uuid NOT NULL,
	"removed" text DEFAULT 'no' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_miss_seekers" (
	"miss_id" uuid NOT NULL,
	"day" date NOT NULL,
	"seeker" "bytea" NOT NULL,
	CONSTRAINT "search_miss_seekers_miss_id_day_seeker_pk" PRIMARY KEY("miss_id","day","seeker")
);
--> statement-breakpoint
CREATE TABLE "search_misses" (
	"id" uuid PRIMARY KEY NOT NULL,
	"query" text NOT NULL,
	"category_id" uuid,
	"shown" text NOT NULL,
	"shown_since" date,
	"day" date NOT NULL,
	CONSTRAINT "search_misses_query" UNIQUE NULLS NOT DISTINCT("query","category_id")
);
--> statement-breakpoint
CREATE TABLE "search_synonyms" (
	"id" uuid PRIMARY KEY NOT NULL,
	"terms" text[] NOT NULL
);
--> statement-breakpoint
ALTER TABLE "search_miss_seekers" ADD CONSTRAINT "search_miss_seekers_miss_id_search_misses_id_fk" FOREIGN KEY ("miss_id") REFERENCES "public"."search_misses"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "search_changes_engine" ON "search_changes" USING btree ("engine","id");--> statement-breakpoint
CREATE INDEX "search_changes_removed" ON "search_changes" USING btree ("engine") WHERE removed = 'yes';--> statement-breakpoint
CREATE INDEX "search_misses_day" ON "search_misses" USING btree ("day");--> statement-breakpoint
-- The PostgreSQL engine's index. It can be built anew at any time (`npm run cli -- reindex`), beside the live one in a
-- schema of the same shape that then takes its name; so nothing outside refers to it.
CREATE SCHEMA "search_index";
--> statement-breakpoint
CREATE TABLE "search_index"."documents" (
	"id" uuid PRIMARY KEY,
	"thread_id" uuid NOT NULL,
	"category_id" uuid NOT NULL,
	"department_id" uuid,
	"author_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"kind" text NOT NULL,
	"state" text,
	"official" boolean NOT NULL,
	"accepted" boolean NOT NULL,
	"outdated" boolean NOT NULL,
	"duplicate" boolean NOT NULL,
	"tags" text[] NOT NULL,
	-- What the score is computed from: words and stems without stop words, and how many grams and stems they are.
	"gram_length" integer NOT NULL,
	"stem_length" integer NOT NULL,
	"words" text NOT NULL,
	"stems" text NOT NULL,
	-- Numbers of the stems and grams that occur, for finding candidates.
	"terms" integer[] NOT NULL
);
--> statement-breakpoint
-- Candidates are counted by the thousand: their rows stay narrow, long values stand aside.
ALTER TABLE "search_index"."documents" SET (toast_tuple_target = 128, autovacuum_vacuum_insert_scale_factor = 0.05);
--> statement-breakpoint
ALTER TABLE "search_index"."documents" ALTER COLUMN "terms" SET STATISTICS 0, ALTER COLUMN "words" SET STATISTICS 0, ALTER COLUMN "stems" SET STATISTICS 0;
--> statement-breakpoint
-- Each search reads what is not yet merged into the index once for each of its terms: a short list keeps it fast.
CREATE INDEX "documents_terms_idx" ON "search_index"."documents" USING gin ("terms") WITH (gin_pending_list_limit = 128);
--> statement-breakpoint
CREATE INDEX "documents_category_id_id_idx" ON "search_index"."documents" ("category_id", "id" DESC);
--> statement-breakpoint
CREATE INDEX "documents_author_id_id_idx" ON "search_index"."documents" ("author_id", "id" DESC);
--> statement-breakpoint
-- In how many documents a term occurs; the terms below 0 stand for sums over all documents.
CREATE TABLE "search_index"."statistics" ("term" integer PRIMARY KEY, "amount" bigint NOT NULL) WITH (fillfactor = 60);
--> statement-breakpoint
-- In how many documents a word occurs, for the beginnings and the spelling of words.
CREATE TABLE "search_index"."words" ("word" text COLLATE "C" PRIMARY KEY, "documents" integer NOT NULL) WITH (fillfactor = 60);

--> statement-breakpoint
-- What was written before there was a search is taken up like what is written from now on.
INSERT INTO "search_changes" ("engine", "document_id") SELECT 'postgresql', "id" FROM "posts";
