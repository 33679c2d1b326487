CREATE TABLE "adoption_cells" (
	"measure" text NOT NULL,
	"first_week" date NOT NULL,
	"until_week" date NOT NULL,
	"category_ids" uuid[] NOT NULL,
	"total" integer NOT NULL,
	"official" integer,
	"median_days" integer,
	CONSTRAINT "adoption_cells_measure_first_week_category_ids_pk" PRIMARY KEY("measure","first_week","category_ids")
);
--> statement-breakpoint
ALTER TABLE "announcements" ADD COLUMN "released_version" integer DEFAULT 1 NOT NULL;