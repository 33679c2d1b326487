import { words } from "./words.ts"

const t = words.dayOff

/** As the server says it: a holiday by its name, then the weekend, then the last days of the year. */
export function reasonFor(day: string, holidays: ReadonlyMap<string, string>): string | null {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  const holiday = holidays.get(day)
  if (Number.isNaN(weekday)) return null
  else if (holiday) return holiday
  else if (weekday === 0) return t.sunday
  else if (weekday === 6) return t.saturday
  else return day.slice(5) >= "12-24" ? t["year-end"] : null
}
