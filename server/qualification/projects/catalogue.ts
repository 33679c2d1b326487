import { type CatalogueEntry, impersonal } from "../../accounts/index.ts"
import { COHORT_RETENTION } from "../retention.ts"

const purpose = { de: "das Lernprojekt planen und führen", en: "planning and running the learning project" }
const readers = {
  de: "die Lernenden des Projekts und die Lernbegleitung; die anderen Lernenden Titel, Ziel, Stand und Beteiligte",
  en: "the learners of the project and the facilitators; the other learners title, goal, state and people",
}

export const projectsCatalogue: CatalogueEntry[] = [
  impersonal("projects", "id", "cohort_id", "work_process_id", "state", "chat_link", "version"),
  {
    table: "projects",
    columns: ["title", "goal", "reason", "concerned", "risks"],
    field: { de: "Lernprojekte: Beschreibung", en: "Learning projects: description" },
    purpose,
    readers,
    retention: COHORT_RETENTION,
  },
  {
    table: "project_people",
    columns: ["project_id", "member_id"],
    field: { de: "Lernprojekte: Beteiligte", en: "Learning projects: people" },
    purpose,
    readers,
    retention: COHORT_RETENTION,
  },
  impersonal("project_items", "id", "project_id", "kind", "day", "done"),
  {
    table: "project_items",
    columns: ["title", "member_id"],
    field: {
      de: "Lernprojekte: Meilensteine und Aufgaben, wer sie übernimmt",
      en: "Learning projects: milestones and tasks, who does them",
    },
    purpose,
    readers,
    retention: COHORT_RETENTION,
  },
  impersonal("project_decisions", "id", "project_id", "day"),
  {
    table: "project_decisions",
    columns: ["body"],
    field: { de: "Lernprojekte: Entscheidungen", en: "Learning projects: decisions" },
    purpose,
    readers,
    retention: COHORT_RETENTION,
  },
  {
    table: "project_comments",
    columns: ["id", "project_id", "member_id", "body", "version"],
    field: { de: "Lernprojekte: Kommentare", en: "Learning projects: comments" },
    purpose,
    readers,
    retention: COHORT_RETENTION,
  },
  impersonal("project_submissions", "id", "project_id", "cohort_step_id", "number"),
  {
    table: "project_submissions",
    columns: ["content"],
    field: {
      de: "Abstimmung mit der Führungskraft: was vorgelegt wurde",
      en: "Manager agreement: what was submitted",
    },
    purpose: {
      de: "das Lernprojekt mit der Führungskraft abstimmen",
      en: "agreeing on the project with the manager",
    },
    readers: {
      de: "die Lernenden des Projekts, die Lernbegleitung und die Führungskräfte, denen es vorgelegt wurde",
      en: "the learners of the project, the facilitators and the managers it was submitted to",
    },
    retention: COHORT_RETENTION,
  },
  {
    table: "agreements",
    columns: ["id", "submission_id", "manager_id", "answer", "comment", "talk_on", "answered_on", "version"],
    leaving: { manager_id: "stays" },
    field: {
      de: "Abstimmung mit der Führungskraft: was sie geantwortet hat",
      en: "Manager agreement: what they answered",
    },
    purpose: {
      de: "das Lernprojekt mit der Führungskraft abstimmen",
      en: "agreeing on the project with the manager",
    },
    readers: {
      de: "die Führungskraft selbst, die Lernenden des Projekts, die Lernbegleitung",
      en: "the manager themselves, the learners of the project, the facilitators",
    },
    retention: COHORT_RETENTION,
  },
]
