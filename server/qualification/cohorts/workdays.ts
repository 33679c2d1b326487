import { getHolidays } from "feiertagejs"
import { DAY } from "../../kernel/time.ts"

/** The Länder as in ISO 3166-2, without "DE-". */
export const LANDS = [
  "BW",
  "BY",
  "BE",
  "BB",
  "HB",
  "HH",
  "HE",
  "MV",
  "NI",
  "NW",
  "RP",
  "SL",
  "SN",
  "ST",
  "SH",
  "TH",
] as const
export type Land = (typeof LANDS)[number]

const FARTHEST = 21

export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10)

export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY)

/** The nearest day on which an administration works, the later one of two; none before `earliest`. */
export function workdayNear(day: string, land: Land, earliest: string): string {
  for (let distance = 0; distance <= FARTHEST; distance += 1)
    for (const found of [addDays(day, distance), addDays(day, -distance)])
      if (found >= earliest && isWorkday(found, land)) return found
  return day
}

/** Neither a weekend, nor a public holiday of the Land, nor between Christmas Eve and New Year. */
export function isWorkday(day: string, land: Land): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  if (weekday === 0 || weekday === 6 || day.slice(5) >= "12-24") return false
  return !holidaysOf(day.slice(0, 4), land).has(day)
}

const known = new Map<string, Set<string>>()

/** The library works out a whole year each time it is asked. */
function holidaysOf(year: string, land: Land): Set<string> {
  const found = known.get(year + land) ?? new Set(getHolidays(year, land).map(({ date }) => localDayOf(date)))
  known.set(year + land, found)
  return found
}

/** Its days begin at midnight in the time zone of the machine. */
const localDayOf = (date: Date): string =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, "0"))
    .join("-")
