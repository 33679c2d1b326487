import type { Locale } from "../../server/kernel/actor.ts"
import { dateFormat, LANGUAGE, remembered } from "../../server/kernel/formats.ts"
import { DAY, dayOf, HOUR, MINUTE, now } from "../../server/kernel/time.ts"
import { daysBetween } from "../../server/kernel/workdays.ts"
import { texts } from "../texts/index.ts"
import { useReader } from "./context.ts"

export type DateFormat = "date" | "datetime" | "relative"

const timeZone = "Europe/Berlin"

/** `<time>` for an instant. `relative` ("vor 3 Tagen") carries the full date as its title. */
export function DateTime({ value, format = "date" }: { value: Date | string; format?: DateFormat }) {
  const { locale } = useReader()
  const instant = new Date(value)
  const full = formatDateTime(instant, locale)
  if (format === "relative")
    return (
      <time datetime={instant.toISOString()} title={full}>
        {formatRelative(instant, locale)}
      </time>
    )
  return (
    <time datetime={instant.toISOString()}>
      {format === "date" ? formatDay(dayOf(instant), locale) : full}
    </time>
  )
}

/** `<time>` for the time of day of an instant: "10:15". */
export function Clock({ value }: { value: Date | string }) {
  const { locale } = useReader()
  const instant = new Date(value)
  const text = dateFormat(locale, { timeStyle: "short", timeZone }).format(instant)
  return <time datetime={instant.toISOString()}>{text}</time>
}

/** `<time>` for a calendar day (`YYYY-MM-DD`): legal status, review and wanted-by dates. */
export function Day({ value }: { value: string }) {
  const { locale } = useReader()
  return <time datetime={value}>{formatDay(value, locale)}</time>
}

export const formatDay = (day: string, locale: Locale): string => DAYS[locale](day.slice(0, 10))

// Read and written in UTC, so that a day never slips over midnight.
const DAYS = inEachLanguage((locale) => {
  const format = dateFormat(locale, { dateStyle: "medium", timeZone: "UTC" })
  return (day: string) => format.format(new Date(`${day}T00:00:00Z`))
})

export const formatDateTime = (instant: Date, locale: Locale): string =>
  MINUTES[locale](Math.floor(instant.getTime() / MINUTE))

const MINUTES = inEachLanguage((locale) => {
  const format = dateFormat(locale, { dateStyle: "medium", timeStyle: "short", timeZone })
  return (minute: number) => format.format(minute * MINUTE)
})

function inEachLanguage<Key>(make: (locale: Locale) => (key: Key) => string) {
  return { de: remembered(make("de")), en: remembered(make("en")) }
}

const RELATIVE = {
  de: new Intl.RelativeTimeFormat(LANGUAGE.de, { numeric: "auto" }),
  en: new Intl.RelativeTimeFormat(LANGUAGE.en, { numeric: "auto" }),
}

function formatRelative(instant: Date, locale: Locale): string {
  const distance = instant.getTime() - now().getTime()
  const words = RELATIVE[locale]
  if (Math.abs(distance) < MINUTE) return texts(locale).shell.justNow
  if (Math.abs(distance) < HOUR) return words.format(Math.round(distance / MINUTE), "minute")
  if (Math.abs(distance) < DAY) return words.format(Math.round(distance / HOUR), "hour")
  const days = daysBetween(dayOf(now()), dayOf(instant))
  if (Math.abs(days) < 28) return words.format(days, "day")
  return formatDay(dayOf(instant), locale)
}
