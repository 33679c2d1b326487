import { withoutPrefixes } from "../forum/index.ts"
import { shorten } from "../kernel/html-text.ts"

const LONGEST_TITLE = 160

/** The title of a question: the subject without "AW:" and "WG:", and no longer than a title may be. */
export const titleOf = (subject: string): string => shorten(withoutPrefixes(subject), LONGEST_TITLE - 1)
