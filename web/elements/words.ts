import { elements as de } from "../texts/de/elements.ts"
import { elements as en } from "../texts/en/elements.ts"

/**
 * The texts in the language of the page. It is known when the scripts are built, one set for each language: what is
 * asked here is then no question any more, and the other texts do not come along.
 */
export const words = document.documentElement.lang === "en" ? en : de
export const language = document.documentElement.lang === "en" ? "en-GB" : "de-DE"
