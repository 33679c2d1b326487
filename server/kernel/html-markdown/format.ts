import type { Styles } from "./sheet.ts"

/** How a piece of text looks, as far as our Markdown can say it. */
export type Format = {
  bold: boolean
  italic: boolean
  strike: boolean
  code: boolean
  href: string | null
  /** Line breaks and spaces are meant as they stand. */
  pre: boolean
  raised: "up" | "down" | null
  /** A font of pictures, in which a letter is a sign. */
  signs: "wingdings" | "symbol" | null
}

export const PLAIN: Format = {
  bold: false,
  italic: false,
  strike: false,
  code: false,
  href: null,
  pre: false,
  raised: null,
  signs: null,
}

const TAGS: Record<string, Partial<Format>> = {
  b: { bold: true },
  strong: { bold: true },
  i: { italic: true },
  em: { italic: true },
  s: { strike: true },
  strike: { strike: true },
  del: { strike: true },
  code: { code: true },
  kbd: { code: true },
  samp: { code: true },
  tt: { code: true },
  sup: { raised: "up" },
  sub: { raised: "down" },
}

/** The format within an element. What it says by style counts more than what it is: Google wraps all in a bold tag. */
export function formatWithin(element: Element, styles: Styles, outer: Format): Format {
  const format = { ...outer, ...TAGS[element.nodeName.toLowerCase()] }
  const weight = styles.get("font-weight")
  if (weight) format.bold = /^bold/.test(weight) || Number(weight) >= 600
  const slant = styles.get("font-style")
  if (slant) format.italic = /^(?:italic|oblique)/.test(slant)
  const line = `${styles.get("text-decoration")} ${styles.get("text-decoration-line")} ${styles.get("text-line-through")}`
  if (/line-through|\bsingle\b|\bdouble\b/.test(line)) format.strike = true
  const space = styles.get("white-space")
  if (space) format.pre = /^(?:pre|break-spaces)/.test(space)
  const level = styles.get("vertical-align")
  if (level === "super") format.raised = "up"
  else if (level === "sub") format.raised = "down"
  if (format.raised !== outer.raised && !isRaisable(element.textContent ?? "")) format.raised = null
  return { ...format, signs: signsOf(styles) ?? (styles.has("font-family") ? null : format.signs) }
}

function signsOf(styles: Styles): Format["signs"] {
  const font = `${styles.get("mso-symbol-font-family") ?? ""} ${styles.get("font-family") ?? ""}`
  if (/wingdings/.test(font)) return "wingdings"
  return /\bsymbol\b/.test(font) ? "symbol" : null
}

const RAISED = {
  up: ["0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ"],
  down: ["0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎"],
} as const
/** The letters that people meet: arrows that Word makes of "-->", boxes, check marks, bullets, relations. */
const SIGNS = {
  wingdings: ["àáßâèðïñòóôJKLüûþý¨oqx§lnuvØF(*Å", "→↑←↓➔⇨⇦⇧⇩⇔⇕☺😐☹✓✗☑☒☐☐☐☒▪●■◆❖➢☞☎✉⊕"],
  symbol: ["·³£¹®¬¯«ÞÛ»´¸±¥°", "•≥≤≠→←↓↔⇒⇔≈×÷±∞°"],
} as const

/** Raised digits stay raised (m², CO₂), letters of picture fonts become the signs that were seen. */
export function seenAs(text: string, { raised, signs }: Format): string {
  if (signs) return translate(text.replace(/[\uF020-\uF0FF]/g, plainLetter), SIGNS[signs])
  return raised ? translate(text, RAISED[raised]) : text
}

/** Short numbers and what joins them ("2", "1)", "1, 2"); "[1]" and words stay as they are. */
const isRaisable = (text: string) => text.trim().length <= 10 && /^[\d+\-−=()n,;.*\s]+$/.test(text)

/** Word stores such letters in an area of their own. */
const plainLetter = (sign: string) => String.fromCharCode(sign.charCodeAt(0) - 0xf000)

function translate(text: string, [from, to]: readonly [string, string]): string {
  const signs = [...to]
  return [...text].map((letter) => signs[[...from].indexOf(letter)] ?? letter).join("")
}
