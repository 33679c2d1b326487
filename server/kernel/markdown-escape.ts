import type { Token } from "marked"
import { readInline } from "./markdown-inline.ts"

const MOST_SIGNS = 200

/**
 * Markdown in which a line of text is shown as it is, to be put behind the mark of an item: a backslash only where our
 * grammar would read mark-up otherwise. Line breaks become spaces.
 */
export function asTyped(text: string): string {
  const line = text.replace(/\s+/g, " ").trim()
  let source = line
  for (let signs = 0; signs < MOST_SIGNS; signs++) {
    const read = wordsOf(readInline(source))
    if (read === line) return source
    // The first sign that is not shown is mark-up; every backslash so far was taken off in reading.
    const at = firstDifference(read, line) + signs
    source = `${source.slice(0, at)}\\${source.slice(at)}`
  }
  return line
}

const wordsOf = (tokens: Token[]): string =>
  tokens
    .map((token) => {
      if (token.type === "image") return ""
      return "tokens" in token && token.tokens
        ? wordsOf(token.tokens)
        : "text" in token
          ? String(token.text)
          : ""
    })
    .join("")

function firstDifference(one: string, other: string): number {
  let at = 0
  while (at < one.length && one[at] === other[at]) at++
  return at
}
