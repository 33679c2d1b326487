import type { Locale } from "../../kernel/actor.ts"

type Bilingual = Record<Locale, string>

/** Columns that say something about a person: what, why, who reads it, how long. */
export type PersonalEntry = {
  /** Of the schema `public`, or with its schema: `pgboss.job`. */
  table: string
  columns: string[]
  field: Bilingual
  purpose: Bilingual
  readers: Bilingual
  retention: Bilingual
}

/** Columns that were looked at and say nothing about a person. `*` only in tables that are not our own. */
export type ImpersonalEntry = { table: string; columns: string[]; personal: false }

export type CatalogueEntry = PersonalEntry | ImpersonalEntry

export const isPersonal = (entry: CatalogueEntry): entry is PersonalEntry => !("personal" in entry)

export const impersonal = (table: string, ...columns: string[]): ImpersonalEntry => {
  return { table, columns, personal: false }
}

/** What many entries have in common. */
export const READERS = {
  self: { de: "die Person selbst", en: "the person themselves" },
  admins: { de: "Administration", en: "administrators" },
  selfAndAdmins: { de: "die Person selbst, Administration", en: "the person themselves, administrators" },
  nobody: {
    de: "niemand über das Programm; nur wer Zugang zur Datenbank hat",
    en: "nobody through the program; only those with access to the database",
  },
  signedIn: { de: "alle Angemeldeten", en: "everybody who is signed in" },
} satisfies Record<string, Bilingual>

export const RETENTION = {
  withPerson: {
    de: "solange das Konto besteht; Konten werden deaktiviert, nicht gelöscht",
    en: "as long as the account exists; accounts are deactivated, not deleted",
  },
  noLimit: {
    de: "ohne automatische Löschung; die Frist legt die Behörde fest, am besten in der Dienstvereinbarung",
    en: "no automatic deletion; the authority sets the period, best in the works agreement",
  },
} satisfies Record<string, Bilingual>
