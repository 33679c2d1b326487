/** Three digits at a time, by points or apostrophes. */
const GROUPED =
  /(?<![\p{L}\d]|\d[.,'])([1-9]\d{0,2}(?:(?:\.\d{3})+|(?:'\d{3})+))(?:,(\d{1,6})|[,.]-{1,2})?(?![\p{L}\d]|[.,']\d)/uy
/** By spaces; but not in a longer row of digits, such as a telephone number. A year may stand before. */
const SPACED =
  /(?<![\p{L}\d]|\d[.,']|(?<!\d)\d{1,3} |(?<!\d)0\d{1,6} )([1-9]\d{0,2}(?: \d{3})+)(?:,(\d{1,6})|,-{1,2})?(?![\p{L}\d]|[.,']\d| \d)/uy
/** As in English, where the cents or a second group leave no doubt: "60,000.00", "1,234,567". */
const ENGLISH =
  /(?<![\p{L}\d]|\d[.,'])(?:([1-9]\d{0,2}(?:[,' ]\d{3})+)\.(\d{2})|([1-9]\d?(?:,\d{3}){2,}))(?![\p{L}\d]|[.,']\d)/uy
/** "60000.00": five digits are no time, paragraph, version or year; fewer count where the currency stands beside them. */
const WITH_POINT = /(?<![\p{L}\d]|\d[.,'/-]|(?<!\d)\d{1,3} )([1-9]\d*|0)\.(\d{2})(?![\p{L}\d]|[.,'/-]\d)/uy
const CURRENCY_BEFORE = /(?:(?<![\p{L}\d])(?:EUR|Euros?)|€)\s{0,2}$/iu
const CURRENCY_BEHIND = /^\s{0,2}(?:€|(?:EUR|Euros?)(?![\p{L}\d]))/iu
const PLAIN = /(\d+)(?:,(\d{1,6})(?!\d|,\d)|,-{1,2})?(?![\p{L}\d])/uy
/** Behind "§" or "Nr.": "§§ 21,22" are two, and in "§ 21 100 Euro" no number goes on. */
const NUMBERED = /\d+(?:[a-z](?![\p{L}\d]))?/iuy
/** Behind "§", "Nr." and the like. */
export const isFollowedByNumber = (text: string, end: number): boolean => {
  FOLLOWING.lastIndex = end
  return FOLLOWING.test(text)
}
const FOLLOWING = /\.?\s{0,3}\d/uy

/**
 * The number that begins at this place of a text: "60.000", "60 000,00", "60'000,-", "60000.00" and "60000" are all
 * `60000`, "60.000,50" and "60,000.50" are `60000k5`.
 * @param numbered whether it says which of several something is, such as a paragraph
 */
export function readNumber(
  text: string,
  at: number,
  numbered: boolean,
): { value: string; end: number } | null {
  if (numbered) {
    const match = matchAt(NUMBERED, text, at)
    return match && { value: match[0].toLowerCase(), end: at + match[0].length }
  }
  const match =
    matchAt(ENGLISH, text, at) ??
    matchAt(GROUPED, text, at) ??
    matchAt(SPACED, text, at) ??
    matchWithPoint(text, at) ??
    matchAt(PLAIN, text, at)
  if (!match) return null
  const [whole, grouped, decimals = "", digits = grouped ?? ""] = match
  return { value: digits.replace(/[^\d]/g, "") + cents(decimals), end: at + whole.length }
}

function matchWithPoint(text: string, at: number): RegExpExecArray | null {
  const match = matchAt(WITH_POINT, text, at)
  if (!match) return null
  const end = at + match[0].length
  const isAmount =
    (match[1]?.length ?? 0) > 4 ||
    CURRENCY_BEFORE.test(text.slice(Math.max(0, at - 8), at)) ||
    CURRENCY_BEHIND.test(text.slice(end, end + 8))
  return isAmount ? match : null
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

/** "5", "50" and "500" behind the comma are the same, except where three of them may be meant as thousands. */
function cents(decimals: string): string {
  const telling = decimals.length === 3 ? decimals : decimals.replace(/0+$/, "")
  return telling === "" ? "" : `k${telling}`
}
