import { MARK } from "./reading.ts"

/** Digits and what groups them: a telephone number, an account, a file; no day and no sum with a comma. */
export const isNumber = (word: string): boolean =>
  /^[+(]{0,2}\d[\d ()/.-]*$/.test(word) && digitsOf(word).length >= 6 && !DATE.test(word)

const DATE = /^\d{1,2}[./-]\s?\d{1,2}[./-]\s?(?:\d{4}|\d\d)$|^\d{4}-\d\d-\d\d$/
const digitsOf = (word: string) => word.replace(/\D/g, "")

type NumberPattern = { pattern: string; digits: string; isPart: boolean }

/**
 * The number in every grouping: "0821 324-1234", "(0821) 3241234", "+49 (0)821/324 12 34". Of a telephone number also
 * what stands behind the area code, which some write alone.
 */
export function numberPatterns(word: string): NumberPattern[] {
  const [, country = "", national = ""] = INTERNATIONAL.exec(word) ?? /^()\(?0([1-9].*)$/.exec(word) ?? []
  if (national === "")
    return [{ pattern: alone(joined(digitsOf(word))), digits: digitsOf(word), isPart: false }]
  const digits = digitsOf(national)
  const whole = { pattern: telephone(country || GERMANY, digits), digits: `0${digits}`, isPart: false }
  const local = digitsOf(/[ )/.-]+(\d.*)$/.exec(national.replace(/^\D+/, ""))?.[1] ?? "")
  return local.length < SHORTEST_LOCAL
    ? [whole]
    : [whole, { pattern: alone(joined(local)), digits: local, isPart: true }]
}

const GERMANY = "49"
const SHORTEST_LOCAL = 5
/** Countries have one to three digits; those of one are +1 and +7. */
const INTERNATIONAL =
  /^\(?(?:\+|00)\s?([17]|[2-689]\d)\)?[ /.-]*(?:\(0\)|0(?=\d{2,4}[ )/.-]))?[ ()/.-]*(\d.*)$/

/** Between two digits: a few signs that group them, mark-up, the end of a line. */
const BETWEEN = `[\\s()/.${MARK}*_~\`\\[\\]-]{0,8}`
const joined = (digits: string) => Array.from(digits).join(BETWEEN)
const alone = (pattern: string) => `(?<!\\d)${pattern}(?!\\d)`

function telephone(country: string, national: string): string {
  const abroad = `(?:\\(?\\+|(?<!\\d)\\(?0${BETWEEN}0)${BETWEEN}${joined(country)}${BETWEEN}(?:0${BETWEEN})?`
  const inside = country === GERMANY ? `|(?<!\\d)\\(?0${BETWEEN}` : ""
  return `(?:${abroad}${inside})${joined(national)}(?!\\d)`
}
