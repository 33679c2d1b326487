import type { Fault, ProgrammeView, StepView } from "../../../../server/qualification/core.ts"
import type { Texts } from "../../../texts/index.ts"
import { programmeLabels, stepPathOf } from "./frame.tsx"

/** "Wochen 1 bis 4" of a practice phase, "Woche 5" of anything else. */
export function weekText(t: Texts, { week, weeks, kind }: Pick<StepView, "week" | "weeks" | "kind">): string {
  const words = t.qualification.programmes
  return kind === "practice" && weeks > 1 ? words.weekSpan(week, week + weeks - 1) : words.week(week)
}

export function durationText(t: Texts, { kind, weeks, minutes }: StepView): string {
  const words = t.qualification.programmes
  if (kind === "practice") return words.lasting(weeks)
  return minutes > 0 && kind !== "certificate" ? words.minutes(minutes) : ""
}

/** How many weeks a programme takes, from its start to the end of its last step. */
export const weeksOf = (steps: StepView[]) =>
  Math.max(0, ...steps.map(({ week, weeks, kind }) => week + (kind === "practice" ? Math.max(weeks, 1) : 1)))

/** A fault as a sentence that names step and field, with the place where it is put right. */
export function faultText(t: Texts, programme: ProgrammeView, fault: Fault): { href: string; text: string } {
  const words = t.qualification.programmes
  const labels = programmeLabels(t)
  const said = words.faults[fault.code]
  const step = programme.steps.find(({ id }) => id === fault.stepId)
  if (step) {
    const numbers =
      fault.found === null || fault.expected === null
        ? ""
        : ` ${words.faultNumbers(fault.found, fault.expected)}`
    const place = words.faultAt(step.title, labels[fault.field] ?? fault.field)
    return {
      href: `${stepPathOf(step.id)}#feld-${fault.field}`,
      text: `${place}: ${said}${numbers}`,
    }
  }
  const requirements: Record<string, string> = words.requirements
  const requirement = requirements[fault.field.replace("requirements.", "")]
  if (requirement) return { href: "#feld-requirements", text: `„${requirement}“ ${said}` }
  return { href: "#feld-kind", text: said }
}
