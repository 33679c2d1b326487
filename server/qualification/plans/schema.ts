import { type Static, type TSchema, Type } from "typebox"
import { AtVersion, Choice, Closed, Day, Id, Nullable } from "../../kernel/schemas.ts"
import { HtmlByField } from "../schema.ts"
import {
  type FieldKind,
  LONGEST,
  MOST_LINES,
  PLAN_CHOICES,
  PLAN_KINDS,
  PLANS,
  type PlanKind,
} from "./kinds.ts"

const VALUES: Record<FieldKind, TSchema> = {
  line: Type.String({ maxLength: LONGEST.line, pattern: "^[^\\r\\n]*$" }),
  text: Type.String({ maxLength: LONGEST.text }),
  day: Type.Union([Day, Type.Literal("")]),
  check: Choice(["", "yes", "no"]),
  card: Choice(["", ...PLAN_CHOICES.card]),
  outcome: Choice(["", ...PLAN_CHOICES.outcome]),
}

/** Where the real thing is: an address on the web or in the forum. */
const Link = Type.String({ maxLength: 500, pattern: "^((https?://|/)[^\\s]*)?$" })

const schemasOf = (kinds: Record<string, FieldKind>) =>
  Object.fromEntries(Object.entries(kinds).map(([name, kind]) => [name, VALUES[kind]]))

/** What each value of a plan takes, by its name. */
export const planValues = (kind: PlanKind) => ({
  link: Link,
  fields: schemasOf(PLANS[kind].fields),
  columns: schemasOf(PLANS[kind].columns),
})

function contentOf(kind: PlanKind) {
  const { link, fields, columns } = planValues(kind)
  return Closed({
    link,
    fields: Closed(fields),
    lines: Type.Array(Closed(columns), { maxItems: MOST_LINES }),
  })
}

/** The fields of one kind, each present, empty where nothing was written yet. */
export const contentSchemas = {
  "it-call": contentOf("it-call"),
  event: contentOf("event"),
  objections: contentOf("objections"),
  rules: contentOf("rules"),
  rollout: contentOf("rollout"),
  "data-protection": contentOf("data-protection"),
  lasting: contentOf("lasting"),
}

const Words = Type.Record(
  Type.String({ pattern: "^[a-zA-Z]{1,40}$" }),
  Type.String({ maxLength: LONGEST.text }),
)

/** Which fields there are depends on the kind: `contentSchemas` says it, and unknown or missing ones are refused. */
const Content = Closed("PlanContent", {
  link: Type.String({ maxLength: 500 }),
  fields: Words,
  lines: Type.Array(Words, { maxItems: MOST_LINES }),
})

const edition = { content: Content, html: HtmlByField }

export const SavedPlan = Closed("SavedPlan", { version: Type.Integer({ minimum: 0 }), content: Content })
export type SavedPlan = Static<typeof SavedPlan>

export const DecidedPlan = AtVersion

export const PlanAddress = Closed({ id: Id, kind: Choice(PLAN_KINDS, "PlanKind") })
export const PlanEdition = Closed({
  id: Id,
  kind: Choice(PLAN_KINDS, "PlanKind"),
  version: Type.Integer({ minimum: 1 }),
})

export const PlanView = Closed("Plan", {
  kind: Choice(PLAN_KINDS, "PlanKind"),
  /** 0 as long as nothing was written. */
  version: Type.Integer(),
  content: Nullable(Content),
  html: Nullable(HtmlByField),
  decided: Nullable(Closed({ version: Type.Integer(), on: Day, ...edition })),
  can: Closed({ edit: Type.Boolean(), decide: Type.Boolean() }),
})
export type PlanView = Static<typeof PlanView>

export const PlanEditionView = Closed("PlanEdition", { version: Type.Integer(), ...edition })

/** What a data protection workshop has laid down, as everybody in the house reads it. */
export const DataProtectionView = Closed("DataProtection", {
  id: Id,
  cohort: Type.String(),
  on: Day,
  ...edition,
})
export type DataProtectionView = Static<typeof DataProtectionView>
