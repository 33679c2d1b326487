/** Below a line that is nothing but the sender's name stand office and telephone, and no more than that. */
const MOST_LINES_BELOW = 14

/**
 * The text without the block that the sender's own name begins at its end: those who write no "Mit freundlichen Grüßen"
 * sign all the same.
 * @param names as the account and the mail have them: "Anna Weber", "Weber, Anna (Wohngeldstelle)"
 */
export function withoutOwnName(text: string, names: readonly string[]): string {
  const lines = text.split("\n")
  const known = names.map(wordsOf).filter((words) => words.length > 0)
  const isOwn = (line: string) => known.some((words) => isNameOf(wordsOf(line), words))
  const at = lines.findIndex((line, place) => lines.length - place - 1 <= MOST_LINES_BELOW && isOwn(line))
  return at === -1 ? text : lines.slice(0, at).join("\n").trimEnd()
}

/** The words of a name, whatever their order, without titles and what stands in brackets. */
const wordsOf = (text: string): string[] =>
  text
    .replace(/\([^()]*\)|\[[^[\]]*\]/g, " ")
    .replace(/\b(?:dr|prof|dipl|ing|med|jur|m\.?a|b\.?a|i\.?\s?a|i\.?\s?v|gez)\b\.?/gi, " ")
    .split(/[^\p{L}\p{M}'’-]+/u)
    .filter(Boolean)
    .map((word) => word.toLowerCase())

const isNameOf = (line: string[], name: string[]): boolean =>
  name.length > 1 && line.length === name.length && line.toSorted().join() === name.toSorted().join()
