import names from "./first-names.json" with { type: "json" }

/** Of one with hyphens the first part counts: "Karl-Otto". Runs in the browser, too. */
export const isFirstName = (word: string): boolean => FIRST_NAMES.has(word.split("-")[0] ?? "")

const FIRST_NAMES = new Set(names)
