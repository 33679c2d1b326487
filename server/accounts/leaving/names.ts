import { FORMER, REMOVED_ADDRESS } from "./former.ts"

/** What of a person can be found in texts, and what stands there afterwards. */
export type Traces = {
  /** For PostgreSQL, to find rows that may hold it: reads more than is replaced. */
  pattern: string
  /** Gives the text without name and address; the same text where it holds neither. */
  without: (text: string) => string
}

/**
 * The name as it is written, in the order of a list ("Müller, Sabine"), with other signs between its words as in names of
 * files, with umlauts in two letters, and in the genitive; and the address.
 * @param nameIsOwn false where somebody else is called the same: then the name says nothing about this person
 */
export function tracesOf(
  { displayName, email }: { displayName: string; email: string },
  nameIsOwn: boolean,
): Traces {
  const names = nameIsOwn ? namesIn(displayName) : []
  const address = literally(email)
  const name =
    names.length > 0
      ? new RegExp(`${BEFORE}(?:${names.join("|")})(?:['’]?s)?${BEHIND}${UNJOINED}`, "giu")
      : null
  const mail = new RegExp(`(?<![\\p{L}\\p{N}._%+-])${address}${BEHIND}`, "giu")
  return {
    pattern: [...names, address].join("|"),
    without: (text) => {
      const unaddressed = text.replace(mail, REMOVED_ADDRESS)
      return name ? unaddressed.replace(name, FORMER.de) : unaddressed
    },
  }
}

/** A hyphen makes it another name: "Anna-Sabine Müller" is not Sabine Müller, and neither is "Sabine Müller-Lang". */
const HYPHEN = "\\\\{0,2}-"
const BEFORE = `(?<![\\p{L}\\p{N}])(?<!\\p{L}${HYPHEN})`
const BEHIND = "(?![\\p{L}\\p{N}])"
const UNJOINED = `(?!${HYPHEN}\\p{L})`
/** Between the words of a name; in HTML and in JSON as well. */
const BETWEEN = "(?:[\\s_.+-]|&nbsp;|%20|\\\\n)+"

/** A name of one word is a word of the language as often as not: of such a one the address goes alone. */
function namesIn(displayName: string): string[] {
  const words = displayName
    .replace(/\([^)]*\)/g, " ")
    .split(/\s+/)
    // "Dr." tells of nobody, and stands elsewhere without it.
    .filter((word) => word !== "" && !/^\p{L}+\.(?:-?\p{L}+\.)*$/u.test(word))
    .map(literally)
  if (words.length < 2) return []
  const last = words.at(-1) ?? ""
  const others = words.slice(0, -1).join(BETWEEN)
  return [words.join(BETWEEN), `${last},?${BETWEEN}${others}`]
}

const LETTERS: Record<string, string> = {
  ä: "(?:ä|ae)",
  ö: "(?:ö|oe)",
  ü: "(?:ü|ue)",
  ß: "(?:ß|ss)",
  "'": "(?:['’]|&#39;|&#x27;|&apos;)",
  "’": "(?:['’]|&#39;|&#x27;|&apos;)",
}

/** The word in every way of writing; before a sign Markdown may have its backslash, and JSON another. */
const literally = (word: string) =>
  Array.from(word.toLowerCase(), (sign) => {
    const letters = LETTERS[sign]
    if (letters) return /\p{L}/u.test(sign) ? letters : `\\\\{0,2}${letters}`
    return /[\p{L}\p{N}]/u.test(sign) ? sign : `\\\\{0,2}${sign.replace(/[\\^$.*+?()[\]{}|/]/, "\\$&")}`
  }).join("")
