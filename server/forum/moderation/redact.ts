/** Always of one length, so that it does not tell how long the word was. */
const BLACK = "█████"

/** A text with every occurrence of the words blacked out, whatever the capitals, and how many there were. */
export function blackOut(text: string, words: string[]): { text: string; places: number } {
  const pattern = words
    .map((word) => word.trim())
    .filter((word) => word !== "")
    .toSorted((a, b) => b.length - a.length)
    .map(escapePattern)
    .join("|")
  if (pattern === "") return { text, places: 0 }
  let places = 0
  const blackened = text.normalize("NFC").replace(new RegExp(pattern, "giu"), () => {
    places += 1
    return BLACK
  })
  return places === 0 ? { text, places } : { text: blackened, places }
}

/** Spaces match any white space, so that a name that is broken over two lines is found as well. */
function escapePattern(word: string): string {
  return word
    .normalize("NFC")
    .split(/\s+/)
    .map((part) => part.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"))
    .join("\\s+")
}
