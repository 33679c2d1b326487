CREATE INDEX "departments_parent" ON "departments" USING btree ("parent_id") WHERE parent_id is not null;--> statement-breakpoint
CREATE INDEX "answers_department" ON "answers" USING btree ("official_id") WHERE official_id is not null;--> statement-breakpoint
CREATE INDEX "answers_replaced_by" ON "answers" USING btree ("replaced_by_id") WHERE replaced_by_id is not null;--> statement-breakpoint
CREATE INDEX "categories_responsible" ON "categories" USING btree ("responsible_id") WHERE responsible_id is not null;--> statement-breakpoint
CREATE INDEX "category_departments_department" ON "category_departments" USING btree ("department_id");--> statement-breakpoint
CREATE INDEX "category_drafts_author" ON "category_drafts" USING btree ("author_id");--> statement-breakpoint
CREATE INDEX "marks_person" ON "marks" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "outdated_reports_reporter" ON "outdated_reports" USING btree ("reporter_id");--> statement-breakpoint
CREATE INDEX "post_versions_replaced_by" ON "post_versions" USING btree ("replaced_by_id");--> statement-breakpoint
CREATE INDEX "posts_hidden_by" ON "posts" USING btree ("hidden_by_id") WHERE hidden_by_id is not null;--> statement-breakpoint
CREATE INDEX "question_moves_actor" ON "question_moves" USING btree ("actor_id");--> statement-breakpoint
CREATE INDEX "question_moves_department" ON "question_moves" USING btree ("department_id") WHERE department_id is not null;--> statement-breakpoint
CREATE INDEX "question_moves_person" ON "question_moves" USING btree ("person_id") WHERE person_id is not null;--> statement-breakpoint
CREATE INDEX "questions_asked_back" ON "questions" USING btree ("asked_back_id") WHERE asked_back_id is not null;--> statement-breakpoint
CREATE INDEX "questions_duplicate_of" ON "questions" USING btree ("duplicate_of_id") WHERE duplicate_of_id is not null;--> statement-breakpoint
CREATE INDEX "questions_passed_to" ON "questions" USING btree ("passed_to_id") WHERE passed_to_id is not null;--> statement-breakpoint
CREATE INDEX "questions_taken_by" ON "questions" USING btree ("taken_by_id") WHERE taken_by_id is not null;--> statement-breakpoint
CREATE INDEX "announcement_departments_department" ON "announcement_departments" USING btree ("department_id");--> statement-breakpoint
CREATE INDEX "announcements_author" ON "announcements" USING btree ("author_id");--> statement-breakpoint
CREATE INDEX "attendances_member" ON "attendances" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "cohort_members_manager" ON "cohort_members" USING btree ("manager_id") WHERE manager_id is not null;--> statement-breakpoint
CREATE INDEX "cohort_steps_step" ON "cohort_steps" USING btree ("step_id");--> statement-breakpoint
CREATE INDEX "cohorts_programme" ON "cohorts" USING btree ("programme_id");--> statement-breakpoint
CREATE INDEX "programmes_author" ON "programmes" USING btree ("author_id") WHERE author_id is not null;--> statement-breakpoint
CREATE INDEX "cohort_invitations_person" ON "cohort_invitations" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "consulting_lines_member" ON "consulting_lines" USING btree ("member_id") WHERE member_id is not null;--> statement-breakpoint
CREATE INDEX "consulting_topics_member" ON "consulting_topics" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "consulting_votes_member" ON "consulting_votes" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "consultings_case_giver" ON "consultings" USING btree ("case_giver_id");--> statement-breakpoint
CREATE INDEX "consultings_moderator" ON "consultings" USING btree ("moderator_id") WHERE moderator_id is not null;--> statement-breakpoint
CREATE INDEX "consultings_topic" ON "consultings" USING btree ("topic_id") WHERE topic_id is not null;--> statement-breakpoint
CREATE INDEX "assessment_confirmations_member" ON "assessment_confirmations" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "assessment_observations_member" ON "assessment_observations" USING btree ("member_id") WHERE member_id is not null;--> statement-breakpoint
CREATE INDEX "assessment_ratings_member" ON "assessment_ratings" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "assessment_rounds_facilitator" ON "assessment_rounds" USING btree ("facilitator_id");--> statement-breakpoint
CREATE INDEX "assessment_rounds_peer" ON "assessment_rounds" USING btree ("peer_id") WHERE peer_id is not null;--> statement-breakpoint
CREATE INDEX "assessment_rounds_thinker" ON "assessment_rounds" USING btree ("thinker_id") WHERE thinker_id is not null;--> statement-breakpoint
CREATE INDEX "project_comments_member" ON "project_comments" USING btree ("member_id") WHERE member_id is not null;--> statement-breakpoint
CREATE INDEX "project_items_member" ON "project_items" USING btree ("member_id") WHERE member_id is not null;--> statement-breakpoint
CREATE INDEX "project_people_member" ON "project_people" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "project_submissions_cohort_step" ON "project_submissions" USING btree ("cohort_step_id");--> statement-breakpoint
CREATE INDEX "projects_work_process" ON "projects" USING btree ("work_process_id") WHERE work_process_id is not null;--> statement-breakpoint
CREATE INDEX "report_approvals_member" ON "report_approvals" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "report_contributions_cohort" ON "report_contributions" USING btree ("cohort_id");--> statement-breakpoint
CREATE INDEX "reports_composer" ON "reports" USING btree ("composer_id") WHERE composer_id is not null;--> statement-breakpoint
CREATE INDEX "retrospective_cards_group" ON "retrospective_cards" USING btree ("group_id") WHERE group_id is not null;--> statement-breakpoint
CREATE INDEX "retrospective_cards_member" ON "retrospective_cards" USING btree ("member_id") WHERE member_id is not null;--> statement-breakpoint
CREATE INDEX "retrospective_votes_for_card" ON "retrospective_votes" USING btree ("card_id") WHERE card_id is not null;--> statement-breakpoint
CREATE INDEX "retrospective_votes_cohort" ON "retrospective_votes" USING btree ("cohort_id");--> statement-breakpoint
CREATE INDEX "retrospective_votes_for_group" ON "retrospective_votes" USING btree ("group_id") WHERE group_id is not null;--> statement-breakpoint
CREATE INDEX "session_entries_member" ON "session_entries" USING btree ("member_id") WHERE member_id is not null;--> statement-breakpoint
CREATE INDEX "session_notes_person" ON "session_notes" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "session_rounds_member" ON "session_rounds" USING btree ("member_id");--> statement-breakpoint
CREATE INDEX "certificates_issuer" ON "certificates" USING btree ("issuer_id") WHERE issuer_id is not null;--> statement-breakpoint
CREATE INDEX "certificates_member" ON "certificates" USING btree ("member_id") WHERE member_id is not null;--> statement-breakpoint
CREATE INDEX "certificates_revoker" ON "certificates" USING btree ("revoker_id") WHERE revoker_id is not null;--> statement-breakpoint
CREATE INDEX "journal_entries_cohort" ON "journal_entries" USING btree ("cohort_id") WHERE cohort_id is not null;--> statement-breakpoint
CREATE INDEX "journal_entries_cohort_step" ON "journal_entries" USING btree ("cohort_step_id") WHERE cohort_step_id is not null;--> statement-breakpoint
CREATE INDEX "departures_person" ON "departures" USING btree ("person_id");