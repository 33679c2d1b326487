import { Type } from "typebox"

const STEP =
  "(?:workshop-[1-5]|meeting-[1-4]|practice-[1-4]|impulse-(?:[1-9]|1[0-6])|assessment-1|certificate-1)"
/** A step of the programme: its kind, and which one of that kind. */
export const StepName = Type.String({ pattern: `^${STEP}$` })

/** A working day: so many of them from a step, or so many days back from the day of the seed. */
export type When = ({ step: string; days: number } | { daysAgo: number }) & { time: string }

const USUAL_TIME = "10:00"

/** So many working days after (before, when negative) the day of a step. */
export const on = (step: string, days = 0, time = USUAL_TIME): When => ({ step, days, time })

const WHEN = `^(?:(?<step>${STEP})(?: (?<days>[+-]\\d+))?|(?<ago>\\d+) days? ago|in (?<ahead>\\d+) days?)(?: (?<time>\\d\\d:\\d\\d))?$`
const when = new RegExp(WHEN)

/** As an editor writes it: `workshop-1 +3 09:20` is the third working day after that workshop; `2 days ago`; `in 30 days`. */
export const Written = Type.String({ pattern: WHEN })

export function readWhen(written: string): When {
  const groups: Record<string, string | undefined> = when.exec(written)?.groups ?? {}
  const { step, days = "0", ago, ahead, time = USUAL_TIME } = groups
  if (step !== undefined) return on(step, Number(days), time)
  if (ago === undefined && ahead === undefined) throw new Error(`"${written}" names no day`)
  return { daysAgo: ago === undefined ? -Number(ahead) : Number(ago), time }
}
