import type { StepDate } from "../schema.ts"
import type { Place } from "./schema.ts"

type Timed = Pick<StepDate, "id" | "kind" | "startsAt" | "endsAt" | "cancelled">

export type Course<T> = { next: T | null; steps: { step: T; place: Place }[] }

/** People meet on it, or it is their own: what a day in the calendar is kept for. */
const isAppointment = ({ kind, cancelled }: Timed) => !cancelled && kind !== "practice" && kind !== "impulse"

/** The appointment that is running or comes next. */
export const nextOf = <T extends Timed>(steps: readonly T[], at: Date): T | null =>
  steps.find((step) => isAppointment(step) && new Date(step.endsAt) > at) ?? null

/** Where a step stands, seen from today. */
export function placeOf(step: Timed, next: Timed | null, at: Date): Place {
  if (new Date(step.endsAt) <= at) return "past"
  if (!step.cancelled && new Date(step.startsAt) <= at) return "now"
  return step.id === next?.id ? "next" : "later"
}

/** The dates of a cohort but the impulses, each with where it stands, and the appointment that comes next. */
export function courseOf<T extends Timed>(all: readonly T[], at: Date): Course<T> {
  const steps = all.filter(({ kind }) => kind !== "impulse")
  const next = nextOf(steps, at)
  return { next, steps: steps.map((step) => ({ step, place: placeOf(step, next, at) })) }
}

/** Whose tasks are to be done now: of the last appointment, and of the practice phase that is running. */
export function givers<T extends Timed>(steps: readonly T[], at: Date): T[] {
  const last = steps.findLast((step) => isAppointment(step) && new Date(step.endsAt) <= at)
  const running = steps.filter((step) => step.kind === "practice" && placeOf(step, null, at) === "now")
  return last ? [last, ...running] : running
}
