ALTER TABLE "programme_steps" ADD COLUMN "html" jsonb;--> statement-breakpoint
ALTER TABLE "programmes" ADD COLUMN "html" jsonb;--> statement-breakpoint
ALTER TABLE "session_minutes" ADD COLUMN "html" jsonb;