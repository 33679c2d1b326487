CREATE TABLE "search_versions" (
	"engine" text PRIMARY KEY NOT NULL,
	"analysis" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "search_builds" ADD COLUMN "analysis" integer DEFAULT 1 NOT NULL;
--> statement-breakpoint
-- An index in which nothing stands yet needs no building.
INSERT INTO "search_versions" ("engine", "analysis") SELECT 'postgresql', 2 WHERE NOT EXISTS (SELECT 1 FROM "posts");
