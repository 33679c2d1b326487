import type { TakeApart } from "../../kernel/markdown.ts"

/** Within a word, an address or a path the sign names nobody: "a@b.de", "https://example.org/@name". */
const SIGN = String.raw`(?<![\p{L}\p{N}\p{M}._%+@/\\-])@`
const BEFORE_NAME = new RegExp(`${SIGN}(?=\\p{L})`, "gu")
const NAME_ENDS = String.raw`(?!-?[\p{L}\p{N}\p{M}])`
/** "Dr. Anna Maria von der Lippe-Biesterfeld" and, where two people are called the same, the department. */
const MOST_WORDS = 7
const LONGEST_TAIL = 200

/** What stands behind each sign of a text that may name somebody, to the end of its line. */
export const tailsIn = (text: string): string[] =>
  Array.from(text.matchAll(BEFORE_NAME), ({ index }) => {
    const [line = ""] = text.slice(index + 1, index + 1 + LONGEST_TAIL).split("\n")
    return line
  })

/** The names that it may begin with, the longest first. */
export function namesBehind(tail: string): string[] {
  const ends = Array.from(tail.matchAll(/\S+/gu), ({ 0: word, index }) => index + word.length)
  const names = ends.slice(0, MOST_WORDS).flatMap((end) => {
    const words = tail.slice(0, end)
    return [words, words.replace(/[\p{P}\p{S}]+$/u, "")]
  })
  return [...new Set(names)].filter((name) => name !== "").toSorted((one, other) => other.length - one.length)
}

/** Where one of these names stands behind the sign, the longest that fits. */
export function takeApartAt(names: readonly string[]): TakeApart {
  const longestFirst = names.toSorted((one, other) => other.length - one.length).map(literally)
  const mention = new RegExp(`(${SIGN}(?:${longestFirst.join("|")})${NAME_ENDS})`, "u")
  // A pattern in brackets stays among what it splits: every other part is a mention.
  return (text) =>
    text
      .split(mention)
      .map((part, place) => ({ text: part, isMention: place % 2 === 1 }))
      .filter((part) => part.text !== "")
}

const literally = (name: string) => name.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")
