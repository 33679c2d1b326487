import type { Bilingual } from "../../kernel/actor.ts"

/** What becomes of a row when the person in a column of it leaves for good. */
type Departure =
  /** The row is deleted. */
  | "goes"
  /** The column is emptied. */
  | "unnamed"
  /** The row stays, by a former employee. */
  | "stays"

/** Columns that say something about a person: what, why, who reads it, how long. */
export type PersonalEntry = {
  /** Of the schema `public`, or with its schema: `pgboss.job`. */
  table: string
  columns: string[]
  field: Bilingual
  purpose: Bilingual
  readers: Bilingual
  retention: Bilingual
  /** Of the columns that hold a person's id: what happens when that person leaves. */
  leaving?: Record<string, Departure>
  /** The texts are somebody else's document, and go on naming whoever signed it. */
  keepsNames?: true
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
    de: "bis die Person ausscheidet und ihr Konto aufgelöst wird",
    en: "until the person leaves and their account is dissolved",
  },
  noLimit: {
    de: "ohne automatische Löschung; wer ausscheidet, ist danach nicht mehr genannt",
    en: "no automatic deletion; whoever leaves is named no longer",
  },
  postVersions: {
    de: "so lange, wie die Administration es unter „Aufbewahrung“ für frühere Fassungen einstellt; sonst ohne automatische Löschung",
    en: "as long as the administration sets it under “Retention” for earlier versions; otherwise no automatic deletion",
  },
  withdrawnPosts: {
    de: "ohne automatische Löschung; zurückgezogen oder ausgeblendet so lange, wie die Administration es unter „Aufbewahrung“ einstellt",
    en: "no automatic deletion; withdrawn or hidden as long as the administration sets it under “Retention”",
  },
} satisfies Record<string, Bilingual>
