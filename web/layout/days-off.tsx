import type { Locale } from "../../server/kernel/actor.ts"
import { today } from "../../server/kernel/time.ts"
import { dayOff, holidaysOf, type Land } from "../../server/kernel/workdays.ts"
import type { Texts } from "../texts/index.ts"
import { type Reader, useReader } from "./context.ts"
import { Day } from "./dates.tsx"

/** "Sonntag", "Allerheiligen" …; null for a day on which an administration works. */
function whyOff({ t, land = null }: Pick<Reader, "t" | "land">, day: string): string | null {
  const words = t.shell.daysOff
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) return null
  const off = dayOff(day, land)
  if (!off) return null
  return off.kind === "holiday" ? words.holidays[off.name] : words[off.kind]
}

/** A day by which something is wanted: says beside it when nobody works then. */
export function WorkingDay({ value }: { value: string }) {
  const why = whyOff(useReader(), value)
  return (
    <>
      <Day value={value} />
      {why && ` (${why})`}
    </>
  )
}

/** Below a field for such a day: a hint, no refusal. A small script keeps it up to date. */
export function DayOffHint({ value }: { value: string | undefined }) {
  const reader = useReader()
  const why = value && whyOff(reader, value)
  return <span data-day-off-hint>{why && reader.t.shell.daysOff.hint(why)}</span>
}

/** The holidays of this year and the two after it, for that script. */
export function holidaysAhead({ t, land = null }: { t: Texts; locale: Locale; land?: Land | null }): string {
  const year = Number(today().slice(0, 4))
  const days = [0, 1, 2].flatMap((later) => [...holidaysOf(String(year + later), land)])
  return JSON.stringify(Object.fromEntries(days.map(([day, name]) => [day, t.shell.daysOff.holidays[name]])))
}
