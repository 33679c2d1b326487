import { dayOf } from "../kernel/time.ts"

const MONTH = /\{Monat([+-]\d{1,2})?\}/g
const NAMES = [
  ...["Januar", "Februar", "März", "April", "Mai", "Juni"],
  ...["Juli", "August", "September", "Oktober", "November", "Dezember"],
]

/**
 * The story with `{Monat}` and `{Monat-2}` in all its texts replaced by names of months, counted from the one in
 * which it begins: "15. {Monat-3}" is the "15. August" of a story that begins in November.
 */
export function nameMonths<T>(story: T, begins: Date): T {
  const first = Number(dayOf(begins).slice(5, 7)) - 1
  return JSON.parse(
    JSON.stringify(story).replace(
      MONTH,
      (_, offset = "0") => NAMES[(first + Number(offset) + 24) % 12] ?? "",
    ),
  )
}
