import { eq } from "drizzle-orm"
import { readInstallation } from "../accounts/index.ts"
import type { Reader } from "../kernel/database.ts"
import { dayOf, instantOf, localTimeOf, now } from "../kernel/time.ts"
import { addDays, dayOff, type Land } from "../kernel/workdays.ts"
import { mailRests } from "./tables.ts"

/** The hour at which digests go out, and at which days without mails end. */
const MORNING = 7

export type Rest = Pick<
  typeof mailRests.$inferSelect,
  "quietFrom" | "quietUntil" | "quietOnDaysOff" | "pausedUntil"
>

/** When mails go out again to a person; null where they go out now. */
export async function findRest(reader: Reader, personId: string): Promise<Date | null> {
  const [rest] = await reader.select().from(mailRests).where(eq(mailRests.personId, personId))
  if (!rest) return null
  const { land } = await readInstallation(reader)
  return restUntil(rest, now(), land)
}

/** More periods without mails than follow each other anywhere: weekend, holidays, nights between them. */
const MOST_PERIODS = 30

/** The end of the pause, quiet hours and days off that an instant lies in, one after the other; null outside of them. */
export function restUntil(rest: Rest, at: Date, land: Land | null): Date | null {
  let end = at
  for (let period = 0; period < MOST_PERIODS; period += 1) {
    const next = pauseEnd(rest, end) ?? dayOffEnd(rest, end, land) ?? quietEnd(rest, end)
    if (!next) break
    end = next
  }
  return end > at ? end : null
}

/** The next morning, or the one after the weekend and holidays. */
export function nextMorning(at: Date, land: Land | null): Date {
  let day = addDays(dayOf(at), 1)
  while (isDayOff(day, land)) day = addDays(day, 1)
  return morningOf(day)
}

const pauseEnd = ({ pausedUntil }: Rest, at: Date) => (pausedUntil && pausedUntil > at ? pausedUntil : null)

function dayOffEnd({ quietOnDaysOff }: Rest, at: Date, land: Land | null): Date | null {
  const day = dayOf(at)
  return quietOnDaysOff && isDayOff(day, land) ? morningOf(addDays(day, 1)) : null
}

function quietEnd({ quietFrom: from, quietUntil: until }: Rest, at: Date): Date | null {
  if (from === null || until === null) return null
  const hour = Number(localTimeOf(at).slice(11, 13))
  const isOverMidnight = from > until
  const isQuiet = isOverMidnight ? hour >= from || hour < until : hour >= from && hour < until
  if (!isQuiet) return null
  const day = dayOf(at)
  return instantOf(timeOf(isOverMidnight && hour >= from ? addDays(day, 1) : day, until))
}

/** Weekends and holidays; not the days before New Year, on which many do work. */
const isDayOff = (day: string, land: Land | null) =>
  !["year-end", undefined].includes(dayOff(day, land)?.kind)

export const morningOf = (day: string) => instantOf(timeOf(day, MORNING))
const timeOf = (day: string, hour: number) => `${day}T${String(hour).padStart(2, "0")}:00`
