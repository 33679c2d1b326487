import type { Locale } from "../../kernel/actor.ts"
import { dateFormat } from "../../kernel/formats.ts"
import { dayOf } from "../../kernel/time.ts"

/** A value as a person reads it: days and times as days. */
export function inPlainWords(value: string, locale: Locale): string {
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return dayInWords(value, locale)
  if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value)) return dayInWords(dayOf(new Date(value)), locale)
  return value
}

const dayInWords = (day: string, locale: Locale) =>
  dateFormat(locale, { dateStyle: "long", timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`))
