import { foldLooks } from "../../kernel/folding.ts"
import { isNumber, numberPatterns } from "./numbers.ts"
import { keyOf, MARK } from "./reading.ts"

/** One way in which a word or a name is looked for. */
export type Sought = {
  pattern: RegExp
  /** Letters and digits alone, to tell the very word from one that only looks like it ("Muller" for "Müller"). */
  letters: string
  /** Begins with a capital, as names do: then "müllern" is none of its forms. */
  isName: boolean
  /** One name of several that were given together: "Kaczmarowski" of "Petra Kaczmarowski". */
  isPart: boolean
  /** However its digits are grouped, and with the country's number or without, it is the very number. */
  isNumber: boolean
}

/** The given words as they may be written: in other order of the names, each name alone, double names with any dash. */
export function seek(words: readonly string[]): Sought[] {
  const given = [...new Set(words.map((word) => foldLooks(word).trim()).filter((word) => word !== ""))]
  return given.flatMap((word) => {
    if (isNumber(word)) return seekNumber(word)
    const isGiven = (part: string) => given.some((other) => other.toLowerCase() === part.toLowerCase())
    const parts = word.split(/[\s,]+/)
    const isWholeName =
      parts.length > 1 && parts.length < 5 && parts.every((part) => /^[\p{L}'.-]+$/u.test(part))
    if (!isWholeName) return [soughtFor(word, patternOf(word))]
    const last = parts.at(-1) ?? ""
    const first = parts.slice(0, -1).join(" ")
    const turned = soughtFor(`${last} ${first}`, `${patternOf(last)}${HIDDEN},?${GAP}${patternOf(first)}`)
    const alone = parts.filter((part) => /^\p{Lu}[\p{L}'-]{2,}$/u.test(part) && !isGiven(part))
    return [
      soughtFor(word, patternOf(word)),
      turned,
      ...alone.map((part) => ({ ...soughtFor(part, patternOf(part)), isPart: true })),
    ]
  })
}

/** Of a telephone number, what stands behind the area code is offered, too. */
const seekNumber = (word: string): Sought[] =>
  numberPatterns(word).map(({ pattern, digits, isPart }) => ({
    ...soughtFor(digits, pattern),
    isPart,
    isNumber: !isPart,
  }))

const soughtFor = (word: string, pattern: string): Sought => ({
  pattern: new RegExp(pattern, "gu"),
  letters: lettersOf(Array.from(word, keyOf).join("")),
  isName: /^\p{Lu}/u.test(word),
  isPart: false,
  isNumber: false,
})

export const lettersOf = (key: string) => key.replace(/[^\p{L}\p{N}]/gu, "")

/** Mark-up, and signs of mark-up that stayed what was typed. */
const HIDDEN = `[${MARK}*_~\`\\[\\]]{0,12}`
/** Between two letters: a word may be broken at the end of a line. */
const JOINT = `${HIDDEN}(?:-${MARK}{0,4}[ \\t]{0,9}\\n[ \\t]{0,9}${MARK}{0,4})?`
/** Between two names: spaces, one line break, a dash, or what stands for a space in addresses and names of files. */
const BLANK = `(?:[${MARK}*_~\`.+-]|[^\\S\\n]){0,8}`
const GAP = `(?=${HIDDEN}[\\s._+-])${BLANK}\\n?${BLANK}`

/** Umlauts are also found without their dots, and with an e. */
const BARE: Record<string, string> = { ae: "(?:ae|a)", oe: "(?:oe|o)", ue: "(?:ue|u)" }

function patternOf(word: string): string {
  return (word.match(/['\s-]+|[^'\s-]/gu) ?? [])
    .map((piece) => {
      if (piece.includes("'") && piece.trim() === piece) return "['\\s]?"
      if (/^['\s-]/.test(piece)) return GAP
      const key = keyOf(piece)
      return (/[äöü]/i.test(piece) ? BARE[key] : undefined) ?? Array.from(key, escapeLetter).join(JOINT)
    })
    .reduce((pattern, piece) => {
      const isGap = piece === GAP || pattern.endsWith(GAP)
      return pattern === "" || isGap ? pattern + piece : pattern + JOINT + piece
    }, "")
}

const escapeLetter = (letter: string) => letter.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&")
