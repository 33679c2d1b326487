import { type CatalogueEntry, impersonal, READERS, RETENTION } from "../accounts/index.ts"

/** What this module stores, and what of it is about people. */
export const notificationsCatalogue: CatalogueEntry[] = [
  impersonal("operation_faults", "id", "notice", "name", "mark", "is_told"),
  impersonal("inbox_entries", "notice", "subject_id", "group_id"),
  {
    table: "inbox_entries",
    columns: ["id", "person_id", "is_read"],
    leaving: { person_id: "goes" },
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
    columns: ["id", "person_id", "department_id", "address_key", "code", "at"],
    leaving: { person_id: "goes" },
    field: {
      de: "E-Mail-Adresse einer Person oder das Postfach einer Abteilung, die ein Mailserver endgültig abgelehnt hat: seit wann und mit welchem Code",
      en: "E-mail address of a person or a department's mailbox that a mail server has refused for good: since when and with which code",
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
  {
    table: "inbox_entries",
    columns: ["mail_due", "mail_job", "mailed_at"],
    field: {
      de: "Zu Benachrichtigungen: mit welcher E-Mail sie hinausgehen, und wann sie versandt wurde",
      en: "Of notifications: with which e-mail they go out, and when it was sent",
    },
    purpose: {
      de: "sofort, in einer Zusammenfassung oder nie benachrichtigen, und nichts doppelt",
      en: "telling at once, in a digest or never, and nothing twice",
    },
    readers: READERS.nobody,
    retention: { de: "90 Tage", en: "90 days" },
  },
  {
    table: "mail_times",
    columns: ["person_id", "reason", "mail_time"],
    leaving: { person_id: "goes" },
    field: { de: "Wann jemand wozu E-Mails haben möchte", en: "When somebody wants e-mails about what" },
    purpose: { de: "eigene Einstellungen", en: "own settings" },
    readers: READERS.self,
    retention: RETENTION.withPerson,
  },
  {
    table: "mail_rests",
    columns: ["person_id", "quiet_from", "quiet_until", "quiet_on_days_off", "paused_until"],
    leaving: { person_id: "goes" },
    field: { de: "Wann jemand keine E-Mails haben möchte", en: "When somebody wants no e-mails" },
    purpose: { de: "eigene Einstellungen", en: "own settings" },
    readers: READERS.self,
    retention: RETENTION.withPerson,
  },
  {
    table: "digest_marks",
    columns: ["person_id", "daily", "weekly"],
    leaving: { person_id: "goes" },
    field: {
      de: "Bis wohin die letzte Zusammenfassung reichte",
      en: "How far the last digest went",
    },
    purpose: { de: "in der nächsten nichts doppelt senden", en: "sending nothing twice in the next one" },
    readers: READERS.nobody,
    retention: RETENTION.withPerson,
  },
  impersonal("mail_keys", "id", "key"),
]
