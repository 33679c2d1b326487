import type { TimerView } from "./schema.ts"
import { breakDueAt, expectedEndAt, lateAt, remainingAt, type TimerState } from "./state.ts"

const SECOND = 1000

/** How a timer stands at an instant, as it is told to everybody who sees it. */
export function viewTimer(state: TimerState, version: number, at: Date): TimerView {
  const remaining = remainingAt(state, at)
  const due = breakDueAt(state)
  return {
    version,
    state: state.endedAt ? "ended" : state.pausedAt ? "paused" : "running",
    position: state.position,
    phases: phasesOf(state, at),
    remaining,
    phaseEndsAt: new Date(at.getTime() + remaining * SECOND).toISOString(),
    plannedEndAt: state.plannedEndAt.toISOString(),
    expectedEndAt: expectedEndAt(state, at).toISOString(),
    late: lateAt(state, at),
    breakDueAt: due?.toISOString() ?? null,
    now: at.toISOString(),
  }
}

function phasesOf(state: TimerState, at: Date): TimerView["phases"] {
  let startsAt = at.getTime() + Math.max(0, remainingAt(state, at)) * SECOND
  return state.phases.map(({ title, minutes, isBreak, spent }, index) => {
    const phase = { title, minutes, isBreak }
    const isDone = index < state.position || state.endedAt !== null
    if (isDone) return { ...phase, state: "done" as const, startsAt: null }
    if (index === state.position)
      return { ...phase, state: "now" as const, startsAt: state.phaseStartedAt.toISOString() }
    const start = new Date(startsAt).toISOString()
    startsAt += Math.max(0, minutes * 60 - spent) * SECOND
    return { ...phase, state: "ahead" as const, startsAt: start }
  })
}
