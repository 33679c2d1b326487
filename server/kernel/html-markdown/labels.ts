/**
 * What stands before an item of a list: a sign, a number that our Markdown shows as it is, letters ("a)", "iv."), which
 * stand behind a bullet, or something else ("1.1", "(2)", "§ 3"), which makes the item a paragraph.
 */
export type Label =
  | { kind: "bullet" | "task" | "done"; text: "" }
  | { kind: "number" | "letters" | "words"; text: string }

const BULLET: Label = { kind: "bullet", text: "" }

/** @param symbols the item's sign is of a picture font, in which letters are signs */
export function readLabel(raw: string, symbols = false): Label {
  const text = raw.replace(/[\s\u00A0]+/g, " ").trim()
  if (/^[☐□❑❏◻]$/.test(text) || (symbols && /^[¨oqr]$/.test(text))) return { kind: "task", text: "" }
  if (/^[☑☒✓✔]$/.test(text) || (symbols && /^[þýxü]$/.test(text))) return { kind: "done", text: "" }
  if (/^(?:0|[1-9]\d{0,2})[.)]$/.test(text)) return { kind: "number", text: text.replace(")", ".") }
  // One sign that is no letter or number is a bullet; "o" is Word's second one.
  if (text === "" || symbols || /^(?:[^\p{L}\p{N}]|o)$/u.test(text)) return BULLET
  return { kind: /^\p{L}/u.test(text) ? "letters" : "words", text }
}

export const markOf = ({ kind, text }: Label): string => {
  if (kind === "number") return `${text} `
  if (kind === "task") return "- [ ] "
  if (kind === "done") return "- [x] "
  return "- "
}

const ROMAN: [number, string][] = [
  [1000, "m"],
  [900, "cm"],
  [500, "d"],
  [400, "cd"],
  [100, "c"],
  [90, "xc"],
  [50, "l"],
  [40, "xl"],
  [10, "x"],
  [9, "ix"],
  [5, "v"],
  [4, "iv"],
  [1, "i"],
]

/** "iv" for 4. */
function roman(number: number): string {
  const part = ROMAN.find(([value]) => value <= number)
  return part ? part[1] + roman(number - part[0]) : ""
}

/** "aa" for 27, as spreadsheets count. */
function letters(number: number): string {
  if (number <= 0) return ""
  return letters(Math.floor((number - 1) / 26)) + String.fromCharCode(97 + ((number - 1) % 26))
}

/** How a browser or Word writes the number of an item; null for styles that are signs. */
export function countedLabel(style: string, number: number): string | null {
  if (/none|disc|circle|square|bullet/i.test(style)) return null
  if (/leading-zero/i.test(style)) return `${String(number).padStart(2, "0")}.`
  if (/lower-greek/i.test(style)) return `${"αβγδεζηθικλμνξοπρστυφχψω"[number - 1] ?? number}.`
  const isUpper = /upper/i.test(style) || /^[AI]$/.test(style)
  const text = /roman/i.test(style) || /^i$/i.test(style) ? roman(number) : letters(number)
  const isCounted = /alpha|latin|roman/i.test(style) || /^[ai]$/i.test(style)
  if (!isCounted || text === "") return `${number}.`
  return `${isUpper ? text.toUpperCase() : text}.`
}
