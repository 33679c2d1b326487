import { isFirstName } from "../../kernel/first-names.ts"
import type { Span } from "./addresses.ts"
import { isNoName, looksLikeNoun } from "./no-names.ts"
import { isInitial, isSurname } from "./person-names.ts"
import { looksLikeSurname } from "./surnames.ts"

export type Name = Span & {
  words: string[]
  /** Hints that are enough: 3 near it, 2 right beside it, 1 only in a firm phrase, 0 in none. */
  likeness: 0 | 1 | 2 | 3
}

export const PARTICLE = "(?:von|van|de|der|den|dem|zu|zur|el|al|di|da|del|dos|ten|ter|le|la|ibn|bin|abu)"
export const WORD = "\\p{Lu}[\\p{L}\\p{M}]*(?:'[\\p{L}\\p{M}]+)*(?:-\\p{Lu}[\\p{L}\\p{M}']*)*"
/** One to five words with capitals, initials and "von der" between; "Müller, Hans" too. */
export const NAME = new RegExp(
  `(?<![\\p{L}\\p{M}\\d'-])(?:\\p{Lu}\\.\\s?(?:-?\\p{Lu}\\.\\s?)?)?${WORD}(?:(?:,?[ \\t]\\n?|\\n)(?:${PARTICLE}[ ]){0,2}(?:\\p{Lu}\\.[ ]?)?${WORD}){0,4}(?:[ ]\\p{Lu}\\.(?=[ ]\\p{Ll}))?(?![\\p{L}\\d])`,
  "gu",
)

/** Without words before and behind that are no part of it: the beginning of a sentence, a noun. */
export function* namesIn(text: string, start: number, found: string): Generator<Name> {
  const all = Array.from(found.matchAll(/[^\s,]+/gu), ({ 0: word, index }) => ({ word, at: start + index }))
  for (let size = Math.min(all.length, 5); size > 0; size--)
    for (let from = 0; from + size <= all.length; from++) {
      const part = all.slice(from, from + size)
      const words = part.map(({ word }) => word)
      const [first] = part
      const last = part.at(-1)
      if (!first || !last) continue
      const between = text.slice(first.at, last.at)
      const isTurned = isTurnedAtComma(between, words)
      const likeness = isTurned ? 3 : likenessOf(words)
      if (likeness === 0) continue
      // Two lines and an enumeration are two things, unless they are certainly somebody's names.
      if (likeness < 3 && /[\n,]/.test(between)) continue
      // "Josef Brandl, Bahnhofstr.": behind the comma stand first names, or something else.
      if (between.includes(",") && !isTurned) continue
      yield { words, likeness, start: first.at, end: last.at + last.word.length }
    }
}

/** "Zirngibl, Sabine" */
function isTurnedAtComma(between: string, [surname = "", ...behind]: string[]): boolean {
  const isSure = isSurname(surname) && !isNoName(surname) && !looksLikeNoun(surname) && !isFirstName(surname)
  return (
    /^[^\s,]+,[^,\n]*$/.test(between) &&
    (isSure || looksLikeSurname(surname)) &&
    behind.every((word) => isFirstName(word) || isInitial(word))
  )
}

export const IS_PARTICLE = new RegExp(`^${PARTICLE}$`)
/** "Nguyen Thi Mai": what is a month elsewhere is a first name behind these. */
const isVietnamese = (words: string[], at: number) =>
  at > 0 &&
  words[at] === "Mai" &&
  words
    .slice(0, at)
    .some((word) =>
      /^(?:Thi|Thị|Nguyen|Nguyễn|Tran|Trần|Pham|Phạm|Hoang|Hoàng|Huynh|Huỳnh|Phan|Dang|Đặng|Bui|Bùi|Ngo|Ngô|Duong|Dương|Truong|Trương|Trinh|Trịnh|Vu|Vũ|Đỗ|Le|Lê)$/u.test(
        word,
      ),
    ) &&
  words.slice(0, at).every((word) => word.length < 7)

export const TITLE = /^(?:Dr|Prof|Dipl|Ing|Mag)\.?$/

function likenessOf(all: string[]): Name["likeness"] {
  const words = all.filter((word) => !IS_PARTICLE.test(word) && !TITLE.test(word))
  const isBroken = IS_PARTICLE.test(all[0] ?? "") || IS_PARTICLE.test(all.at(-1) ?? "")
  if (words.length === 0 || isBroken || words.some((word, at) => isNoName(word) && !isVietnamese(words, at)))
    return 0
  const [first = "", ...rest] = words
  const last = rest.at(-1)
  const isShortened = /^\p{Lu}\.(?:-?\p{Lu}\.)?$/u.test(first)
  if (last !== undefined && words.length === 2 && isFirstName(first) && isInitial(last)) return 3
  if (words.some((_, at) => isVietnamese(words, at))) return 3
  if (last !== undefined) {
    const isTurned = words.slice(1).every(isFirstName) && looksLikeSurname(first)
    if (isTurned || (isFirstName(first) && isSurname(last))) return 3
    if (isShortened && !looksLikeSurname(last)) return isSurname(last) && !looksLikeNoun(last) ? 1 : 0
    if (isShortened) return 3
    if (looksLikeSurname(last) && words.every(isSurname)) return 3
    return words.length <= 3 && words.every((word) => isSurname(word) && !looksLikeNoun(word)) ? 1 : 0
  }
  if (isInitial(first) || isShortened || first.length < 2) return 0
  if (looksLikeSurname(first)) return 2
  return isSurname(first) && !looksLikeNoun(first) ? 1 : 0
}
