import { type CatalogueEntry, impersonal } from "../../accounts/index.ts"
import { COHORT_READERS, COHORT_RETENTION } from "../retention.ts"

const GROUP = {
  de: "Lernende und Lernbegleitung der Lerngruppe",
  en: "learners and facilitators of the cohort",
}

export const sessionsCatalogue: CatalogueEntry[] = [
  impersonal("session_agendas", "cohort_step_id", "items", "version"),
  impersonal("session_entries", "id", "cohort_step_id", "kind", "version"),
  {
    table: "session_entries",
    columns: ["body", "member_id", "due_on", "done", "result"],
    field: {
      de: "Termine: Beschlüsse, Aufgaben mit Person und Datum, Themenspeicher",
      en: "Sessions: decisions, tasks with person and date, parking lot",
    },
    purpose: { de: "festhalten, was vereinbart ist", en: "keeping what was agreed" },
    readers: GROUP,
    retention: COHORT_RETENTION,
  },
  impersonal("session_photos", "cohort_step_id", "media_type", "bytes"),
  {
    table: "session_photos",
    columns: ["id", "member_id", "name", "caption"],
    field: {
      de: "Termine: Fotos von Flipcharts, und wer sie hinzugefügt hat",
      en: "Sessions: photos of flip charts, and who added them",
    },
    purpose: { de: "festhalten, was auf Papier entstanden ist", en: "keeping what was made on paper" },
    readers: GROUP,
    retention: COHORT_RETENTION,
  },
  impersonal("session_notes", "cohort_step_id", "version"),
  {
    table: "session_notes",
    columns: ["person_id", "body"],
    leaving: { person_id: "goes" },
    field: { de: "Termine: eigene Notizen der Lernbegleitung", en: "Sessions: own notes of the facilitator" },
    purpose: { de: "den Termin leiten", en: "holding the session" },
    readers: { de: "nur, wer sie schreibt", en: "only who writes them" },
    retention: COHORT_RETENTION,
  },
  impersonal("session_rounds", "cohort_step_id"),
  {
    table: "session_rounds",
    columns: ["member_id", "project", "project_id", "state", "hurdle", "request"],
    field: {
      de: "Lerngruppentreffen: eine Zeile zum Stand des eigenen Vorhabens",
      en: "Meetings: a line on how the own project stands",
    },
    purpose: { de: "das Treffen vorbereiten", en: "preparing the meeting" },
    readers: GROUP,
    retention: COHORT_RETENTION,
  },
  impersonal("session_minutes", "cohort_step_id", "version", "for_managers"),
  {
    table: "session_minutes",
    columns: ["body", "released_body", "html", "released_at"],
    field: { de: "Termine: Protokoll", en: "Sessions: minutes" },
    purpose: { de: "nachlesen, was vereinbart ist", en: "reading what was agreed" },
    readers: {
      de: `${COHORT_READERS.de}; Führungskräfte nur, wenn die Lernbegleitung es so freigibt`,
      en: `${COHORT_READERS.en}; managers only if the facilitator releases it to them`,
    },
    retention: COHORT_RETENTION,
  },
]
