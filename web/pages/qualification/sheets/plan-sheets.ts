import {
  CHECKS,
  choicesOf,
  type FieldKind,
  findPlan,
  noteOn,
  PLANS,
  type PlanKind,
  type PlanView,
} from "../../../../server/qualification/outcome.ts"
import { formatDay } from "../../../layout/index.ts"
import type { Texts } from "../../../texts/index.ts"
import { choiceLabel, columnLabel, fieldLabel, hasChecklist, plainFields } from "../plans/labels.ts"
import {
  type Asked,
  box,
  type Contents,
  type Copy,
  type SheetField,
  type Slug,
  type Values,
} from "./sheet.ts"

/** What the group plans and decides together: all fields of the plan, in the order of its form. */
type PlanSheet = {
  slug: Slug
  kind: PlanKind
  /** Of the long texts, in lines by hand. */
  lines?: Record<string, number>
  /** Of the list: its empty rows, and what share of the line each column has. */
  rows?: number
  shares?: number[]
}
type Content = NonNullable<PlanView["content"]>

const PLAN_SHEETS: PlanSheet[] = [
  {
    kind: "it-call",
    slug: "telefonat-mit-der-it",
    lines: { exists: 4, operator: 3, users: 3, effort: 4, decider: 3 },
  },
  {
    kind: "rules",
    slug: "nutzungsregeln",
    lines: { aim: 3, rules: 15, upkeep: 3 },
  },
  {
    kind: "event",
    slug: "infoveranstaltung",
    lines: { aim: 3, preparation: 4, record: 6 },
    rows: 7,
    shares: [60, 15, 25],
  },
  {
    kind: "data-protection",
    slug: "datenschutz",
    lines: { questions: 5, decisions: 5 },
    rows: 5,
    shares: [50, 20, 18, 12],
  },
  {
    kind: "rollout",
    slug: "einfuehrung",
    lines: { support: 3, help: 3, review: 3 },
    rows: 7,
    shares: [13, 20, 18, 31, 18],
  },
  {
    kind: "lasting",
    slug: "was-bleibt",
    rows: 9,
    shares: [30, 24, 16, 16, 14],
  },
]

export const planSheets: Contents[] = [...PLAN_SHEETS.map(sheetOf), cards()]

function sheetOf(plan: PlanSheet): Contents {
  const { kind, slug } = plan
  return {
    slug,
    fields: (t) => [
      ...(hasChecklist(kind) ? [checklist(t, kind)] : []),
      ...plainFields(kind).map(([name, type]) => fieldOf(t, plan, name, type)),
      ...listOf(t, plan),
    ],
    copies: (asked, cohortId) => copiesOf(asked, cohortId, kind, valuesOf),
  }
}

function fieldOf(t: Texts, { kind, lines }: PlanSheet, name: string, type: FieldKind): SheetField {
  const label = fieldLabel(t, kind, name)
  if (type === "text") return { kind: "text", name, label, lines: lines?.[name] ?? 3 }
  else return { kind: "line", name, label, ours: type !== "line" }
}

const LIST = "lines"
const CHECKLIST = "checks"

function listOf(t: Texts, { kind, rows = 0, shares }: PlanSheet): SheetField[] {
  const columns = Object.entries(PLANS[kind].columns)
  if (columns.length === 0) return []
  const empty = columns.map(([, type]) => (type === "check" ? box(false) : ""))
  return [
    {
      kind: "table",
      name: LIST,
      label: t.qualification.plans.kinds[kind].lines,
      columns: columns.map(([name, type], index) => ({
        label: columnLabel(t, kind, name),
        share: shares?.[index] ?? 1,
        ours: type !== "line",
      })),
      blank: Array.from({ length: rows }, () => empty),
      lines: 1.5,
    },
  ]
}

function checklist(t: Texts, kind: PlanKind): SheetField {
  const { checklist, yes, no, checkNote } = t.qualification.plans
  const columns = [
    { label: t.qualification.sheets.question, share: 50, ours: true },
    { label: yes, share: 9, ours: true },
    { label: no, share: 10, ours: true },
    { label: checkNote, share: 31 },
  ]
  return {
    kind: "table",
    name: CHECKLIST,
    label: checklist,
    columns,
    blank: checked(t, kind, {}),
    lines: 1.5,
  }
}

const checked = (t: Texts, kind: PlanKind, fields: Content["fields"]) =>
  CHECKS.map((name) => [
    fieldLabel(t, kind, name),
    box(fields[name] === "yes"),
    box(fields[name] === "no"),
    fields[noteOn(name)] ?? "",
  ])

type Written = Pick<PlanView, "kind" | "html"> & { content: Content }

async function copiesOf(
  asked: Asked,
  cohortId: string,
  kind: PlanKind,
  values: (asked: Asked, written: Written) => Values,
): Promise<Copy[]> {
  const plan = await findPlan(asked.db, asked.actor, cohortId, kind)
  const { content } = plan
  return content
    ? [{ id: null, state: standingOf(asked, plan), values: values(asked, { ...plan, content }) }]
    : []
}

/** Which edition is read here: paper stays when the plan goes on. */
function standingOf({ t, locale }: Asked, { kind, version, decided }: PlanView): string {
  const words = t.qualification.plans
  const edition = words.edition(String(version))
  if (decided?.version !== version) return `${words.draft}, ${edition}`
  const on = kind === "event" ? words.recordedOn : words.decidedOn
  return `${edition}, ${on} ${formatDay(decided.on, locale)}`
}

function valuesOf(asked: Asked, { kind, html, content }: Written): Values {
  const { fields, lines } = content
  const columns = Object.entries(PLANS[kind].columns)
  const texts = plainFields(kind).map(([name, type]) => [name, said(asked, type, fields[name])] as const)
  return {
    texts: Object.fromEntries(texts),
    html: html ?? {},
    rows: {
      [LIST]: lines.map((line) => columns.map(([name, type]) => said(asked, type, line[name]))),
      ...(hasChecklist(kind) && { [CHECKLIST]: checked(asked.t, kind, fields) }),
    },
  }
}

function said({ t, locale }: Asked, type: FieldKind, value = ""): string {
  if (type === "check") return box(value === "yes")
  else if (type === "day") return value && formatDay(value, locale)
  else return choicesOf(type) ? choiceLabel(t, value) : value
}

/** Each objection or question on a card of its own, to be pinned up, put together and decided on. */
function cards(): Contents {
  const kind = "objections"
  const { columns } = PLANS[kind]
  const boxesOf = (t: Texts, name: string, label: string): SheetField => ({
    kind: "boxes",
    name,
    label,
    options: (choicesOf(columns[name] ?? "line") ?? []).map((value) => {
      return { value, label: choiceLabel(t, value) }
    }),
  })
  return {
    slug: "einwaende",
    fields: (t) => [
      {
        kind: "cards",
        count: 4,
        fields: [
          boxesOf(t, "card", ""),
          { kind: "text", name: "words", label: columnLabel(t, kind, "words"), lines: 4 },
          boxesOf(t, "outcome", columnLabel(t, kind, "outcome")),
        ],
      },
    ],
    copies: (asked, cohortId) =>
      copiesOf(asked, cohortId, kind, (_, { content }) => ({
        cards: content.lines.map(({ card = "", words = "", outcome = "" }) => ({
          texts: { words },
          boxes: { card: [card], outcome: [outcome] },
        })),
      })),
  }
}
