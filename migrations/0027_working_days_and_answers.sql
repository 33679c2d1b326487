ALTER TABLE "installation" ADD COLUMN "land" text;--> statement-breakpoint
ALTER TABLE "assessment_rounds" ADD COLUMN "former_starts_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "assessment_rounds" ADD COLUMN "former_place" text;--> statement-breakpoint
ALTER TABLE "agreements" ADD COLUMN "answered_on" date;