import type { Locale } from "./actor.ts"

export const LANGUAGE: Record<Locale, string> = { de: "de-DE", en: "en-GB" }

/**
 * Formatters, made once for each language and way of writing: to make one costs a hundred times what it costs to use it,
 * and a page of posts has dozens of dates.
 */
export const dateFormat = once<Intl.DateTimeFormatOptions, Intl.DateTimeFormat>(Intl.DateTimeFormat)
export const numberFormat = once<Intl.NumberFormatOptions, Intl.NumberFormat>(Intl.NumberFormat)

function once<Options, Format>(make: new (language: string, options: Options) => Format) {
  const made = new Map<string, Format>()
  return (locale: Locale, options: Options): Format => {
    const key = `${locale} ${JSON.stringify(options)}`
    let format = made.get(key)
    if (!format) {
      format = new make(LANGUAGE[locale], options)
      made.set(key, format)
    }
    return format
  }
}

/** So many days, or minutes, that pages show the same ones again. */
const REMEMBERED = 10_000

/**
 * Keeps what was written lately: a date costs as much as ten elements of a page around it. To be used for what follows
 * from `key` alone.
 */
export function remembered<Key, Written>(write: (key: Key) => Written): (key: Key) => Written {
  const kept = new Map<Key, Written>()
  return (key) => {
    let written = kept.get(key)
    if (written === undefined) {
      written = write(key)
      if (kept.size >= REMEMBERED) kept.clear()
      kept.set(key, written)
    }
    return written
  }
}
