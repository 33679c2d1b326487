import { getHolidays, type HolidayType, type Region } from "feiertagejs"
import { DAY } from "./time.ts"

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

/** The Monday of the week that a day belongs to. */
export const mondayOf = (day: string): string => addDays(day, -((weekdayOf(day) + 6) % 7))

/** 0 for a Sunday. */
const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay()

export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY)

/** The nearest day on which an administration works, the later one of two; none before `earliest`. */
export function workdayNear(day: string, land: Land, earliest: string): string {
  for (let distance = 0; distance <= FARTHEST; distance += 1)
    for (const found of [addDays(day, distance), addDays(day, -distance)])
      if (found >= earliest && isWorkday(found, land)) return found
  return day
}

/** A day like this one or the next on which an administration works. */
export function workdayFrom(day: string, land: Land | null): string {
  for (let distance = 0; distance <= FARTHEST; distance += 1)
    if (isWorkday(addDays(day, distance), land)) return addDays(day, distance)
  return day
}

/** How many working days lie behind `from`, up to `to`: 1 for tomorrow where that is one. */
export function countWorkdays(from: string, to: string, land: Land | null): number {
  let count = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkday(day, land)) count += 1
  return count
}

/** The last day up to which there are no more than so many working days behind `from`. */
export function lastDayWithin(from: string, workdays: number, land: Land | null): string {
  let day = from
  while (countWorkdays(from, addDays(day, 1), land) <= workdays) day = addDays(day, 1)
  return day
}

type Holiday = HolidayType | "SINGLE_DAY"
export type DayOff = { kind: "holiday"; name: Holiday } | { kind: "saturday" | "sunday" | "year-end" }

/** Neither a weekend, nor a public holiday of the Land, nor between Christmas Eve and New Year. */
export const isWorkday = (day: string, land: Land | null): boolean => dayOff(day, land) === null

/**
 * Why an administration does not work on a day; null when it does.
 * @param land null: of the holidays only those of all of Germany
 */
export function dayOff(day: string, land: Land | null): DayOff | null {
  const name = holidaysOf(day.slice(0, 4), land).get(day)
  if (name) return { kind: "holiday", name }
  const weekday = weekdayOf(day)
  if (weekday === 0 || weekday === 6) return { kind: weekday === 0 ? "sunday" : "saturday" }
  return day.slice(5) >= "12-24" ? { kind: "year-end" } : null
}

type Holidays = Map<string, Holiday>
const known = new Map<string, Holidays>()

/** The public holidays of a year by their days. The library works out a whole year each time it is asked. */
export function holidaysOf(year: string, land: Land | null): Holidays {
  const key = `${year} ${land}`
  const found = known.get(key) ?? new Map([...officialOf(year, land), ...onceIn(land)])
  known.set(key, found)
  return found
}

/** What the library knows of a Land, and what is different in some of its municipalities. */
function officialOf(year: string, land: Land | null): [string, Holiday][] {
  const of = (region: Region) =>
    getHolidays(year, region).map(({ name, date }): [string, Holiday] => [localDayOf(date), name])
  if (land === null) return of("BUND")
  if (land === "BY-AUGSBURG") return of("AUGSBURG")
  // The library counts it for all of Bavaria.
  if (land === "BY-OHNE-HIMMELFAHRT") return of("BY").filter(([, name]) => name !== "MARIAHIMMELFAHRT")
  if (land !== "SN-FRONLEICHNAM" && land !== "TH-FRONLEICHNAM") return of(land)
  const corpusChristi = of("NW").filter(([, name]) => name === "FRONLEICHNAM")
  return [...of(land === "SN-FRONLEICHNAM" ? "SN" : "TH"), ...corpusChristi]
}

/** Berlin's law on holidays names single days, which the library lacks. */
const onceIn = (land: Land | null): [string, Holiday][] =>
  land === "BE" ? ["2020-05-08", "2025-05-08", "2028-06-17"].map((day) => [day, "SINGLE_DAY"]) : []

/** Its days begin at midnight in the time zone of the machine. */
const localDayOf = (date: Date): string =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, "0"))
    .join("-")
