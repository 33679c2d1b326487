import { Lexer, type Token, type TokensList } from "marked"
import { Refusal } from "./errors.ts"
import { readBlocks } from "./markdown-blocks.ts"
import { readInline } from "./markdown-inline.ts"

export { MAX_NESTING } from "./markdown-blocks.ts"

export const MAX_MARKDOWN_LENGTH = 40_000
const MAX_MARKDOWN_LINES = 3_000

/** Reads Markdown into tokens of `marked`. Refuses what is too long or nested too deeply, before anything is rendered. */
export function readMarkdown(source: string, field: string): TokensList {
  const text = normalise(source)
  if (isTooLong(text) || countLines(text) > MAX_MARKDOWN_LINES) {
    throw new Refusal(422, "markdown.too-long", field)
  }
  return new OfficeLexer(field).lex(text)
}

/**
 * Every way to write a line break becomes one: Windows, Word (vertical tab), form feed, U+0085, U+2028, U+2029.
 * NUL has no place in PostgreSQL text.
 */
const normalise = (source: string) =>
  source.replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, "\n").replaceAll("\0", "")

/** In characters, as schemas and the counter beside the field count: an emoji is one. */
const isTooLong = (text: string) =>
  text.length > MAX_MARKDOWN_LENGTH && [...text].length > MAX_MARKDOWN_LENGTH

function countLines(text: string): number {
  let lines = 1
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) lines++
  return lines
}

/**
 * Our profile of Markdown for office text, in the place of the rules of `marked`, which would take a date for a list,
 * a sign before an amount for a bullet, and stars between letters for italics. The rule above all others: **no
 * character that was typed disappears or changes, save this mark-up, which the help names.**
 *
 * | Mark-up | Only where | Shown |
 * |---|---|---|
 * | `**bold**`, `*italic*`, `_italic_`, `~~struck~~` | around words: not between letters or digits; italics within a line; `**` and `~~` also around letters within a word | without the signs |
 * | `` `code` `` | around words, within a line | without the backticks, in a fixed width |
 * | `[text](address)` | the address is https, http, www., mailto: or a path of ours; no title | the text, linked |
 * | `![words](/anhaenge/…)` | an attachment of ours | the picture |
 * | a bare address with https://, http:// or www. | up to a space, quotation mark, bracket that was not opened in it, bar or dash | as typed, linked |
 * | `# Heading` to `######` | at the start of a line, with a space; not before a mere number | without the signs |
 * | `- item`, `* item` | no amount, percentage or sum follows; a single `*` is a footnote; directly below a line of text only several or behind a sign that ends it | with a bullet |
 * | `- [ ] open`, `- [x] done` | in such an item | with ☐ or ☑ |
 * | `1. step` | up to three digits without a leading zero; no month, year or other number follows; directly below a line of text only from 1 on | with the number that was typed |
 * | indented by two spaces or more below an item | | as part of the item |
 * | `> quotation` | with a space; no number follows in its first line | indented |
 * | three backticks, alone on a line or with words, up to three more | | in a fixed width; the words are the first line |
 * | `\| a \| b \|` above `\|---\|---\|` | as many columns in both; `\\|` is a bar in a cell | a table as wide as its widest row |
 * | `\` before three backticks, `#`, `>`, `-`, `*` or the first dash of a table's line | at the start of a line that would be mark-up | without the backslash |
 * | `\` before one of `* _ ~ [ !` or a backtick | where a word begins and what follows would be mark-up | without the backslash |
 *
 * Off: headings by underlining, code by indenting, rules (`---`), `+` and `1)` as lists, references, raw HTML, entities,
 * titles of links, hard breaks by backslash. A line break is one; spaces and tabs are shown as typed.
 */
class OfficeLexer extends Lexer {
  readonly #field: string

  constructor(field: string) {
    super({ gfm: true, breaks: true })
    this.#field = field
  }

  override blockTokens(source: string, tokens?: Token[]): Token[]
  override blockTokens(source: string, tokens?: TokensList): TokensList
  override blockTokens(source: string, tokens: Token[] = []): Token[] {
    const lines = source.split("\n").map((text) => ({ text, lazy: false }))
    const refuse = (code: string): never => {
      throw new Refusal(422, code, this.#field)
    }
    tokens.push(...readBlocks(lines, { inline: (text) => this.inlineTokens(text), refuse }))
    return tokens
  }

  override inlineTokens(source: string, tokens: Token[] = []): Token[] {
    tokens.push(...readInline(source))
    return tokens
  }
}
