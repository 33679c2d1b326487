import type { Feature } from "../tables.ts"

/** What a learning group plans and decides together, each with its own fields. */
export const PLAN_KINDS = [
  "it-call",
  "event",
  "objections",
  "rules",
  "rollout",
  "data-protection",
  "lasting",
] as const
export type PlanKind = (typeof PLAN_KINDS)[number]

/** What can be chosen, besides nothing. */
export const PLAN_CHOICES = {
  card: ["objection", "question"],
  /** What becomes of an objection. */
  outcome: ["change", "explain", "pass-on", "keep"],
} as const
type PlanChoice = keyof typeof PLAN_CHOICES

/** `line` and `text` are words, `day` is a date or empty, `check` is yes, no or empty; the others are choices. */
export type FieldKind = "line" | "text" | "day" | "check" | PlanChoice
type Definition = {
  /** The feature of a step that asks for it. */
  feature: Feature
  fields: Record<string, FieldKind>
  /** Of the list that belongs to it; none where there is no list. */
  columns: Record<string, FieldKind>
}

/** The questions of the data protection workshop, in the order in which they are gone through. */
export const CHECKS = [
  "purpose",
  "legalBasis",
  "activities",
  "impact",
  "catalogue",
  "access",
  "posts",
  "deletion",
  "rights",
  "processor",
  "outside",
  "security",
  "council",
  "training",
] as const

/** The field for what is noted on a question. */
export const noteOn = (check: (typeof CHECKS)[number]) => `${check}Note`

const checks = Object.fromEntries(
  CHECKS.flatMap((name): [string, FieldKind][] => [
    [name, "check"],
    [noteOn(name), "line"],
  ]),
)

/** Without the checklist, whose fields follow from its questions. */
const written = {
  "it-call": {
    feature: "project",
    fields: {
      contact: "line",
      day: "day",
      exists: "text",
      operator: "text",
      users: "text",
      effort: "text",
      decider: "text",
    },
    columns: {},
  },
  event: {
    feature: "event",
    fields: {
      aim: "text",
      day: "day",
      time: "line",
      place: "line",
      audience: "line",
      hosts: "line",
      preparation: "text",
      record: "text",
    },
    columns: { topic: "line", minutes: "line", who: "line" },
  },
  objections: {
    feature: "event",
    fields: {},
    columns: { card: "card", words: "line", outcome: "outcome", measure: "line", who: "line", until: "day" },
  },
  rules: {
    feature: "rules",
    fields: { aim: "text", rules: "text", upkeep: "text" },
    columns: {},
  },
  rollout: {
    feature: "rollout",
    fields: { startOn: "day", support: "text", help: "text", review: "text" },
    columns: { day: "day", audience: "line", who: "line", message: "line", channel: "line" },
  },
  "data-protection": {
    feature: "data-protection",
    fields: { questions: "text", decisions: "text" },
    columns: { task: "line", who: "line", until: "day", done: "check" },
  },
  lasting: {
    feature: "retrospective",
    fields: {},
    columns: { what: "line", place: "line", who: "line", deputy: "line", day: "day" },
  },
} satisfies Record<PlanKind, Definition>

/** What the texts have to name. */
export type PlanNames = {
  fields: { [Kind in PlanKind]: Record<keyof (typeof written)[Kind]["fields"], string> }
  columns: { [Kind in PlanKind]: Record<keyof (typeof written)[Kind]["columns"], string> }
  checks: Record<(typeof CHECKS)[number], string>
}

export const PLANS: Record<PlanKind, Definition> = {
  ...written,
  "data-protection": {
    ...written["data-protection"],
    fields: { ...checks, ...written["data-protection"].fields },
  },
}

/** Of a field that is chosen: what there is to choose from. */
export const choicesOf = (type: FieldKind): readonly string[] | null =>
  type in PLAN_CHOICES ? PLAN_CHOICES[type as PlanChoice] : null

/** What is written in Markdown. */
export const longTexts = (kind: PlanKind): string[] =>
  Object.entries(PLANS[kind].fields).flatMap(([name, type]) => (type === "text" ? [name] : []))

export const MOST_LINES = 30
export const LONGEST = { line: 300, text: 10_000 } as const
