import { dayOf, instantOf, MINUTE, now } from "../../kernel/time.ts"
import { addDays, daysBetween, type Land, workdayNear } from "../../kernel/workdays.ts"
import type { programmeSteps, StepKind } from "../tables.ts"

export type TemplateStep = Pick<
  typeof programmeSteps.$inferSelect,
  "id" | "kind" | "week" | "weeks" | "minutes" | "position"
>
export type Setting = { startOn: string; time: string; land: Land }
export type StepTime = { stepId: string; startsAt: Date; endsAt: Date }

/** What people come together for, or what has a day of its own; the rest follows from it. */
const PLACED: readonly StepKind[] = ["workshop", "meeting", "assessment", "certificate"]
export const isPlaced = ({ kind }: { kind: StepKind }) => PLACED.includes(kind)

/** For learners a step begins on its date, and one that was cancelled not at all. */
export const hasBegun = ({ startsAt, cancelledAt }: { startsAt: Date; cancelledAt: Date | null }) =>
  cancelledAt === null && startsAt <= now()

const RELEASE = "08:00"

/**
 * Dates of everything that has one, from the weeks of the programme: on the weekday of the start or the nearest
 * working day. A practice phase keeps its weeks: what a holiday shortens too much moves all that follows by a week.
 */
export function proposeTimes(steps: TemplateStep[], { startOn, time, land }: Setting): StepTime[] {
  const found: StepTime[] = []
  let shift = 0
  let last = { day: startOn, week: 0 }
  let phase = 0
  for (const step of inOrder(steps)) {
    if (step.kind === "practice") phase = step.weeks
    if (!isPlaced(step)) continue
    const isAfter = step.kind === "assessment" || step.kind === "certificate"
    const earliest = isAfter
      ? addDays(last.day, Math.max(0, step.week - last.week) * 7)
      : addDays(last.day, step.kind === "workshop" ? phase * 7 : 0)
    let wished = isAfter ? earliest : addDays(startOn, (step.week + shift) * 7)
    while (wished < earliest) {
      wished = addDays(wished, 7)
      shift += 1
    }
    const day = workdayNear(wished, land, earliest)
    found.push(timeOf(step, instantOf(`${day}T${time}`)))
    if (step.kind === "meeting") continue
    shift += Math.max(0, Math.trunc(daysBetween(wished, day) / 7))
    last = { day, week: step.week }
    phase = 0
  }
  return found
}

export const timeOf = ({ id, minutes }: Pick<TemplateStep, "id" | "minutes">, startsAt: Date): StepTime => {
  return { stepId: id, startsAt, endsAt: new Date(startsAt.getTime() + minutes * MINUTE) }
}

/** Practice phases span from one workshop to the next; in each, one date a week for its impulses. */
export function followingTimes(
  steps: TemplateStep[],
  placed: StepTime[],
  { startOn, land }: Pick<Setting, "startOn" | "land">,
): StepTime[] {
  const ordered = inOrder(steps)
  const dayIn = new Map(placed.map(({ stepId, startsAt }) => [stepId, dayOf(startsAt)]))
  const phases = ordered
    .filter(({ kind }) => kind === "practice")
    .map((step) => ({ step, ...spanOf(step, ordered, dayIn, startOn) }))
  const impulses = ordered.filter(({ kind }) => kind === "impulse")
  const homes = impulses.map((step) => ({ step, phase: phaseOf(step, phases) }))
  return [
    ...phases.map(({ step, from, until }) => ({
      stepId: step.id,
      startsAt: instantOf(`${from}T00:00`),
      endsAt: instantOf(`${until}T00:00`),
    })),
    ...homes.map(({ step, phase }) => {
      const mates = homes.filter((one) => one.phase === phase).map((one) => one.step.week)
      const day = phase ? releaseIn(phase, step.week, mates, land) : releaseAlone(step, startOn, land)
      return timeOf(step, instantOf(`${day}T${RELEASE}`))
    }),
  ]
}

const inOrder = (steps: TemplateStep[]) => steps.toSorted((a, b) => a.position - b.position)

/** `base` is the day from which the weeks of its impulses are counted, `week` the programme's for that day. */
type Span = { base: string; week: number; from: string; until: string }
type Phase = Span & { step: TemplateStep }

function spanOf(
  phase: TemplateStep,
  steps: TemplateStep[],
  dayIn: Map<string, string>,
  startOn: string,
): Span {
  const ends = steps.filter(({ kind }) => kind === "workshop" || kind === "assessment")
  const before = ends.findLast(({ position }) => position < phase.position)
  const after = ends.find(({ position }) => position > phase.position)
  const base = (before && dayIn.get(before.id)) ?? addDays(startOn, phase.week * 7)
  const from = before ? addDays(base, 1) : base
  const until = (after && dayIn.get(after.id)) ?? addDays(from, phase.weeks * 7)
  const week = before?.week ?? phase.week
  return { base, week, from, until: until > from ? until : addDays(from, 1) }
}

/** By its week, else by its place in the programme. */
function phaseOf(impulse: TemplateStep, phases: Phase[]): Phase | undefined {
  const byPlace = phases.findLast(({ step }) => step.position < impulse.position)
  const holds = ({ step }: Phase) => impulse.week >= step.week && impulse.week < step.week + step.weeks
  if (byPlace && holds(byPlace)) return byPlace
  return phases.find(holds) ?? byPlace
}

/**
 * In the week that the programme says; closer together where the phase has become too short for that. What would
 * fall into days off that last longer waits for the week after, and the rest of the phase with it, as long as it fits.
 */
function releaseIn({ base, week, from, until }: Phase, own: number, weeks: number[], land: Land): string {
  const farthest = Math.max(1, ...weeks.map((one) => one - week))
  const apart = Math.min(7, Math.max(1, Math.floor(daysBetween(from, until) / farthest)))
  const dayIn = (one: number, waited: number) => addDays(base, Math.max(0, one - week) * apart + waited)
  const mayWait = dayIn(week + farthest, 7) < until
  const isFarOff = (day: string) => daysBetween(day, workdayNear(day, land, from)) > FAR_OFF
  const waits = mayWait && weeks.some((one) => one <= own && isFarOff(dayIn(one, 0)))
  const wished = dayIn(own, waits ? 7 : 0)
  const day = workdayNear(wished, land, from)
  return day < until ? day : wished
}

const FAR_OFF = 3

const releaseAlone = ({ week }: TemplateStep, startOn: string, land: Land) =>
  workdayNear(addDays(startOn, week * 7), land, startOn)
