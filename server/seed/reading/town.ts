import { type Static, Type } from "typebox"
import { ROLES } from "../../kernel/actor.ts"
import type { ContentFolder } from "../../kernel/content-folder.ts"
import { Choice, Closed, Line } from "../../kernel/schemas.ts"
import { Audience, Key, Keys, Markdown, Name } from "./fields.ts"

const Department = Closed({
  key: Key,
  name: Name,
  short: Name,
  parent: Type.Optional(Key),
  mailbox: Type.Optional(Type.String({ format: "idn-email" })),
})

const Person = Closed({
  key: Key,
  displayName: Name,
  email: Type.String({ format: "idn-email" }),
  departments: Keys,
  roles: Type.Array(Choice(ROLES), { minItems: 1, uniqueItems: true }),
  /** Shown beside the name on the sign-in page of the trial. */
  note: Closed({ de: Line(300), en: Line(300) }),
})

const People = Closed({ departments: Type.Array(Department), people: Type.Array(Person) })

export const readPeople = (folder: ContentFolder): Static<typeof People> =>
  folder.table("people.yaml", People)

const Category = Closed({
  key: Key,
  kind: Choice(["questions", "best-practices"]),
  parent: Type.Optional(Key),
  name: Name,
  description: Line(300),
  responsible: Type.Optional(Key),
  audience: Audience,
  /** Shown while writing. */
  guide: Markdown,
})
export type SeedCategory = Static<typeof Category>

/** In the order in which they are shown. */
export const readCategories = (folder: ContentFolder): SeedCategory[] =>
  folder.table("categories.yaml", Type.Array(Category))

/** Abbreviations of the field, each with what it stands for. */
export const readSynonyms = (folder: ContentFolder): string[][] =>
  folder.table("synonyms.yaml", Type.Array(Type.Array(Name, { minItems: 2 })))
