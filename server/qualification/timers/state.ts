import { MINUTE } from "../../kernel/time.ts"
import type { TimedPhase } from "./tables.ts"

/** A phase as it is planned: of an agenda, of peer consulting, of an assessment. */
export type Phase = { title: string; minutes: number; isBreak: boolean }

/** A timer that runs, waits or is over. Everything here is a pure function of it and an instant. */
export type TimerState = {
  phases: TimedPhase[]
  position: number
  startedAt: Date
  phaseStartedAt: Date
  pausedAt: Date | null
  endedAt: Date | null
  plannedEndAt: Date
  workSince: Date
}

const BREAK_AFTER_MINUTES = 90
export const MOST_PHASES = 40
const SECOND = 1000

export function startTimerAt(phases: readonly Phase[], at: Date): TimerState {
  const minutes = phases.reduce((sum, phase) => sum + phase.minutes, 0)
  return {
    phases: phases.map(({ title, minutes, isBreak }) => ({ title, minutes, isBreak, spent: 0 })),
    position: 0,
    startedAt: at,
    phaseStartedAt: at,
    pausedAt: null,
    endedAt: null,
    plannedEndAt: new Date(at.getTime() + minutes * MINUTE),
    workSince: at,
  }
}

/** The instant at which the timer stands: while it is paused, and after its end, time does not pass for it. */
const standsAt = ({ pausedAt, endedAt }: TimerState, at: Date) => endedAt ?? pausedAt ?? at

/** Seconds that the present phase has had. */
const spentAt = (state: TimerState, at: Date): number =>
  Math.max(0, Math.round((standsAt(state, at).getTime() - state.phaseStartedAt.getTime()) / SECOND))

/** Seconds that are left of the present phase; less than none when it takes longer than planned. */
export const remainingAt = (state: TimerState, at: Date): number =>
  (state.phases[state.position]?.minutes ?? 0) * 60 - spentAt(state, at)

/** When everything is over as it looks now. A phase that takes longer ends now at the earliest. */
export function expectedEndAt(state: TimerState, at: Date): Date {
  const later = state.phases.slice(state.position + 1).reduce((sum, { minutes, spent }) => {
    return sum + Math.max(0, minutes * 60 - spent)
  }, 0)
  return new Date(at.getTime() + (Math.max(0, remainingAt(state, at)) + later) * SECOND)
}

/** Whole minutes that it will end later than planned (less than none: earlier). */
export const lateAt = (state: TimerState, at: Date): number =>
  state.endedAt ? 0 : Math.round((expectedEndAt(state, at).getTime() - state.plannedEndAt.getTime()) / MINUTE)

/** When a break is due; null while there is one, or when the next one comes in time. */
export function breakDueAt(state: TimerState): Date | null {
  if (state.endedAt || state.pausedAt || state.phases[state.position]?.isBreak) return null
  return new Date(state.workSince.getTime() + BREAK_AFTER_MINUTES * MINUTE)
}

/** Leaves the present phase for another. A phase that was left before goes on where it was. */
function goTo(state: TimerState, position: number, at: Date): TimerState {
  const here = state.phases[state.position]
  const there = state.phases[position]
  if (!there) return state
  const spent = spentAt(state, at)
  const phases = state.phases.map((phase, index) => (index === state.position ? { ...phase, spent } : phase))
  return {
    ...state,
    phases,
    position,
    phaseStartedAt: new Date(at.getTime() - there.spent * SECOND),
    pausedAt: state.pausedAt && at,
    workSince: here?.isBreak ? at : state.workSince,
  }
}

export function nextPhase(state: TimerState, at: Date): TimerState {
  if (state.endedAt) return state
  return state.position + 1 < state.phases.length ? goTo(state, state.position + 1, at) : endTimer(state, at)
}

export const previousPhase = (state: TimerState, at: Date): TimerState =>
  state.position > 0 && !state.endedAt ? goTo(state, state.position - 1, at) : state

export const pauseTimer = (state: TimerState, at: Date): TimerState =>
  state.pausedAt || state.endedAt ? state : { ...state, pausedAt: at }

/** A pause of five minutes is as good as a break. */
const RESTING = 5 * MINUTE

export function resumeTimer(state: TimerState, at: Date): TimerState {
  if (!state.pausedAt) return state
  const paused = at.getTime() - state.pausedAt.getTime()
  const phaseStartedAt = new Date(state.phaseStartedAt.getTime() + paused)
  return { ...state, phaseStartedAt, pausedAt: null, workSince: paused >= RESTING ? at : state.workSince }
}

export const endTimer = (state: TimerState, at: Date): TimerState =>
  state.endedAt ? state : { ...resumeTimer(state, at), endedAt: at }

/** Takes the end back: the phase goes on where it was. */
export function reopenTimer(state: TimerState, at: Date): TimerState {
  if (!state.endedAt) return state
  const phaseStartedAt = new Date(at.getTime() - spentAt(state, at) * SECOND)
  return { ...state, phaseStartedAt, endedAt: null }
}

/** Gives the present phase more time; what follows moves, until somebody shortens it. */
export function lengthenPhase(state: TimerState, minutes: number): TimerState {
  const phases = state.phases.map((phase, index) =>
    index === state.position ? { ...phase, minutes: phase.minutes + minutes } : phase,
  )
  return { ...state, phases }
}

/** "12 min später": the rest moves as it is, and the new end is the planned one. */
export const shiftRest = (state: TimerState, at: Date): TimerState => {
  return { ...state, plannedEndAt: expectedEndAt(state, at) }
}

/**
 * "12 min später", but the end stays: later phases get shorter, each by its share, none below a minute; breaks stay
 * as long as they are. Where that does not suffice, the end is later after all.
 */
export function shortenRest(state: TimerState, at: Date): TimerState {
  const late = lateAt(state, at)
  const spare = (phase: TimedPhase, index: number) =>
    index > state.position && !phase.isBreak
      ? Math.max(0, phase.minutes - Math.max(1, Math.ceil(phase.spent / 60)))
      : 0
  const spares = state.phases.map(spare)
  const total = spares.reduce((sum, one) => sum + one, 0)
  let cut = Math.min(late, total)
  if (cut <= 0) return state
  const shares = spares.map((one) => Math.floor((one * cut) / total))
  cut -= shares.reduce((sum, one) => sum + one, 0)
  const phases = state.phases.map((phase, index) => {
    const more = cut > 0 && (shares[index] ?? 0) < (spares[index] ?? 0) ? 1 : 0
    cut -= more
    return { ...phase, minutes: phase.minutes - (shares[index] ?? 0) - more }
  })
  return { ...state, phases }
}

/** A break now: what is left of the present phase follows after it. */
export function insertBreak(state: TimerState, title: string, minutes: number, at: Date): TimerState {
  const here = state.phases[state.position]
  if (!here || here.isBreak || state.endedAt || state.phases.length + 2 > MOST_PHASES) return state
  const had = Math.ceil(spentAt(state, at) / 60)
  const rest = here.minutes - had
  const pause = { title, minutes, isBreak: true, spent: 0 }
  const after = rest > 0 ? [{ ...here, minutes: rest, spent: 0 }] : []
  const phases = state.phases.toSpliced(
    state.position,
    1,
    { ...here, minutes: Math.max(1, had) },
    pause,
    ...after,
  )
  return goTo({ ...state, phases }, state.position + 1, at)
}

/** What is still to come, as somebody puts it in order: `from` is the place that an item has had until now. */
export type Rest = {
  current: { title: string; minutes: number }
  ahead: readonly (Phase & { from: number | null })[]
}

/**
 * The present phase keeps its time, and one that was begun before keeps what it has had. The planned end stays: what
 * was added or left out shows as later or earlier. Null where an item is not, or twice, among those ahead.
 */
export function rearrangeRest(state: TimerState, { current, ahead }: Rest): TimerState | null {
  const here = state.phases[state.position]
  const places = ahead.flatMap(({ from }) => (from === null ? [] : [from]))
  const isAhead = (place: number) => place > state.position && place < state.phases.length
  if (!here || new Set(places).size !== places.length || !places.every(isAhead)) return null
  const phases = [
    ...state.phases.slice(0, state.position),
    { ...here, ...current },
    ...ahead.map(({ from, title, minutes, isBreak }) => ({
      title,
      minutes,
      isBreak,
      spent: from === null ? 0 : (state.phases[from]?.spent ?? 0),
    })),
  ]
  return { ...state, phases }
}
