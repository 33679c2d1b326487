CREATE TABLE "operation_faults" (
	"id" uuid PRIMARY KEY NOT NULL,
	"notice" text NOT NULL,
	"name" text NOT NULL,
	"mark" text,
	"is_told" boolean NOT NULL,
	CONSTRAINT "operation_faults_same" UNIQUE("notice","name")
);
--> statement-breakpoint
ALTER TABLE "departments" ADD COLUMN "mailbox" text;--> statement-breakpoint
ALTER TABLE "answers" ADD COLUMN "review_told_for" date;--> statement-breakpoint
ALTER TABLE "questions" ADD COLUMN "wanted_told_for" date;--> statement-breakpoint
ALTER TABLE "cohort_steps" ADD COLUMN "is_told" boolean DEFAULT false NOT NULL;