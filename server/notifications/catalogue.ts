import { type CatalogueEntry, impersonal, READERS } from "../accounts/index.ts"

/** What this module stores, and what of it is about people. */
export const notificationsCatalogue: CatalogueEntry[] = [
  impersonal("inbox_entries", "notice", "subject_id", "group_id"),
  {
    table: "inbox_entries",
    columns: ["id", "person_id", "is_read"],
    field: {
      de: "Benachrichtigungen: worüber jemand unterrichtet wurde und ob es gelesen ist, ohne Zeitpunkt des Lesens",
      en: "Notifications: what somebody was told, and whether it is read, without the time of reading",
    },
    purpose: {
      de: "zeigen, was sich für die Person getan hat",
      en: "showing what has happened that concerns the person",
    },
    readers: READERS.self,
    retention: { de: "90 Tage", en: "90 days" },
  },
]
