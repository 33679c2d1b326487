import { type CatalogueEntry, impersonal } from "../../accounts/index.ts"
import { COHORT_RETENTION } from "../retention.ts"

const AUDIENCE = {
  de: "wer zur Veranstaltung eingeladen ist, und die Lerngruppe",
  en: "whoever is invited to the event, and the cohort",
}

export const eventsCatalogue: CatalogueEntry[] = [
  impersonal(
    "events",
    "id",
    "cohort_id",
    "title",
    "agenda",
    "html",
    "place",
    "link",
    "starts_at",
    "ends_at",
    "audience",
    "is_invited",
    "sequence",
    "changed_at",
    "cancelled_at",
    "version",
  ),
  impersonal("event_departments", "event_id", "department_id"),
  {
    table: "events",
    columns: ["hosts"],
    field: {
      de: "Infoveranstaltungen: wer durch die Veranstaltung führt",
      en: "Information events: who hosts them",
    },
    purpose: { de: "zur Veranstaltung einladen", en: "inviting to the event" },
    readers: AUDIENCE,
    retention: COHORT_RETENTION,
  },
  {
    table: "event_answers",
    columns: ["event_id", "person_id", "is_coming"],
    leaving: { person_id: "goes" },
    field: {
      de: "Infoveranstaltungen: ob eine Person kommt",
      en: "Information events: whether a person comes",
    },
    purpose: { de: "Raum und Stühle planen", en: "planning room and chairs" },
    readers: {
      de: "die Person selbst; die Lerngruppe nur eine Zahl in Fünferschritten",
      en: "the person themselves; the cohort a number in steps of five alone",
    },
    retention: { de: "7 Tage nach der Veranstaltung", en: "7 days after the event" },
  },
  impersonal(
    "objections",
    "id",
    "event_id",
    "kind",
    "words",
    "raised_on",
    "is_from_room",
    "mark",
    "answer",
    "until",
    "done_on",
    "link",
    "link_title",
    "version",
  ),
  {
    table: "objections",
    columns: ["author_id", "who"],
    leaving: { author_id: "unnamed" },
    field: {
      de: "Fragen und Einwände: wer sie mit Namen gestellt hat, und wer etwas ändert; ohne Namen wird keine Person, keine Sitzung und keine Uhrzeit gespeichert",
      en: "Questions and objections: who raised them with their name, and who changes something; without a name no person, no session and no time of day is stored",
    },
    purpose: { de: "antworten und nachfragen können", en: "being able to answer and to ask back" },
    readers: AUDIENCE,
    retention: COHORT_RETENTION,
  },
  {
    table: "objection_supports",
    columns: ["objection_id", "person_id"],
    leaving: { person_id: "goes" },
    field: {
      de: "Fragen und Einwände: welche eine Person unterstützt",
      en: "Questions and objections: which a person supports",
    },
    purpose: { de: "zeigen, was viele bewegt", en: "showing what moves many" },
    readers: {
      de: "die Person selbst; alle Eingeladenen nur eine Zahl in Fünferschritten",
      en: "the person themselves; everybody invited a number in steps of five alone",
    },
    retention: COHORT_RETENTION,
  },
]
