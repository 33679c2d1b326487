ALTER TABLE "projects" ADD COLUMN "work_process_id" uuid;--> statement-breakpoint
ALTER TABLE "session_rounds" ADD COLUMN "project_id" uuid;--> statement-breakpoint
ALTER TABLE "projects" ADD CONSTRAINT "projects_work_process_id_work_processes_id_fk" FOREIGN KEY ("work_process_id") REFERENCES "public"."work_processes"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_rounds" ADD CONSTRAINT "session_rounds_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "session_rounds_project" ON "session_rounds" USING btree ("project_id");