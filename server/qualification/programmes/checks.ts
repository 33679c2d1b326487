import type { Requirement, StepKind } from "../tables.ts"
import type { Programme, ProgrammeStep } from "./policy.ts"

export const FAULTS = [
  "no-steps",
  "requirement-unmet",
  "certificate-missing",
  "certificate-twice",
  "certificate-early",
  "assessment-early",
  "order",
  "phase-too-long",
  "weeks-missing",
  "minutes-missing",
  "agenda-missing",
  "agenda-sum",
  "contents-missing",
  "options-missing",
] as const
type Code = (typeof FAULTS)[number]

export type FoundFault = {
  stepId: string | null
  field: string
  code: Code
  found: number | null
  expected: number | null
}

type Step = Omit<ProgrammeStep, "programmeId" | "html">

const SESSIONS: StepKind[] = ["workshop", "meeting", "assessment"]
export const isSession = (kind: StepKind) => SESSIONS.includes(kind)

/** What a programme lacks before a cohort can start with it, in the order of its steps. */
export function faultsOf({ requirements }: Pick<Programme, "requirements">, steps: Step[]): FoundFault[] {
  if (steps.length === 0) return [fault(null, "steps", "no-steps")]
  return [
    ...requirements
      .filter((one) => !isMet(one, steps))
      .map((one) => fault(null, `requirements.${one}`, "requirement-unmet")),
    ...certificateFaults(requirements, steps),
    ...steps.flatMap((step, index) => [...ownFaults(step), ...placeFaults(step, index, steps)]),
  ]
}

/** Whether there is a step in which what is asked for can be done. */
function isMet(requirement: Requirement, steps: Step[]): boolean {
  if (requirement === "attendance") return steps.some(({ kind }) => isSession(kind))
  if (requirement === "assessment") return steps.some(({ kind }) => kind === "assessment")
  if (requirement === "impulses") return steps.some(({ kind, voluntary }) => kind === "impulse" && !voluntary)
  const feature = requirement === "project" ? "project" : "agreement"
  return steps.some(({ features }) => features.includes(feature))
}

function certificateFaults(requirements: Requirement[], steps: Step[]): FoundFault[] {
  const certificates = steps.filter(({ kind }) => kind === "certificate")
  const [first, second] = certificates
  if (!first) return requirements.length > 0 ? [fault(null, "steps", "certificate-missing")] : []
  if (second) return [fault(second.id, "kind", "certificate-twice")]
  const last = latest(steps.filter(({ kind }) => kind !== "certificate"))
  return first.week < last ? [fault(first.id, "week", "certificate-early", first.week, last)] : []
}

function ownFaults({ id, kind, weeks, minutes, agenda, questions, contents, tasks }: Step): FoundFault[] {
  const faults: FoundFault[] = []
  if (kind === "practice" && weeks === 0) faults.push(fault(id, "weeks", "weeks-missing"))
  if ((isSession(kind) || kind === "impulse") && minutes === 0)
    faults.push(fault(id, "minutes", "minutes-missing"))
  if (kind === "impulse" && `${contents}${tasks}`.trim() === "")
    faults.push(fault(id, "contents", "contents-missing"))
  if (kind === "impulse" && questions.some((one) => one.kind === "choice" && one.options.length < 2))
    faults.push(fault(id, "questions", "options-missing"))
  if (!isSession(kind)) return faults
  const sum = agenda.reduce((all, line) => all + line.minutes, 0)
  if (agenda.length === 0) faults.push(fault(id, "agenda", "agenda-missing"))
  else if (sum !== minutes) faults.push(fault(id, "agenda", "agenda-sum", sum, minutes))
  return faults
}

function placeFaults({ id, kind, week, weeks }: Step, index: number, steps: Step[]): FoundFault[] {
  const before = latest(steps.slice(0, index))
  if (week < before && kind !== "certificate") return [fault(id, "week", "order", week, before)]
  const workshops = steps.filter((one) => one.kind === "workshop")
  const next = workshops.find((one) => one.week > week)
  if (kind === "practice" && next && week + weeks > next.week)
    return [fault(id, "weeks", "phase-too-long", weeks, next.week - week)]
  if (kind === "assessment" && week < latest(workshops))
    return [fault(id, "week", "assessment-early", week, latest(workshops))]
  return []
}

const latest = (steps: Step[]) => Math.max(0, ...steps.map(({ week }) => week))

const fault = (
  stepId: string | null,
  field: string,
  code: Code,
  found: number | null = null,
  expected: number | null = null,
): FoundFault => ({ stepId, field, code, found, expected })
