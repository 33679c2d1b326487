import type { Token, Tokens } from "marked"
import { readBlocks } from "../markdown-blocks.ts"
import { readInline } from "../markdown-inline.ts"

/** Signs of a text that our Markdown may read as mark-up; they travel as characters that no text may hold. */
const SIGNS = "\\`*_~[!#>-"
const FIRST = 0xfdd0
const SHIELDED = /[\uFDD0-\uFDD9]/g
const MOST_TRIED = 40

export const shield = (text: string) =>
  text.replace(/[\\`*_~[!#>-]/g, (sign) => String.fromCharCode(FIRST + SIGNS.indexOf(sign)))

const bare = (text: string) => text.replace(SHIELDED, (sign) => SIGNS[sign.charCodeAt(0) - FIRST] ?? sign)

export type Settled = {
  text: string
  /** How far it is read back as it was meant; null when it is as a whole. */
  reached: number | null
}

/**
 * The Markdown of a piece of text whose signs are shielded, so that our own grammar reads it back as `expected`. Most
 * signs need nothing; where one would be read as mark-up it gets a backslash.
 * @param isWithin behind the mark of an item, a heading or a cell, where no line can begin anything
 */
export const settle = (markdown: string, expected: string, isWithin: boolean): Settled =>
  guard(markdown, expected, isWithin)

/** Where nothing else helps, the words without any look. */
export function settlePlain(expected: string, formatted: Settled, isWithin: boolean): string {
  const plain = guard(shield(expected), expected, isWithin)
  const isFurther = plain.reached === null || plain.reached > (formatted.reached ?? 0)
  return isFurther ? plain.text : formatted.text
}

/** Adds one backslash after the other, as long as each brings what is read nearer to what is expected. */
function guard(markdown: string, expected: string, isWithin: boolean): Settled {
  let current = markdown
  let reached = sameUntil(readText(bare(current), isWithin), expected)
  for (let tried = 0, from = 0; reached !== null && tried < MOST_TRIED; tried++) {
    const at = nextSign(current, from)
    if (at === -1) break
    const next = `${current.slice(0, at)}\\${current.slice(at)}`
    const further = sameUntil(readText(bare(next), isWithin), expected)
    const isNearer = further === null || further > reached
    if (isNearer) [current, reached] = [next, further]
    from = at + (isNearer ? 2 : 1)
  }
  return { text: bare(current), reached }
}

function nextSign(text: string, from: number): number {
  const at = text.slice(from).search(/[\uFDD1-\uFDD9]/)
  return at === -1 ? -1 : from + at
}

/** Where two texts begin to differ, apart from spaces; null where they don't. */
function sameUntil(read: string, expected: string): number | null {
  const [one, other] = [read, expected].map((text) => text.replace(/\s+/g, " ").trim()) as [string, string]
  if (one === other) return null
  let at = 0
  while (one[at] === other[at]) at++
  return at
}

function readText(markdown: string, isWithin: boolean): string {
  const lines = markdown.split("\n").map((text, at) => ({ text, lazy: isWithin && at === 0 }))
  try {
    return literalText(readBlocks(lines, { inline: (text) => readInline(text), refuse }, 0, isWithin))
  } catch {
    return ""
  }
}

const refuse = (code: string): never => {
  throw new Error(code)
}

/** What a reader sees, with what our Markdown says by signs: numbers, dashes and marks of quotations. */
function literalText(tokens: Token[]): string {
  return tokens.map(textOfToken).join("")
}

function textOfToken(token: Token): string {
  if (token.type === "br") return "\n"
  if (token.type === "list") return textOfList(token as Tokens.List)
  if (token.type === "table") {
    const rows: Tokens.TableCell[][] = [token.header, ...token.rows]
    return rows.map((row) => row.map((cell) => literalText(cell.tokens)).join(" ")).join("\n")
  }
  const inner =
    "tokens" in token && token.tokens?.length
      ? literalText(token.tokens)
      : "text" in token
        ? `${token.text}`
        : ""
  if (token.type === "blockquote") return inner.trimEnd().replace(/^/gm, "> ")
  return /^(?:paragraph|heading|code)$/.test(token.type) ? `${inner}\n` : inner
}

function textOfList({ ordered, items }: Tokens.List): string {
  return items
    .map(({ text, task, checked, tokens }) => {
      const box = task ? (checked ? "☑ " : "☐ ") : ""
      return `${ordered ? `${text}. ` : `- ${box}`}${literalText(tokens)}\n`
    })
    .join("")
}
