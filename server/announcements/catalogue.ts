import { type CatalogueEntry, impersonal, RETENTION } from "../accounts/index.ts"

/** What this module stores, and what of it is about people. Who read an announcement is stored nowhere. */
export const announcementsCatalogue: CatalogueEntry[] = [
  impersonal("announcements", "id", "audience", "show_until", "withdrawn_at", "version"),
  impersonal("announcement_departments", "announcement_id", "department_id"),
  {
    table: "announcements",
    columns: ["author_id", "title", "body", "html", "publish_at"],
    field: {
      de: "Ankündigungen: Text, wer sie veröffentlicht hat, ab wann",
      en: "Announcements: text, who published them, from when",
    },
    purpose: {
      de: "alle oder einzelne Abteilungen unterrichten",
      en: "telling everybody or chosen departments",
    },
    readers: {
      de: "die Beschäftigten der genannten Abteilungen, sonst alle Angemeldeten",
      en: "the people of the departments named, otherwise everybody signed in",
    },
    retention: RETENTION.noLimit,
  },
]
