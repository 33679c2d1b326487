import { isFirstName } from "../kernel/first-names.ts"

/**
 * The name that begins here, as it is typed behind `von:` without quotation marks: "Müller", "Müller, Sabine",
 * "Sabine Müller", "Frau Dr. Müller". What cannot be told to belong to it is looked for.
 */
export function readPerson(text: string, at: number): { value: string; end: number } {
  const words = Array.from(text.slice(at).matchAll(/\S+/gu), ({ 0: word, index }) => ({
    word,
    end: at + index + word.length,
  }))
  let count = 1
  while (words[count] && mayGoOn(words.slice(0, count).map(wordOf), words[count]?.word ?? "")) count++
  const { end = at } = words[count - 1] ?? {}
  const value = text.slice(at, end).replace(/[,;]+$/u, "")
  return { value, end }
}

const wordOf = ({ word }: { word: string }) => word
const TITLE = /^(?:herrn?|frau|dr\.?|prof\.?|von|van|de|der|den|zu|el|al)$/iu
const IS_WORD = /^\p{L}[\p{L}\p{M}'-]*\.?[,;]?$/u

/** Whether the next word belongs to the name read so far. */
function mayGoOn(words: string[], next: string): boolean {
  const last = words.at(-1) ?? ""
  if (!IS_WORD.test(next)) return false
  if (TITLE.test(last)) return true
  if (last.endsWith(",")) return words.length < 3 && isKnown(next)
  const hasComma = words.some((word) => word.endsWith(","))
  // "Müller, Anna Maria"; "Anna Maria Müller", "anna Müller": behind first names stands the surname.
  if (hasComma) return isKnown(next)
  const isWritten = /^\p{Lu}/u.test(next) || /^\p{Ll}/u.test(last)
  return words.length < 3 && words.every(isKnown) && isWritten
}

const isKnown = (word: string) => {
  const bare = word.replace(/[.,;]+$/u, "").toLowerCase()
  return isFirstName(bare.replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase()))
}
