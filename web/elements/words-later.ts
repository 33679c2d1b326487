import { elementsLater as de } from "../texts/de/elements-later.ts"
import { elementsLater as en } from "../texts/en/elements-later.ts"

/** The texts of the parts that come later, apart, so that they come later, too; see `words.ts`. */
export const wordsLater = document.documentElement.lang === "en" ? en : de
