/** A day as it is written somewhere, with the places of its parts; without a year, every year's. */
export type WrittenDate = {
  day: number
  month: number
  year: number | null
  parts: { day: Place; month: Place; year: Place | null }
  end: number
}
type Place = { start: number; end: number }

/** Names of the months as a text has them, in one spelling without umlauts; the last of each line count as the first. */
const MONTH_NAMES = [
  "januar jänner jan january",
  "februar feber feb february",
  "märz mär mrz maerz marz march mar",
  "april apr",
  "mai may",
  "juni juno jun june",
  "juli julei jul july",
  "august aug",
  "september sept sep",
  "oktober okt oct october",
  "november nov",
  "dezember dez dec december",
].map((line) => line.split(" "))
const MONTHS = new Map(MONTH_NAMES.flatMap((names, at) => names.map((name) => [name, at + 1])))
const NAMES = [...MONTHS.keys()].sort((a, b) => b.length - a.length).join("|")

/** Nothing of a file number or of a longer number stands before and behind. */
const START = String.raw`(?<![\p{L}\d]|[\p{L}\d][-/.])`
const END = String.raw`(?![\p{L}\d]|[-/.]\d)`
const ISO = new RegExp(String.raw`${START}(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d|[-/.]\d)`, "duy")
const DOTTED = /(?<![\p{L}\d]|\d[./])(\d{1,2})\.\s{0,2}(\d{1,2})\.\s{0,2}(\d{4}|\d{2})(?![\p{L}\d]|[/.]\d)/duy
const SLASHED = new RegExp(String.raw`${START}(\d{1,2})([-/])(\d{1,2})\2(\d{4})${END}`, "duy")
const NAMED = new RegExp(
  String.raw`(?<![\p{L}\d]|\d[./])(\d{1,2})(?:\.|te[nr]|st|nd|rd|th)?\s{0,2}(?:of\s)?(${NAMES})(?![\p{L}\d])(?:\.?,?\s{0,2}(\d{4})(?![\p{L}\d]))?`,
  "duiy",
)
/** As in English: "July 9, 2024", "July 9th"; without a year only where no German month is called so. */
const ENGLISH_NAMES =
  "january|jan|february|feb|march|mar|april|apr|may|june|jun|july|jul|august|aug|september|sept|sep|october|oct|november|nov|december|dec"
const MONTH_FIRST = new RegExp(
  String.raw`(?<![\p{L}\d])(${ENGLISH_NAMES})\.?\s{1,2}(\d{1,2})(?:st|nd|rd|th)?,?\s{1,2}(\d{4})(?![\p{L}\d]|[.,]\d)`,
  "duiy",
)
const MONTH_FIRST_ALONE =
  /(?<![\p{L}\d])(january|february|march|june|july|october|december)\s(\d{1,2})(?:st|nd|rd|th)?(?![\p{L}\d]|[.,/:-]\d)/diuy
const BEGINS_IN_ENGLISH = new RegExp(`^(?:${ENGLISH_NAMES})$`, "i")
/** Whether a date may begin with this word. */
export const mayBeginDate = (word: string): boolean => BEGINS_IN_ENGLISH.test(word)
/** "7/25/2024": no month has the number of the day. */
const MONTH_SLASHED = new RegExp(String.raw`${START}(\d{1,2})/(1[3-9]|2\d|3[01])/(\d{4})${END}`, "duy")
const WITHOUT_YEAR = /(?<![\p{L}\d]|\d[-./])(\d{1,2})\.\s?(\d{1,2})\.(?!\s?\d|\p{L})/duy

/** The date that begins at this place of a text, if one does; what no calendar has is none. */
export function readDate(text: string, at: number): WrittenDate | null {
  return (
    take(ISO, text, at, { day: 4, month: 3, year: 1 }) ??
    take(DOTTED, text, at, { day: 1, month: 2, year: 3 }) ??
    take(SLASHED, text, at, { day: 1, month: 3, year: 4 }) ??
    take(NAMED, text, at, { day: 1, month: 2, year: 3 }) ??
    take(MONTH_SLASHED, text, at, { day: 2, month: 1, year: 3 }) ??
    take(MONTH_FIRST, text, at, { day: 2, month: 1, year: 3 }) ??
    take(MONTH_FIRST_ALONE, text, at, { day: 2, month: 1, year: null }) ??
    take(WITHOUT_YEAR, text, at, { day: 1, month: 2, year: null })
  )
}

/** "juli" for 7, "Jul" and "july". */
export const monthName = (month: number): string => MONTH_NAMES[month - 1]?.[0] ?? ""
export const monthOf = (name: string): number | undefined => MONTHS.get(name.toLowerCase())

type Groups = { day: number; month: number; year: number | null }

function take(pattern: RegExp, text: string, at: number, groups: Groups): WrittenDate | null {
  pattern.lastIndex = at
  const match = pattern.exec(text)
  if (!match) return null
  const part = (group: number | null) => (group === null ? undefined : match[group])
  const place = (group: number | null): Place | null => {
    const [start, end] = (group === null ? undefined : match.indices?.[group]) ?? []
    return start === undefined || end === undefined ? null : { start, end }
  }
  const day = Number(part(groups.day))
  const month = monthOf(part(groups.month) ?? "") ?? Number(part(groups.month))
  const year = part(groups.year) === undefined ? null : fullYear(part(groups.year) ?? "")
  const parts = { day: place(groups.day), month: place(groups.month), year: place(groups.year) }
  if (!parts.day || !parts.month || !isDay(day, month, year)) return null
  return {
    day,
    month,
    year,
    parts: { day: parts.day, month: parts.month, year: parts.year },
    end: at + match[0].length,
  }
}

/** "24" is 2024, "61" is 1961. */
const fullYear = (digits: string) =>
  Number(digits) + (digits.length > 2 ? 0 : Number(digits) < 50 ? 2000 : 1900)

function isDay(day: number, month: number, year: number | null): boolean {
  if (month < 1 || month > 12 || day < 1 || (year !== null && (year < 1500 || year > 2500))) return false
  // In no year in particular February has 29 days.
  return day <= new Date(Date.UTC(year ?? 2024, month, 0)).getUTCDate()
}
