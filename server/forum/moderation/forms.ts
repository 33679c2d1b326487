import { foldLooks } from "../../kernel/folding.ts"
import { MARK, type Reading } from "./reading.ts"
import { lettersOf, type Sought } from "./sought.ts"

/** Always of one length, so that it does not tell how long the word was. */
export const BLACK = "█████"

/** A place where one of the given words stands, in one of its forms. */
export type Occurrence = {
  /** As a person reads it: "Kaczmarowskis". What is chosen is chosen by this. */
  form: string
  /** What becomes of it; of a compound with a hyphen only the word goes: "█████-Akte". */
  result: string
  /** The word itself or an ending of it: goes unless somebody takes it out. Other words that hold it are offered. */
  isMeant: boolean
  /** In `key` of the reading. */
  start: number
  end: number
  /** Letters of what was given: of two that overlap the longer one counts. */
  weight: number
}

/** Every place of the given words in a text, in order, without overlap. `wanted` leaves others out before. */
export function findOccurrences(
  reading: Reading,
  sought: readonly Sought[],
  wanted: (occurrence: Occurrence) => boolean = () => true,
): Occurrence[] {
  const all = sought.flatMap((one) => [...findOne(reading, one)]).filter(wanted)
  const taken: Occurrence[] = []
  for (const one of all.toSorted((a, b) => b.weight - a.weight || a.start - b.start))
    if (taken.every((other) => one.start >= other.end || other.start >= one.end)) taken.push(one)
  return taken.toSorted((a, b) => a.start - b.start)
}

const AROUND = 80

function* findOne(reading: Reading, sought: Sought): Generator<Occurrence> {
  const { key } = reading
  for (const match of key.matchAll(sought.pattern)) {
    const begin = match.index
    const finish = begin + match[0].length
    const start = begin - reach(WORD_BEFORE, key.slice(Math.max(0, begin - AROUND), begin), key.charAt(begin))
    const end = finish + reach(WORD_BEHIND, key.slice(finish, finish + AROUND), key.charAt(finish - 1))
    const isMeant = judge(sought, match[0], lettersOf(key.slice(start, begin)), key.slice(finish, end))
    if (isMeant === null) continue
    const from =
      start - reach(HYPHEN_BEFORE, key.slice(Math.max(0, start - AROUND), start), key.charAt(start))
    const to = end + reach(HYPHEN_BEHIND, key.slice(end, end + AROUND), key.charAt(end - 1))
    const form = shownText(reading, from, to)
    const result = shownText(reading, from, start) + BLACK + shownText(reading, end, to)
    const isSmall =
      sought.isName && /^\p{Ll}.*(?<!sche[mnrs]?)$/u.test(shownText(reading, start, end)) && end > finish
    yield { form, result, isMeant: isMeant && !isSmall, start, end, weight: sought.letters.length }
  }
}

const WORD_BEFORE = new RegExp(`(?:[\\p{L}\\p{N}]${MARK}{0,4}'?${MARK}{0,4})+$`, "u")
const WORD_BEHIND = new RegExp(`^(?:${MARK}{0,4}'?${MARK}{0,4}[\\p{L}\\p{N}])+`, "u")
const HYPHEN_BEFORE = new RegExp(`(?:[\\p{L}\\p{N}]${MARK}{0,4})+-${MARK}{0,4}$`, "u")
const HYPHEN_BEHIND = new RegExp(`^(?:${MARK}{0,4}-(?:${MARK}{0,4}[\\p{L}\\p{N}])+)+`, "u")

/** How far a word goes on; what begins or ends with a sign has no letters of its own there. */
const reach = (pattern: RegExp, text: string, edge: string) =>
  /[\p{L}\p{N}]/u.test(edge) ? (pattern.exec(text)?.[0].length ?? 0) : 0

/** Endings of a name: "Kaczmarowskis", "Kaczmarowski's", "Hansens", "Kaczmarowskische". */
const ENDING = /^'?(?:s|ens|sche[mnrs]?)$/
const SHORTEST_BEGINNING = 3
const SHORTEST_INSIDE = 4

/** Whether it is the word or an ending; null where it is hardly more than chance that the letters are there. */
function judge(sought: Sought, core: string, before: string, behind: string): boolean | null {
  if (sought.isNumber) return true
  const ending = behind.replaceAll(MARK, "")
  if (before === "" && (ending === "" || ENDING.test(ending)))
    return lettersOf(core) === sought.letters && !sought.isPart
  const { length } = sought.letters
  const isLong = before === "" ? length >= SHORTEST_BEGINNING : length >= SHORTEST_INSIDE
  return isLong && !sought.isPart ? false : null
}

/** One line, without mark-up and without the breaks within a word. */
function shownText({ shown, shownStarts, shownEnds }: Reading, start: number, end: number): string {
  if (end <= start) return ""
  return foldLooks(shown.slice(shownStarts[start], shownEnds[end - 1]))
    .replaceAll(MARK, "")
    .replace(/-[ \t]*\n[ \t]*(?=\p{Ll})/gu, "")
    .replace(/-[ \t]*\n[ \t]*/g, "-")
    .replace(/\s+/g, " ")
}
