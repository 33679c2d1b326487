import { createContext } from "preact"
import { useContext } from "preact/hooks"
import type { Locale } from "../../server/kernel/actor.ts"
import { type Texts, texts } from "../texts/index.ts"

export type Reader = { locale: Locale; t: Texts }

/** In which language a page is read. Only the language is ambient: what may be seen is always passed. */
export const ReaderContext = createContext<Reader>({ locale: "de", t: texts("de") })

export const useReader = (): Reader => useContext(ReaderContext)
