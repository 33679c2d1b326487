import { type CatalogueEntry, impersonal, RETENTION } from "../accounts/index.ts"

const AUDIENCE = {
  de: "die Beschäftigten der genannten Abteilungen, sonst alle Angemeldeten",
  en: "the people of the departments named, otherwise everybody signed in",
}

/** What this module stores, and what of it is about people. Who read an announcement is stored nowhere. */
export const announcementsCatalogue: CatalogueEntry[] = [
  impersonal(
    "announcements",
    ...["id", "kind", "group_id", "group_name", "audience", "is_draft", "show_until", "link"],
    ...["takes_comments", "wants_acknowledgement", "start_on", "category_ids", "told_at", "reminded_on"],
    ...["withdrawn_at", "version", "released_version"],
  ),
  impersonal("announcement_departments", "announcement_id", "department_id"),
  impersonal("announcement_versions", "announcement_id", "version"),
  impersonal("announcement_comments", "announcement_id"),
  {
    table: "announcements",
    columns: ["author_id", "title", "body", "html", "publish_at", "withdrawal_reason"],
    leaving: { author_id: "stays" },
    field: {
      de: "Ankündigungen: Text, wer sie veröffentlicht hat, ab wann; warum sie zurückgezogen ist",
      en: "Announcements: text, who published them, from when; why it was withdrawn",
    },
    purpose: {
      de: "alle oder einzelne Abteilungen unterrichten",
      en: "telling everybody or chosen departments",
    },
    readers: AUDIENCE,
    retention: RETENTION.noLimit,
  },
  {
    table: "announcement_versions",
    columns: ["editor_id", "at", "title", "body"],
    leaving: { editor_id: "stays" },
    field: {
      de: "Fassungen von Ankündigungen: Wortlaut, wer ihn geschrieben hat, wann",
      en: "Versions of announcements: wording, who wrote it, when",
    },
    purpose: { de: "nachvollziehen, was sich geändert hat", en: "showing what was changed" },
    readers: AUDIENCE,
    retention: RETENTION.noLimit,
  },
  {
    table: "announcement_comments",
    columns: ["id", "author_id", "body", "html"],
    leaving: { author_id: "stays" },
    field: {
      de: "Fragen und Antworten unter Ankündigungen: Text, von wem, wann",
      en: "Questions and answers below announcements: text, by whom, when",
    },
    purpose: { de: "Fragen zu einer Ankündigung klären", en: "answering questions about an announcement" },
    readers: AUDIENCE,
    retention: {
      de: "bis die Person oder wer die Ankündigung betreut sie entfernt",
      en: "until the person, or whoever looks after the announcement, removes them",
    },
  },
  impersonal("announcement_files", "announcement_id", "media_type", "image", "bytes"),
  {
    table: "announcement_files",
    columns: ["id", "uploader_id", "name", "caption"],
    leaving: { uploader_id: "stays" },
    field: {
      de: "Anhänge von Ankündigungen: Name, von wem",
      en: "Attachments of announcements: name, by whom",
    },
    purpose: {
      de: "Unterlagen zu einer Ankündigung bereitstellen",
      en: "giving out what belongs to an announcement",
    },
    readers: AUDIENCE,
    retention: {
      de: "bis die Person oder wer die Ankündigung betreut sie entfernt",
      en: "until the person, or whoever looks after the announcement, removes them",
    },
  },
  {
    table: "announcement_acknowledgements",
    columns: ["announcement_id", "person_id"],
    leaving: { person_id: "goes" },
    field: {
      de: "Zur Kenntnis genommene Ankündigungen, ohne Zeitpunkt",
      en: "Announcements that were acknowledged, without the time",
    },
    purpose: {
      de: "zählen, wie viele eine Ankündigung zur Kenntnis genommen haben, und die anderen erinnern",
      en: "counting how many have acknowledged an announcement, and reminding the others",
    },
    readers: {
      de: "die Person selbst; andere nur Zahlen über mindestens fünf Personen",
      en: "the person themselves; others only numbers about five people at least",
    },
    retention: {
      de: "90 Tage nach dem letzten Tag auf der Startseite",
      en: "90 days after the last day on the start page",
    },
  },
]
