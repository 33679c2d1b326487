import type { Locale } from "../../server/kernel/actor.ts"
import type { Land } from "../../server/kernel/workdays.ts"
import type { Texts } from "../texts/index.ts"

export type Reader = {
  locale: Locale
  t: Texts
  /** Whose public holidays count; unknown where a page has no installation. */
  land?: Land | null
}

let current: Reader | null = null

/** In which language a page is read. Only the language and where the installation is are ambient: what may be seen is always passed. */
export function useReader(): Reader {
  if (!current) throw new Error("elements are only written for a reader")
  return current
}

/** Writes something for this reader. It waits for nothing in between, so that nobody else reads meanwhile. */
export function readBy(reader: Reader, write: () => string): string {
  const former = current
  current = reader
  try {
    return write()
  } finally {
    current = former
  }
}
