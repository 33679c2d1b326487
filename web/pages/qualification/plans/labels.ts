import { CHECKS, PLANS, type PlanKind } from "../../../../server/qualification/index.ts"
import type { Texts } from "../../../texts/index.ts"

/** What a field is called; of the checklist its question. */
export function fieldLabel(t: Texts, kind: PlanKind, name: string): string {
  const words = t.qualification.plans
  const labels: Record<string, string> = { ...words.checks, ...words.fields[kind] }
  if (name.endsWith("Note")) return `${words.checkNote}: ${labels[name.replace("Note", "")]}`
  return labels[name] ?? name
}

export function columnLabel(t: Texts, kind: PlanKind, name: string): string {
  const labels: Record<string, string> = t.qualification.plans.columns[kind]
  return labels[name] ?? name
}

/** The fields of a kind that stand on their own, apart from the checklist. */
export const plainFields = (kind: PlanKind) =>
  Object.entries(PLANS[kind].fields).filter(
    ([name]) => !CHECKS.some((check) => name === check || name === `${check}Note`),
  )

export const hasChecklist = (kind: PlanKind) => CHECKS.some((name) => name in PLANS[kind].fields)
