const local = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Europe/Berlin",
  dateStyle: "short",
  timeStyle: "medium",
})

/** An instant as a form's date and time in Germany: `2026-03-01T08:00`. */
export const localTimeOf = (instant: Date | string): string =>
  local.format(new Date(instant)).replace(" ", "T").slice(0, 16)

/** What was entered as date and time in Germany; anything else is handed on as it is, to be refused by the schema. */
export function instantOf(entered: string): string {
  const asUtc = new Date(`${entered}:00Z`)
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(entered) || Number.isNaN(asUtc.getTime())) return entered
  const guess = asUtc.getTime() - offsetAt(asUtc)
  return new Date(asUtc.getTime() - offsetAt(new Date(guess))).toISOString()
}

const offsetAt = (instant: Date): number =>
  Date.parse(`${local.format(instant).replace(" ", "T")}Z`) - Math.floor(instant.getTime() / 1000) * 1000
