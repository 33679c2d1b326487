import { type CatalogueEntry, impersonal, READERS } from "./entries.ts"

/** The tables of the kernel, and those that libraries bring: the kernel itself knows nothing of people. */
export const kernelCatalogue: CatalogueEntry[] = [
  impersonal(
    "renderings",
    ...["kind", "renderer", "after", "total", "done", "kept", "paused_at", "finished_at"],
  ),
  impersonal(
    "file_checks",
    ...["file_id", "state", "is_former", "next_at", "checked_at", "signature", "fault"],
  ),
  impersonal("file_checking", "id", "is_on", "on_since", "away_since"),
  impersonal(
    "mailbox_reader",
    ...["id", "reader", "held_until", "looked_at", "mail_at", "fault", "fault_since"],
  ),
  {
    table: "mail_attempts",
    columns: ["id", "count", "begun_at", "next_at"],
    field: {
      de: "Prüfwert einer eingegangenen E-Mail, die gerade gelesen wird oder sich nicht lesen ließ; er nennt weder, was darin steht, noch von wem sie ist",
      en: "Hash of an incoming e-mail that is being read or could not be read; it tells neither what is in it nor whom it is from",
    },
    purpose: {
      de: "eine E-Mail, an der das Lesen scheitert, beiseitelegen, damit sie die anderen nicht aufhält",
      en: "setting aside an e-mail that cannot be read, so that it does not keep the others waiting",
    },
    readers: READERS.nobody,
    retention: { de: "bis sie gelesen ist, höchstens 30 Tage", en: "until it is read, 30 days at most" },
  },
  {
    table: "audit_log",
    columns: ["id", "at", "actor_id", "action", "subject_type", "subject_id", "detail"],
    leaving: { actor_id: "stays" },
    field: {
      de: "Protokoll: wer hat wann was woran geändert, mit den Einstellungen vorher und nachher; bei Beiträgen, wer sie verfasst hat, bei Lerngruppen deren Name und wer aufgenommen wurde oder ging (gespeichert sind Kennungen, gezeigt werden die Namen von heute)",
      en: "Audit log: who changed what when, with the settings before and after; of posts who wrote them, of cohorts their name and who was taken in or left (ids are stored, the names of today are shown)",
    },
    purpose: {
      de: "Eingriffe nachvollziehen (Rechte, Abteilungen, Ausblenden, Schwärzen, Kennwort gesetzt); nie, wer was gelesen oder wer sich angemeldet hat",
      en: "tracing interventions (rights, departments, hiding, redacting, password set); never who read what or who signed in",
    },
    readers: READERS.admins,
    retention: {
      de: "Namen und Einzelheiten so lange, wie die Administration es unter „Aufbewahrung“ einstellt, sonst ohne automatische Löschung. Was eine Lerngruppe betrifft, nennt von deren Löschtag an niemanden mehr; wer sie verlassen hat, ist nicht mehr genannt, sobald das Eigene gelöscht ist",
      en: "names and details as long as the administration sets it under “Retention”, otherwise no automatic deletion. What concerns a cohort names nobody from its day of deletion on; whoever left it is named no longer once their own data are deleted",
    },
  },
  {
    table: "throttles",
    columns: ["bucket", "count", "expires_at"],
    field: {
      de: "Zähler von Anfragen und Anmeldeversuchen unter einem Prüfwert von Person, IP-Adresse oder E-Mail-Adresse",
      en: "Counters of requests and attempts to sign in, under a hash of person, IP address or e-mail address",
    },
    purpose: {
      de: "Schutz vor Ausprobieren von Kennwörtern und Überlastung",
      en: "protection against guessing and overload",
    },
    readers: READERS.nobody,
    retention: {
      de: "eine Minute bis eine Stunde; gelöscht wird stündlich",
      en: "a minute to an hour; deleted hourly",
    },
  },
  {
    table: "daily_keys",
    columns: ["day", "key"],
    field: {
      de: "Tagesschlüssel, mit dem die Prüfwerte der Adressen gebildet werden",
      en: "Key of the day that addresses are hashed with",
    },
    purpose: { de: "IP-Adressen nicht im Klartext speichern", en: "not storing addresses as they are" },
    readers: READERS.nobody,
    retention: {
      de: "bis zum Ende des Tages; ohne ihn lässt sich keine Adresse mehr zuordnen",
      en: "until the end of the day; without it no address can be told any more",
    },
  },
  {
    table: "mail_deliveries",
    columns: ["id", "recipient", "accepted_at"],
    field: {
      de: "Prüfwerte einer versandten E-Mail und ihrer Adresse; sie nennen weder, worum es geht, noch an wen sie ging",
      en: "Hashes of an e-mail that was sent and of its address; they tell neither what it is about nor whom it went to",
    },
    purpose: {
      de: "keine E-Mail zweimal versenden; einem Zustellbericht nur glauben, wenn er E-Mail und Adresse kennt",
      en: "sending no e-mail twice; believing a delivery report only where it knows e-mail and address",
    },
    readers: READERS.nobody,
    retention: { de: "60 Tage", en: "60 days" },
  },
  {
    table: "mail_claims",
    columns: ["id", "until"],
    field: {
      de: "Prüfwert einer E-Mail, die gerade versandt wird; er nennt weder, worum es geht, noch an wen sie geht",
      en: "Hash of an e-mail that is being sent; it tells neither what it is about nor whom it goes to",
    },
    purpose: { de: "keine E-Mail zweimal versenden", en: "sending no e-mail twice" },
    readers: READERS.nobody,
    retention: { de: "bis sie versandt ist", en: "until it is sent" },
  },
  {
    table: "submissions",
    columns: ["person_id", "key", "result_id", "at"],
    leaving: { person_id: "goes" },
    field: {
      de: "Kennzeichen eines abgesandten Formulars",
      en: "Mark of a form that was sent",
    },
    purpose: {
      de: "ein doppelt abgesandtes Formular legt nur einen Beitrag an",
      en: "a form sent twice makes one post only",
    },
    readers: READERS.nobody,
    retention: { de: "zwei Tage", en: "two days" },
  },
  ...["pgboss.job", "pgboss.job_common"].map((table) => ({
    table,
    columns: ["data", "output"],
    field: {
      de: "Aufträge (zum Beispiel E-Mails): interne Kennungen von Person und Beitrag; bei einem Fehler dessen Art und Code",
      en: "Jobs (e-mails for instance): internal ids of person and post; for a failed one the sort of fault and its code",
    },
    purpose: {
      de: "Versand und andere Arbeiten nach dem Speichern",
      en: "sending and other work after saving",
    },
    readers: {
      de: "Administration bei E-Mails: an wen und aus welchem Anlass, nicht der Inhalt; sonst niemand über das Programm",
      en: "administrators of e-mails: for whom and for which reason, not the content; else nobody through the program",
    },
    retention: {
      de: "sieben Tage nach Erledigung, unerledigt 14 Tage",
      en: "seven days after completion, 14 days if not completed",
    },
  })),
  impersonal("pgboss.*", "*"),
  impersonal("drizzle.*", "*"),
]
