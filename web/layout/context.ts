import { createContext } from "preact"
import { useContext } from "preact/hooks"
import type { Locale } from "../../server/kernel/actor.ts"
import type { Land } from "../../server/kernel/workdays.ts"
import { type Texts, texts } from "../texts/index.ts"

export type Reader = {
  locale: Locale
  t: Texts
  /** Whose public holidays count; unknown where a page has no installation. */
  land?: Land | null
}

/** In which language a page is read. Only the language and where the installation is are ambient: what may be seen is always passed. */
export const ReaderContext = createContext<Reader>({ locale: "de", t: texts("de") })

export const useReader = (): Reader => useContext(ReaderContext)
