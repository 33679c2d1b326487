import { type Static, Type } from "typebox"
import { Choice, Closed, Instant, Nullable } from "../../kernel/schemas.ts"

export const TIMER_CONTROLS = [
  "next",
  "previous",
  "pause",
  "resume",
  "end",
  "reopen",
  "shift",
  "shorten",
  "break",
] as const

export const TimerControl = Closed("TimerControl", {
  control: Choice(TIMER_CONTROLS),
  /** The one that was looked at: whoever was slower is refused with 409 `timer.changed`. */
  version: Type.Integer({ minimum: 1 }),
  /** Of `shift` and `shorten`: what the present phase gets in addition. Of `break`: its length. */
  minutes: Type.Integer({ minimum: 0, maximum: 120, default: 0 }),
})
export type TimerControl = Static<typeof TimerControl>

const PhaseView = Closed("TimerPhase", {
  title: Type.String(),
  minutes: Type.Integer(),
  isBreak: Type.Boolean(),
  state: Choice(["done", "now", "ahead"]),
  /** As it looks now; null for what is done. */
  startsAt: Nullable(Instant),
})

export const TimerView = Closed("Timer", {
  version: Type.Integer(),
  state: Choice(["running", "paused", "ended"]),
  position: Type.Integer(),
  phases: Type.Array(PhaseView),
  /** Of the present phase, in seconds; less than none when it takes longer than planned. */
  remaining: Type.Integer(),
  phaseEndsAt: Instant,
  plannedEndAt: Instant,
  expectedEndAt: Instant,
  /** Whole minutes that the end will be later than planned. */
  late: Type.Integer(),
  breakDueAt: Nullable(Instant),
  /** The server's clock, for browsers whose own is wrong. */
  now: Instant,
})
export type TimerView = Static<typeof TimerView>
