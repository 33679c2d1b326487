import { getHolidays, type Region } from "feiertagejs"
import { DAY } from "../../kernel/time.ts"

/**
 * The Länder as in ISO 3166-2, without "DE-", and behind a hyphen the municipalities that have other holidays than the
 * rest of their Land: Augsburg its Friedensfest (8 August), some in Bavaria no Mariä Himmelfahrt, some in Saxony and
 * Thuringia Fronleichnam.
 */
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
  "BY-AUGSBURG",
  "BY-OHNE-HIMMELFAHRT",
  "SN-FRONLEICHNAM",
  "TH-FRONLEICHNAM",
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
  const found = known.get(year + land) ?? new Set([...officialOf(year, land), ...onceIn(land)])
  known.set(year + land, found)
  return found
}

/** What the library knows of a Land, and what is different in some of its municipalities. */
function officialOf(year: string, land: Land): string[] {
  const of = (region: Region) =>
    getHolidays(year, region).map(({ name, date }) => ({ name, day: localDayOf(date) }))
  const days = (holidays: { day: string }[]) => holidays.map(({ day }) => day)
  if (land === "BY-AUGSBURG") return days(of("AUGSBURG"))
  // The library counts it for all of Bavaria.
  if (land === "BY-OHNE-HIMMELFAHRT") return days(of("BY").filter(({ name }) => name !== "MARIAHIMMELFAHRT"))
  if (land !== "SN-FRONLEICHNAM" && land !== "TH-FRONLEICHNAM") return days(of(land))
  const corpusChristi = of("NW").filter(({ name }) => name === "FRONLEICHNAM")
  return days([...of(land === "SN-FRONLEICHNAM" ? "SN" : "TH"), ...corpusChristi])
}

/** Berlin's law on holidays names single days, which the library lacks. */
const onceIn = (land: Land) => (land === "BE" ? ["2020-05-08", "2025-05-08", "2028-06-17"] : [])

/** Its days begin at midnight in the time zone of the machine. */
const localDayOf = (date: Date): string =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, "0"))
    .join("-")
