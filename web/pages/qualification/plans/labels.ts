import {
  CHECKS,
  choicesOf,
  type FieldKind,
  noteOn,
  PLANS,
  type PlanContent,
  type PlanKind,
  type PlanNames,
} from "../../../../server/qualification/outcome.ts"
import type { Compared } from "../../../layout/index.ts"
import type { Texts } from "../../../texts/index.ts"

/** What a field is called; of the checklist its question. */
export function fieldLabel(t: Texts, kind: PlanKind, name: string): string {
  const { checks, fields } = namesIn(t)
  const noted = CHECKS.find((check) => name === noteOn(check))
  if (noted) return `${t.qualification.plans.checkNote}: ${checks[noted]}`
  const labels: Record<string, string> = { ...checks, ...fields[kind] }
  return labels[name] ?? name
}

export function columnLabel(t: Texts, kind: PlanKind, name: string): string {
  const labels: Record<string, string> = namesIn(t).columns[kind]
  return labels[name] ?? name
}

/** Does not compile where a text lacks the name of a field. */
const namesIn = ({ qualification: { plans } }: Texts): PlanNames => plans

/** What was chosen, and the answer to a question of the checklist; nothing where nothing was. */
export const choiceLabel = (t: Texts, value: string): string => {
  const { choices, yes, no } = t.qualification.plans
  const labels: Record<string, string> = { ...choices, yes, no }
  return labels[value] ?? ""
}

/** The fields of a kind that stand on their own, apart from the checklist. */
export const plainFields = (kind: PlanKind) =>
  Object.entries(PLANS[kind].fields).filter(
    ([name]) => !CHECKS.some((check) => name === check || name === noteOn(check)),
  )

export const hasChecklist = (kind: PlanKind) => CHECKS.some((name) => name in PLANS[kind].fields)

/** Two editions, field by field; the rows of the list are lines of one text, so that one that is added is one line. */
export function comparedPlans(t: Texts, kind: PlanKind, saved: PlanContent, mine: PlanContent): Compared[] {
  const words = t.qualification.plans
  const { fields, columns } = PLANS[kind]
  const both = (name: string, label: string, of: (content: PlanContent) => string) => {
    return { name, label, saved: of(saved), mine: of(mine) }
  }
  const said = (value: string, type?: FieldKind) =>
    type && (type === "check" || choicesOf(type)) ? choiceLabel(t, value) : value
  const rowText = (line: Record<string, string>) =>
    Object.entries(columns)
      .filter(([name]) => line[name])
      .map(([name, type]) => `${columnLabel(t, kind, name)}: ${said(line[name] ?? "", type)}`)
      .join(" | ")
  return [
    ...Object.entries(fields).map(([name, type]) =>
      both(name, fieldLabel(t, kind, name), (content) => said(content.fields[name] ?? "", type)),
    ),
    ...(Object.keys(columns).length > 0
      ? [both("lines", words.kinds[kind].lines, ({ lines }) => lines.map(rowText).join("\n"))]
      : []),
    both("link", words.link, ({ link }) => link),
  ]
}
