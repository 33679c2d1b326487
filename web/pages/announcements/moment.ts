import * as time from "../../../server/kernel/time.ts"

/** An instant as a form's date and time in Germany: `2026-03-01T08:00`. */
export const localTimeOf = (instant: Date | string): string => time.localTimeOf(new Date(instant))

/** What was entered as date and time in Germany; anything else is handed on as it is, to be refused by the schema. */
export function instantOf(entered: string): string {
  const isTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(entered) && !Number.isNaN(Date.parse(`${entered}:00Z`))
  return isTime ? time.instantOf(entered).toISOString() : entered
}
