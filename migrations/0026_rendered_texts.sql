CREATE TABLE "renderings" (
	"kind" text PRIMARY KEY NOT NULL,
	"renderer" integer NOT NULL,
	"after" text DEFAULT '' NOT NULL,
	"total" integer NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"kept" integer DEFAULT 0 NOT NULL,
	"paused_at" timestamp with time zone,
	"finished_at" timestamp with time zone
);
