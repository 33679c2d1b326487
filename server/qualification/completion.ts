import type { ATTENDANCE, Requirement, StepKind } from "./tables.ts"

/** A dated step, as far as the rules look at it. */
export type RuledStep = { id: string; kind: StepKind; title: string; voluntary: boolean; cancelled: boolean }

/** One thing that a requirement asks for, and whether the learner has it. Without a step it concerns the whole half-year. */
export type Item = { stepId: string | null; title: string; done: boolean }

/** What one learner has of each requirement. What is missing here cannot be judged yet. */
export type Progress = Partial<Record<Requirement, Item[]>>

/** What is still owed for the certificate, in the order of the programme. What cannot be judged is owed. */
export const outstanding = (requirements: readonly Requirement[], progress: Progress): Requirement[] =>
  requirements.filter((requirement) => !isMet(progress[requirement]))

const isMet = (items: Item[] | undefined) => items?.every(({ done }) => done) ?? false

type Attendance = (typeof ATTENDANCE)[number]

/** Workshops and meetings; who was absent and made it up has been there. */
export const attendanceItems = (
  steps: RuledStep[],
  stateOf: (stepId: string) => Attendance | undefined,
): Item[] =>
  counting(steps, ["workshop", "meeting"]).map(({ id, title }) => {
    const state = stateOf(id)
    return { stepId: id, title, done: state === "present" || state === "made-up" }
  })

/** Those that the programme asks for; one that was passed over or left for later is not done. */
export const impulseItems = (steps: RuledStep[], isDone: (stepId: string) => boolean): Item[] =>
  counting(steps, ["impulse"]).map(({ id, title }) => ({ stepId: id, title, done: isDone(id) }))

/** One assessment for each learner, whatever appointments the cohort has for it. */
export const assessmentItems = (steps: RuledStep[], isConfirmed: boolean): Item[] => {
  const [step] = counting(steps, ["assessment"])
  return [{ stepId: step?.id ?? null, title: step?.title ?? "", done: isConfirmed }]
}

/** What is voluntary or was cancelled is asked of nobody. */
const counting = (steps: RuledStep[], kinds: StepKind[]) =>
  steps.filter(({ kind, voluntary, cancelled }) => kinds.includes(kind) && !voluntary && !cancelled)
