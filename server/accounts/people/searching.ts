import { and, or, type SQL, sql } from "drizzle-orm"
import { foldLetters, foldLooks } from "../../kernel/folding.ts"
import { people } from "../tables.ts"

/**
 * Whoever has all these words or beginnings of words in their name, in any order: "müller sab", "Mueller, Sabine" and
 * "Muller" find Sabine Müller; "dangelo" finds D’Angelo. Undefined where nothing is asked for.
 *
 * `people.name_key` holds what the function `name_key` of the database makes of the name: without marks, and with
 * umlauts written out. The same is done here to what was typed.
 */
export function hasName(typed: string): SQL | undefined {
  const words = nameWords(typed)
  // Signs alone are no name: they find nobody rather than everybody.
  if (words.length === 0) return typed.trim() === "" ? undefined : sql`false`
  return and(...words.map((spellings) => or(...spellings.map(contains))))
}

const contains = (word: string) => sql`${people.nameKey} like ${`%${word}%`}`

/** Each word in the spellings under which it is looked for. */
export function nameWords(typed: string): string[][] {
  const letters = foldLooks(typed).toLowerCase().normalize("NFKD").replace(APOSTROPHES, "")
  return letters
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .map((word) => [...new Set([fold(word), fold(writtenOut(word))])])
    .filter(([word]) => word !== "")
}

const fold = (word: string) => foldLetters(word.replace(/\p{M}/gu, ""))

/** As DIN 91379 writes names for searching: "ä" is "ae", "å" is "aa", "ø" is "oe"; besides, "đ" as "dj". */
const writtenOut = (word: string) =>
  word
    .replace(/([aou])(\p{M}*?)\u0308/gu, "$1e")
    .replace(/a(\p{M}*?)\u030a/gu, "aa")
    .replaceAll("ø", "oe")
    .replaceAll("đ", "dj")

const APOSTROPHES = /['"`´¨~·‡ʺˌʼ]/g
