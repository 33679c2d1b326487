import { foldLooks } from "../kernel/folding.ts"
import { wordsOf } from "./german.ts"
import { readTokens } from "./tokens.ts"
import { findUnits, isNorm, readUnit } from "./units.ts"

/** What must not occur. */
export type Exclusion = {
  /** As typed. */
  text: string
  /** Words that must not stand in this sequence; empty where the units say all. */
  sequence: string
  /** Without a sequence: none of them may occur. With one: it may not stand where all of these are. */
  units: string[]
}

/** What a minus stands before: a sequence in quotation marks, a norm, a number, a date, a word; null where nothing is. */
export function readExclusion(text: string, at: number): { exclusion: Exclusion | null; end: number } | null {
  const quoted = matchAt(QUOTED, text, at)
  if (quoted) return { exclusion: exclusionOf(quoted[1] ?? ""), end: at + quoted[0].length }
  // "-§ 27 -60.000" are two, though a law may say "§§ 27 -60".
  const alone = text.slice(0, nextMinus(text, at))
  const unit = readUnit(alone, at)
  if (unit) {
    const { end, units, sequence } = unit
    return { exclusion: { text: tidy(text.slice(at, end)), sequence: tidy(sequence), units }, end }
  }
  const end = Math.max(endOfRun(alone, at), endOfTokens(alone, at))
  if (end <= at) return null
  const typed = tidy(text.slice(at, end))
  return { exclusion: { text: typed, sequence: typed, units: [] }, end }
}

/** Of a norm alone, whoever excludes it means all that it finds; in a sequence, the number has to be that norm's. */
function exclusionOf(quoted: string): Exclusion | null {
  const text = tidy(quoted)
  if (wordsOf(text).length === 0) return null
  const unit = readUnit(text, 0)
  if (unit?.end === text.length) return { text, sequence: tidy(unit.sequence), units: unit.units }
  return { text, sequence: text, units: findUnits(text).filter(isNorm) }
}

function nextMinus(text: string, at: number): number {
  const found = text.slice(at).search(/\s-(?=\S)/)
  return found < 0 ? text.length : at + found
}

/** A word, a number, a day: it is excluded in all its forms; anything else as the sequence that it is. */
export function isOneTerm(text: string): boolean {
  const [first, ...rest] = readTokens(foldLooks(text)).filter((token) => token.text !== "")
  return first !== undefined && rest.every(({ date }) => date !== undefined && date === first.date)
}

const tidy = (text: string) => text.trim().replace(/\s+/g, " ")

const QUOTED = /"([^"]*)"/uy
const RUN = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'./-]*/uy

/** "Garage," without its comma, "50-2/0816/26" whole. */
function endOfRun(text: string, at: number): number {
  const run = matchAt(RUN, text, at)?.[0] ?? ""
  return at + run.replace(/['./-]+$/u, "").length
}

/** "60 000,00 €", "9. Juli 2024", "July 9, 2024", "Abs. 2": more than what stands without spaces. */
function endOfTokens(text: string, at: number): number {
  const [first, ...rest] = readTokens(text.slice(at))
  if (!first) return at
  const parts = [first, ...rest].filter(({ date }) => date !== undefined && date === first.date)
  const start = Math.min(first.start, ...parts.map((part) => part.start))
  if (start > 0) return at
  if (parts.length > 0) return at + Math.max(...parts.map(({ end }) => end))
  const [second] = rest
  const isCurrency = second?.text === "euro" && text.slice(at + first.end, at + second.start).trim() === ""
  if (/^\d/.test(first.text)) return at + (isCurrency ? second.end : first.end)
  return second && isNumberOf(text.slice(at, at + first.end), second.text) ? at + second.end : at
}

/** "Abs. 2", "Nr. 5a": the number belongs to what is numbered. */
const isNumberOf = (word: string, next: string) =>
  /^\d+[a-z]?$/.test(next) &&
  /^(?:abs(?:atz(?:es)?)?|nr|nummer|ziff?|ziffer|buchst(?:abe)?|satz|teil|anlage)$/iu.test(word)

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}
