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
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Berlin" }).format(instant)
}

export const today = () => dayOf(now())
