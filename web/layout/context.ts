import type { Locale } from "../../server/kernel/actor.ts"
import type { Land } from "../../server/kernel/workdays.ts"
import type { Texts } from "../texts/index.ts"

export type Reader = {
  locale: Locale
  t: Texts
  /** Whose public holidays count; unknown where a page has no installation. */
  land?: Land | null
  /** Set for whoever has to accept the rules of use before they write: where they come back to, if nothing is typed. */
  rulesFirst?: { edition: number; back: string | null } | null
  /** False where the installation has a chat of its own. */
  hasConversations?: boolean
}

let current: Reader | null = null

/** In which language a page is read. Only the language, what the installation is like and whether the rules of use are asked about are ambient: what may be seen is always passed. */
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
