import { describe, expect, it } from "vitest"
import {
  breakDueAt,
  endTimer,
  expectedEndAt,
  insertBreak,
  lateAt,
  lengthenPhase,
  nextPhase,
  pauseTimer,
  previousPhase,
  remainingAt,
  reopenTimer,
  resumeTimer,
  shiftRest,
  shortenRest,
  startTimerAt,
  type TimerState,
} from "../../server/qualification/timers/state.ts"
import { viewTimer } from "../../server/qualification/timers/view.ts"

const START = new Date("2026-03-02T08:00:00Z")
/** An instant, in minutes after the start. */
const at = (minutes: number) => new Date(START.getTime() + minutes * 60_000)
const phase = (title: string, minutes: number, isBreak = false) => ({ title, minutes, isBreak })
const workshop = [
  phase("Ankommen", 20),
  phase("Ergebnisse", 40),
  phase("Pause", 15, true),
  phase("Projekt", 45),
]
const started = () => startTimerAt(workshop, START)
const minutesOf = (state: TimerState) => state.phases.map(({ minutes }) => minutes)
const titleOf = (state: TimerState) => state.phases[state.position]?.title

describe("a timer", () => {
  it.each([
    ["at the start", 0, "Ankommen", 20, 120],
    ["in the middle of a phase", 12, "Ankommen", 8, 120],
    ["exactly at the end of a phase, which does not end by itself", 20, "Ankommen", 0, 120],
    ["when a phase takes longer: the rest moves", 32, "Ankommen", -12, 132],
  ])("stands %s", (_when, minutes, title, remaining, end) => {
    const state = started()
    expect(titleOf(state)).toBe(title)
    expect(remainingAt(state, at(minutes))).toBe(remaining * 60)
    expect(expectedEndAt(state, at(minutes))).toEqual(at(end))
    expect(lateAt(state, at(minutes))).toBe(end - 120)
  })

  it("goes on to the next phase, early or late, and says how much later it will end", () => {
    const early = nextPhase(started(), at(15))
    expect(titleOf(early)).toBe("Ergebnisse")
    expect(lateAt(early, at(15))).toBe(-5)
    const late = nextPhase(started(), at(32))
    expect(remainingAt(late, at(32))).toBe(40 * 60)
    expect(lateAt(late, at(32))).toBe(12)
  })

  it("goes back to a phase that was left by mistake, where it was", () => {
    const state = previousPhase(nextPhase(started(), at(12)), at(13))
    expect(titleOf(state)).toBe("Ankommen")
    expect(remainingAt(state, at(13))).toBe(8 * 60)
    expect(titleOf(previousPhase(started(), at(1)))).toBe("Ankommen")
  })

  it("ends with its last phase, keeps standing, and can be taken up again", () => {
    let state = started()
    for (const minutes of [20, 60, 75, 110]) state = nextPhase(state, at(minutes))
    expect(state.endedAt).toEqual(at(110))
    expect(nextPhase(state, at(111))).toBe(state)
    expect(viewTimer(state, 5, at(200)).state).toBe("ended")
    const again = reopenTimer(state, at(130))
    expect(titleOf(again)).toBe("Projekt")
    expect(remainingAt(again, at(130))).toBe(10 * 60)
  })

  it("ends early", () => {
    const state = endTimer(nextPhase(started(), at(20)), at(30))
    expect(viewTimer(state, 2, at(31)).phases.every((one) => one.state === "done")).toBe(true)
    expect(lateAt(state, at(200))).toBe(0)
  })

  it("stands still while it is paused, in the middle of a phase and across one", () => {
    const paused = pauseTimer(started(), at(5))
    expect(remainingAt(paused, at(65))).toBe(15 * 60)
    expect(remainingAt(resumeTimer(paused, at(65)), at(70))).toBe(10 * 60)
    expect(pauseTimer(paused, at(6))).toBe(paused)
    const moved = nextPhase(paused, at(30))
    expect(remainingAt(moved, at(40))).toBe(40 * 60)
    expect(remainingAt(resumeTimer(moved, at(50)), at(60))).toBe(30 * 60)
  })

  it("shifts the rest: the new end is the planned one", () => {
    const state = shiftRest(lengthenPhase(started(), 12), at(10))
    expect(minutesOf(state)).toEqual([32, 40, 15, 45])
    expect(state.plannedEndAt).toEqual(at(132))
    expect(lateAt(state, at(10))).toBe(0)
  })

  it.each([
    ["each by its share, never a break", 12, 10, [32, 34, 15, 39], 0],
    ["nothing when nothing is late", 0, 10, [20, 40, 15, 45], 0],
    ["as far as it goes, and ends later after all", 100, 10, [120, 1, 15, 1], 17],
  ])("shortens the rest: %s", (_how, more, now, minutes, late) => {
    const state = shortenRest(lengthenPhase(started(), more), at(now))
    expect(minutesOf(state)).toEqual(minutes)
    expect(lateAt(state, at(now))).toBe(late)
  })

  it("shortens no phase below what it has already had", () => {
    const visited = previousPhase(nextPhase(started(), at(10)), at(40))
    const state = shortenRest(lengthenPhase(visited, 60), at(40))
    expect(minutesOf(state)[1]).toBeGreaterThanOrEqual(30)
  })

  it("says when a break is due: 90 minutes after the start or the last one", () => {
    expect(breakDueAt(started())).toEqual(at(90))
    const inBreak = nextPhase(nextPhase(started(), at(20)), at(60))
    expect(breakDueAt(inBreak)).toBeNull()
    expect(breakDueAt(nextPhase(inBreak, at(75)))).toEqual(at(165))
    const short = resumeTimer(pauseTimer(started(), at(10)), at(12))
    expect(breakDueAt(short)).toEqual(at(90))
    const rested = resumeTimer(pauseTimer(started(), at(10)), at(20))
    expect(breakDueAt(rested)).toEqual(at(110))
  })

  it("takes a break in between, and what is left of the phase after it", () => {
    const state = insertBreak(nextPhase(started(), at(20)), "Pause", 10, at(35))
    expect(state.phases.map(({ title, minutes }) => `${title} ${minutes}`)).toEqual([
      "Ankommen 20",
      "Ergebnisse 15",
      "Pause 10",
      "Ergebnisse 25",
      "Pause 15",
      "Projekt 45",
    ])
    expect(state.phases[state.position]?.isBreak).toBe(true)
    expect(lateAt(state, at(35))).toBe(10)
    expect(insertBreak(state, "Pause", 10, at(36))).toBe(state)
  })

  it("shows when what is ahead begins, as it looks now", () => {
    const { phases } = viewTimer(nextPhase(started(), at(25)), 2, at(30))
    expect(phases.map(({ state }) => state)).toEqual(["done", "now", "ahead", "ahead"])
    expect(phases[2]?.startsAt).toBe(at(65).toISOString())
    expect(phases[3]?.startsAt).toBe(at(80).toISOString())
  })
})
