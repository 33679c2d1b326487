import type { Locale } from "../server/kernel/actor.ts"
import { type Fields, listOf } from "./forms.ts"
import { type Compared, formatDateTime, formatDay } from "./layout/index.ts"
import { instantOf } from "./pages/announcements/moment.ts"
import type { Texts } from "./texts/index.ts"

/**
 * What a form's fields hold in the stored and in one's own version, in the order of their labels; several choices of
 * one name stand on lines of their own. `show` says a value as the form says it, such as the words of a choice.
 */
export function compared(
  labels: Record<string, string>,
  saved: Fields,
  mine: Fields,
  show: Record<string, (value: string) => string> = {},
): Compared[] {
  return Object.entries(labels).map(([name, label]) => {
    const shown = (fields: Fields) =>
      listOf(fields, name)
        .map((value) => show[name]?.(value) ?? value)
        .join("\n")
    return { name, label, saved: shown(saved), mine: shown(mine) }
  })
}

/** The words of a choice; of one that is offered no more its value. */
export const wordsOf = (options: { value: string; label: string }[]) => (value: string) =>
  options.find((option) => option.value === value)?.label ?? value

/** A day of a date field as a reader reads it; what is no day stays as it was typed. */
export const dayIn = (locale: Locale) => (value: string) =>
  /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value)) ? formatDay(value, locale) : value

/** The same of a field for date and time in Germany. */
export const momentIn = (locale: Locale) => (value: string) => {
  const instant = new Date(instantOf(value))
  return Number.isNaN(instant.getTime()) ? value : formatDateTime(instant, locale)
}

export const yesOrNo = ({ shell }: Texts, isYes: boolean) => (isYes ? shell.form.yes : shell.form.no)
