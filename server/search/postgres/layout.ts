import { nameKey, stemNumber } from "../german.ts"

/** The schema that holds an index: the live one, or one that is being built beside it. */
export type Schema = "search_index" | "search_next"

/** In the statistics, terms below 0 stand for sums over all documents. */
export const SUMS = { documents: -1, grams: -2, stems: -3 } as const

/** The term of a stem that stands in a title: where a word is frequent, that is where it matters. */
export const inTitle = (stem: string) => `^${stem}`

/** The term of a tag, however it is spelt. */
export const tagTerm = (tag: string) => stemNumber(`#${nameKey(tag)}`)
