import { elements as de } from "../texts/de/elements.ts"
import { elements as en } from "../texts/en/elements.ts"

const isEnglish = document.documentElement.lang === "en"

/** The texts in the language of the page. */
export const words = isEnglish ? en : de
export const language = isEnglish ? "en-GB" : "de-DE"
