import { remembered } from "./formats.ts"

/** The one clock. Tests move it; nothing else asks the system for the present. */
let offset = 0

export function now(): Date {
  return new Date(Date.now() + offset)
}

export function moveClock(milliseconds: number): void {
  offset += milliseconds
}

export function resetClock(): void {
  offset = 0
}

export const SECOND = 1000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** The calendar day in Germany, as `YYYY-MM-DD`: legal status, review and wanted-by dates are days, not instants. */
export function dayOf(instant: Date): string {
  return dayOfHour(Math.floor(instant.getTime() / HOUR))
}
const localDay = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Berlin" })
/** Since 1893 days begin in Germany with an hour of UTC. */
const dayOfHour = remembered((hour: number) => localDay.format(hour * HOUR))

export const today = () => dayOf(now())

const local = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Europe/Berlin",
  dateStyle: "short",
  timeStyle: "medium",
})

/** Date and time of day in Germany: `2026-03-01T08:00`. */
export const localTimeOf = (instant: Date): string => local.format(instant).replace(" ", "T").slice(0, 16)

/** The instant of a date and time of day in Germany; an hour that summer time leaves out is the one after it. */
export function instantOf(localTime: string): Date {
  const asUtc = new Date(`${localTime}:00Z`)
  const guess = asUtc.getTime() - offsetAt(asUtc)
  return new Date(asUtc.getTime() - offsetAt(new Date(guess)))
}

const offsetAt = (instant: Date): number =>
  Date.parse(`${local.format(instant).replace(" ", "T")}Z`) - Math.floor(instant.getTime() / 1000) * 1000
