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
  {
    table: "stopped_addresses",
    columns: ["id", "person_id", "address_key", "code", "at"],
    field: {
      de: "E-Mail-Adresse, die ein Mailserver endgültig abgelehnt hat: seit wann und mit welchem Code",
      en: "E-mail address that a mail server has refused for good: since when and with which code",
    },
    purpose: {
      de: "nicht weiter an eine Adresse senden, die es nicht gibt, und es der Person und der Administration sagen",
      en: "sending nothing more to an address that does not exist, and telling the person and the administration",
    },
    readers: READERS.selfAndAdmins,
    retention: {
      de: "bis die Person eine andere Adresse hat oder die Administration wieder zustellen lässt",
      en: "until the person has another address, or the administration sends there again",
    },
  },
  impersonal("mail_keys", "id", "key"),
]
