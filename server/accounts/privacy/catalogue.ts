import { type CatalogueEntry, impersonal, READERS, RETENTION } from "./entries.ts"

/** The tables of this module. */
export const accountsCatalogue: CatalogueEntry[] = [
  impersonal(
    "installation",
    "id",
    "name",
    "department_label",
    "land",
    "mail_without_content",
    "pages",
    "example",
    "local_sign_in",
  ),
  impersonal(
    "departments",
    "id",
    "parent_id",
    "name",
    "short_name",
    "mailbox",
    "archived_at",
    "directory",
    "external_id",
  ),
  impersonal("directories", "id", "name", "invites"),
  impersonal(
    "directory_tokens",
    "id",
    "directory_id",
    "token_hash",
    "scope",
    "created_on",
    "expires_on",
    "used_on",
  ),
  impersonal(
    "sign_in_providers",
    "id",
    "slug",
    "name",
    "issuer",
    "client_id",
    "secret_key",
    "sealed_secret",
    "scopes",
    "enabled",
    "creates_accounts",
    "only_matched",
    "links_by_email",
    "trusts_email",
    "ends_there",
    "recheck_minutes",
    "version",
    "unreachable_since",
  ),
  impersonal(
    "provider_rules",
    "id",
    "provider_id",
    "position",
    "claim",
    "comparison",
    "value",
    "role",
    "department_id",
    "version",
  ),
  impersonal("used_logout_tokens", "provider_id", "id_hash", "expires_at"),
  impersonal("setup_codes", "id", "code_hash"),
  impersonal("mark_keys", "id", "key"),
  impersonal("people", "is_service"),
  {
    table: "people",
    columns: ["id", "display_name", "name_key"],
    field: { de: "Anzeigename und interne Kennung", en: "Display name and internal id" },
    purpose: {
      de: "Beiträge und Zuständigkeiten einer Person zuordnen",
      en: "to tell whose post or task it is",
    },
    readers: {
      de: "alle Angemeldeten bei Beiträgen, die sie sehen dürfen; Fachansprechpersonen die Namen der eigenen Abteilung; Administration",
      en: "everybody signed in, at posts that they may see; specialists the names of their own department; administrators",
    },
    retention: RETENTION.withPerson,
  },
  {
    table: "people",
    columns: ["email"],
    field: { de: "E-Mail-Adresse", en: "E-mail address" },
    purpose: {
      de: "Anmeldung, Einladung, neues Kennwort, Benachrichtigungen",
      en: "signing in, invitation, new password, notices",
    },
    readers: READERS.selfAndAdmins,
    retention: RETENTION.withPerson,
  },
  {
    table: "people",
    columns: ["address_key"],
    field: {
      de: "E-Mail-Adresse in der Schreibweise der Mailserver, wenn die Domain Umlaute hat",
      en: "E-mail address as mail servers write it, where its domain has umlauts",
    },
    purpose: {
      de: "dieselbe Adresse in jeder Schreibweise erkennen",
      en: "to know an address in every spelling",
    },
    readers: READERS.nobody,
    retention: RETENTION.withPerson,
  },
  {
    table: "people",
    columns: ["password_hash"],
    field: {
      de: "Prüfwert des Kennworts (argon2id), nicht das Kennwort",
      en: "Hash of the password (argon2id)",
    },
    purpose: { de: "Anmeldung", en: "signing in" },
    readers: READERS.nobody,
    retention: {
      de: "bis zum nächsten Kennwort, sonst solange das Konto besteht",
      en: "until the next password, otherwise as long as the account exists",
    },
  },
  {
    table: "people",
    columns: ["mark_key"],
    field: {
      de: "Zufälliger Schlüssel, an dem ein Browser wiedererkannt wird, aus dem das Konto schon angemeldet war; welche Browser das sind, ist nicht gespeichert",
      en: "Random key by which a browser is known again that the account signed in from before; which browsers these are is not stored",
    },
    purpose: {
      de: "Anmeldung auch dann, wenn andere an derselben Adresse oder am Konto Kennwörter ausprobieren",
      en: "signing in even while others at the same address, or with the account, try passwords",
    },
    readers: READERS.nobody,
    retention: {
      de: "bis die Person sich auf allen oder allen anderen Geräten abmeldet, ein neues Kennwort setzt oder deaktiviert wird",
      en: "until the person signs out on all or all other devices, sets a new password or is deactivated",
    },
  },
  {
    table: "people",
    columns: ["active", "roles", "created_at", "left_on"],
    field: {
      de: "Konto aktiv, Rollen, Tag der Anlage; seit wann die Person ausgeschieden ist",
      en: "Account active, roles, when it was made; since when the person has left",
    },
    purpose: { de: "Rechte im Forum", en: "rights in the forum" },
    readers: READERS.selfAndAdmins,
    retention: RETENTION.withPerson,
  },
  {
    table: "people",
    columns: ["directory", "external_id", "user_name", "given_name", "family_name"],
    field: {
      de: "Aus welchem Verzeichnisdienst das Konto kommt, und wie er die Person nennt: Kennung, Anmeldename, Vor- und Nachname",
      en: "From which directory service the account comes, and what it calls the person: id, sign-in name, given and family name",
    },
    purpose: {
      de: "das Konto nach dem Verzeichnis anlegen, ändern und deaktivieren",
      en: "making, changing and deactivating the account as the directory says",
    },
    readers: {
      de: "der Verzeichnisdienst; die Administration den Namen des Verzeichnisses",
      en: "the directory service; administrators the name of the directory",
    },
    retention: {
      de: "bis das Verzeichnis die Person löst; die Kennung, solange das Konto besteht",
      en: "until the directory lets go of the person; the id as long as the account exists",
    },
  },
  {
    table: "people",
    columns: ["locale", "mail_off", "mail_without_content"],
    field: {
      de: "Sprache; was früher abbestellt war; E-Mails ohne Inhalt",
      en: "Language; what was switched off formerly; e-mails without content",
    },
    purpose: { de: "eigene Einstellungen", en: "own settings" },
    readers: {
      de: "die Person selbst; die Sprache auch die Administration",
      en: "the person themselves; the language administrators as well",
    },
    retention: RETENTION.withPerson,
  },
  {
    table: "people_imports",
    columns: ["id", "person_id", "content", "invite", "created_at"],
    leaving: { person_id: "goes" },
    field: {
      de: "Eine Datei mit Personen, die vor dem Übernehmen angesehen wird",
      en: "A file of people that is looked at before it is taken over",
    },
    purpose: { de: "Vorschau vor dem Anlegen von Konten", en: "a preview before accounts are made" },
    readers: { de: "wer sie hochgeladen hat", en: "whoever uploaded it" },
    retention: {
      de: "bis sie übernommen oder verworfen ist, höchstens einen Tag",
      en: "until it is taken over or discarded, a day at most",
    },
  },
  {
    table: "memberships",
    columns: ["person_id", "department_id"],
    leaving: { person_id: "goes" },
    field: { de: "Zugehörigkeit zu Abteilungen", en: "Membership of departments" },
    purpose: {
      de: "welche Kategorien jemand liest, für welche Abteilung jemand antwortet",
      en: "which categories somebody reads, which department somebody answers for",
    },
    readers: {
      de: "die Person selbst, Fachansprechpersonen derselben Abteilung, Administration",
      en: "the person themselves, specialists of the same department, administrators",
    },
    retention: { de: "bis zur Änderung durch die Administration", en: "until an administrator changes it" },
  },
  {
    table: "sessions",
    columns: ["token_hash", "public_id", "person_id", "expires_at", "signed_in_on", "device"],
    leaving: { person_id: "goes" },
    field: {
      de: "Anmeldungen: Prüfwert des Sitzungsschlüssels, Tag der Anmeldung, Browser und System in zwei Wörtern, auf die Woche gerundetes Ende",
      en: "Sessions: hash of the key, day of signing in, browser and system in two words, end rounded to the week",
    },
    purpose: {
      de: "angemeldet bleiben; eigene Anmeldungen erkennen und beenden",
      en: "staying signed in; recognising and ending own sessions",
    },
    readers: {
      de: "die Person selbst (ohne Prüfwert); nicht die Administration",
      en: "the person themselves (without the hash); not administrators",
    },
    retention: {
      de: "bis zum Abmelden, höchstens drei Wochen nach der letzten Verlängerung",
      en: "until signing out, at most three weeks after the last extension",
    },
  },
  {
    table: "sessions",
    columns: ["provider_id", "provider_session", "id_token_key", "sealed_id_token"],
    field: {
      de: "Anmeldungen über einen Anmeldedienst: welcher, Prüfwert der dortigen Sitzung, verschlüsselte Bestätigung des Dienstes (mit dem, was er über die Person angibt)",
      en: "Sessions by a sign-in service: which one, hash of its own session, its sealed confirmation (with what it states about the person)",
    },
    purpose: {
      de: "die Sitzung endet, wenn sie beim Dienst endet; beim Abmelden auch dort abmelden",
      en: "the session ends when it ends at the service; signing out there as well",
    },
    readers: READERS.nobody,
    retention: {
      de: "bis zum Abmelden, höchstens drei Wochen nach der letzten Verlängerung",
      en: "until signing out, at most three weeks after the last extension",
    },
  },
  {
    table: "api_tokens",
    columns: ["id", "person_id", "token_hash", "name", "scopes", "created_on", "expires_on", "used_on"],
    leaving: { person_id: "goes" },
    field: {
      de: "Zugangsschlüssel für Programme: Prüfwert, Bezeichnung, Rechte, Tag der Ausstellung, letzter gültiger Tag, Tag der letzten Verwendung",
      en: "Tokens for programs: hash, name, what they are good for, day of issue, last day, day of last use",
    },
    purpose: {
      de: "ein Programm im Namen der Person oder eines Dienstes arbeiten lassen",
      en: "letting a program act for the person or a service",
    },
    readers: {
      de: "die Person selbst (ohne Prüfwert); bei Diensten die Administration",
      en: "the person themselves (without the hash); of services administrators",
    },
    retention: {
      de: "bis er gesperrt oder das Konto deaktiviert wird, sonst bis 30 Tage nach dem letzten gültigen Tag",
      en: "until it is revoked or the account is deactivated, otherwise 30 days beyond its last day",
    },
  },
  {
    table: "person_identities",
    columns: ["provider_id", "subject", "person_id", "linked_on", "granted_roles", "granted_departments"],
    field: {
      de: "Verknüpfung mit einem Anmeldedienst: Kennung der Person dort, Tag, Rollen und Abteilungen nach den Regeln",
      en: "Link to a sign-in service: the person's id there, day, roles and departments by its rules",
    },
    purpose: {
      de: "das Konto bei der Anmeldung wiederfinden; zurücknehmen, was eine Regel nicht mehr gibt",
      en: "to find the account at the sign-in; to take back what a rule no longer gives",
    },
    readers: {
      de: "die Person selbst (Dienst und Tag)",
      en: "the person themselves (service and day)",
    },
    retention: {
      de: "bis die Person die Verknüpfung löst, sonst solange das Konto besteht",
      en: "until the person removes the link, otherwise as long as the account exists",
    },
    leaving: { person_id: "goes" },
  },
  {
    table: "sign_in_attempts",
    columns: [
      "state_hash",
      "browser_hash",
      "provider_id",
      "purpose",
      "nonce",
      "verifier",
      "return_to",
      "person_id",
      "expires_at",
    ],
    field: {
      de: "Begonnene Anmeldung über einen Anmeldedienst: Prüfwerte, Rückkehradresse; beim Verknüpfen die Person",
      en: "Sign-in underway by a sign-in service: check values, return address; when linking, the person",
    },
    purpose: {
      de: "die Rückkehr vom Dienst diesem Browser zuordnen",
      en: "to know the browser that comes back from the service",
    },
    readers: READERS.nobody,
    retention: {
      de: "bis zur Rückkehr, höchstens gut eine Stunde",
      en: "until the return, at most a little over an hour",
    },
    leaving: { person_id: "goes" },
  },
  {
    table: "one_time_links",
    columns: ["token_hash", "person_id", "purpose", "expires_at"],
    leaving: { person_id: "goes" },
    field: {
      de: "Prüfwert eines einmaligen Links (Einladung oder neues Kennwort)",
      en: "Hash of a one-time link (invitation or new password)",
    },
    purpose: { de: "Kennwort festlegen", en: "setting a password" },
    readers: READERS.nobody,
    retention: {
      de: "bis zur Verwendung; sonst 14 Tage (Einladung) oder eine Stunde (neues Kennwort)",
      en: "until used; otherwise 14 days (invitation) or one hour (new password)",
    },
  },
  impersonal("own_archives", "attempt", "done", "total"),
  {
    table: "own_archives",
    columns: ["id", "person_id", "requested_at", "ready_at", "expires_at"],
    leaving: { person_id: "goes" },
    field: {
      de: "Archiv der eigenen Daten: wer es angefordert hat, wann, und bis wann es bereitliegt",
      en: "Archive of one's own data: who asked for it, when, and until when it lies ready",
    },
    purpose: { de: "Auskunft über die eigenen Daten", en: "access to one's own data" },
    readers: READERS.self,
    retention: {
      de: "drei Tage, oder bis die Person es löscht",
      en: "three days, or until the person deletes it",
    },
  },
  impersonal("own_archive_parts", "archive_id", "position", "attempt", "file_id", "bytes"),
  {
    table: "leavings",
    columns: ["person_id", "posts", "certificates", "by_self", "due_on", "begun_at"],
    leaving: { person_id: "goes" },
    field: {
      de: "Vorgesehenes Ausscheiden: ab wann, und was mit Beiträgen und Zertifikaten geschieht",
      en: "Leaving that is intended: from when, and what happens to posts and certificates",
    },
    purpose: {
      de: "Zeit lassen, es zurückzunehmen, und nach einer Unterbrechung weitermachen",
      en: "leaving time to take it back, and going on after an interruption",
    },
    readers: READERS.selfAndAdmins,
    retention: {
      de: "bis es zurückgenommen oder ausgeführt ist",
      en: "until it is taken back or carried out",
    },
  },
  impersonal("retention_rules", "kind", "days"),
  impersonal("legal_holds", "id", "subject_type"),
  {
    table: "legal_holds",
    columns: ["subject_id", "reason", "placed_by_id", "placed_at", "lifted_at"],
    leaving: { placed_by_id: "stays" },
    field: {
      de: "Sperren gegen Löschen: wessen Daten oder welches Thema, warum, von wem und wann",
      en: "Holds against deletion: whose data or which thread, why, by whom and when",
    },
    purpose: {
      de: "nichts löschen, was für ein Verfahren gebraucht wird",
      en: "deleting nothing that is needed for a proceeding",
    },
    readers: READERS.admins,
    retention: RETENTION.noLimit,
  },
]
