import type { Token, Tokens } from "marked"
import {
  beginsQuotation,
  beginsTable,
  cellsOf,
  codeAt,
  goesOnQuotation,
  headingIn,
  isBlank,
  type Line,
  type Marker,
  Survey,
  withoutEscape,
} from "./markdown-lines.ts"

export type BlockParts = {
  /** Reads the mark-up within lines. */
  inline: (text: string) => Token[]
  /** Throws the refusal. */
  refuse: (code: "markdown.too-deep" | "markdown.too-long") => never
}

export const MAX_NESTING = 20
const MAX_TABLE_CELLS = 5_000

type Place = { lines: Line[]; survey: Survey; parts: BlockParts; depth: number; inItem: boolean }
type Read = { token: Token; next: number }

/** Reads lines into paragraphs, headings, lists, quotations, tables and code. What is none of these is a paragraph. */
export function readBlocks(lines: Line[], parts: BlockParts, depth = 0, inItem = false): Token[] {
  if (depth > MAX_NESTING) parts.refuse("markdown.too-deep")
  const place: Place = { lines, survey: new Survey(lines), parts, depth, inItem }
  const tokens: Token[] = []
  for (let at = 0; at < lines.length; ) {
    if (isBlank(lines[at])) at++
    else {
      const { token, next } = readBlock(place, at) ?? readParagraph(place, at)
      tokens.push(token)
      at = next
    }
  }
  return tokens
}

function readBlock(place: Place, at: number): Read | undefined {
  const line = place.lines[at]
  if (!line || line.lazy) return undefined
  return (
    readCode(place, at) ??
    readHeading(place, at) ??
    readQuotation(place, at) ??
    readTable(place, at) ??
    readList(place, at)
  )
}

function readCode({ lines }: Place, at: number): Read | undefined {
  const code = codeAt(lines, at)
  return code && { token: { type: "code", raw: "", text: code.content.join("\n") }, next: code.next }
}

function readHeading({ lines, parts }: Place, at: number): Read | undefined {
  const heading = lines[at] && headingIn(lines[at])
  if (!heading) return undefined
  const { depth, content } = heading
  return {
    token: { type: "heading", raw: "", depth, text: content, tokens: parts.inline(content) },
    next: at + 1,
  }
}

function readQuotation({ lines, parts, depth }: Place, at: number): Read | undefined {
  const first = lines[at]
  if (!first || !beginsQuotation(first)) return undefined
  let next = at
  const inner: Line[] = []
  for (let line = lines[next]; line && goesOnQuotation(line); line = lines[++next])
    inner.push({ text: line.text.replace(/^ {0,3}> ?/, ""), lazy: false })
  return {
    token: { type: "blockquote", raw: "", text: "", tokens: readBlocks(inner, parts, depth + 1) },
    next,
  }
}

/** Wider than its head where a row has more cells: none is dropped. */
function readTable({ lines, parts }: Place, at: number): Read | undefined {
  if (!beginsTable(lines, at)) return undefined
  let next = at + 2
  while (!isBlank(lines[next]) && !lines[next]?.lazy && lines[next]?.text.includes("|")) next++
  const rows = [lines[at], ...lines.slice(at + 2, next)].map((line) => cellsOf(line?.text ?? ""))
  const width = Math.max(...rows.map((row) => row.length))
  if (width * rows.length > MAX_TABLE_CELLS) parts.refuse("markdown.too-long")
  if (rows.every((row) => row.every((cell) => cell === ""))) return undefined
  const align = cellsOf(lines[at + 1]?.text ?? "").map(alignmentOf)
  const [header = [], ...body] = rows.map((row, index) =>
    Array.from({ length: width }, (_, column): Tokens.TableCell => {
      const text = row[column] ?? ""
      return {
        text,
        tokens: parts.inline(withBreaks(text)),
        header: index === 0,
        align: align[column] ?? null,
      }
    }),
  )
  return { token: { type: "table", raw: "", align, header, rows: body }, next }
}

/** In a cell, where no line of the source can end, `<br>` ends one; within code it stands as it was typed. */
const withBreaks = (cell: string) =>
  cell.replace(/`[^`]{0,1000}`|[ \t]*<br ?\/?>[ \t]*/gi, (found) => (found.startsWith("`") ? found : "\n"))

function alignmentOf(dashes: string): "left" | "center" | "right" | null {
  if (/^:.*:$/.test(dashes)) return "center"
  else if (dashes.endsWith(":")) return "right"
  else return dashes.startsWith(":") ? "left" : null
}

type Item = { marker: Marker; lines: Line[] }

function readList(place: Place, at: number): Read | undefined {
  const first = place.survey.itemAt(at)
  if (!first) return undefined
  const { items, isLoose, next } = collectItems(place, at, first)
  const token: Tokens.List = {
    type: "list",
    raw: "",
    ordered: first.mark === ".",
    start: first.mark === "." ? first.number : "",
    loose: isLoose,
    items: items.map((item) => readItem(place, item, isLoose)),
  }
  return { token, next }
}

function collectItems(
  place: Place,
  start: number,
  first: Marker,
): { items: Item[]; isLoose: boolean; next: number } {
  const { lines, survey } = place
  const items: Item[] = []
  let isLoose = false
  let at = start
  while (at < lines.length) {
    const following = skipBlank(lines, at)
    const line = lines[following]
    if (!line) break
    const hasGap = following > at
    const marker = survey.itemAt(following)
    const item = items.at(-1)
    if (item && !line.lazy && indentOf(line.text) >= first.indent + 2) {
      if (hasGap) item.lines.push({ text: "", lazy: false })
      item.lines.push({ text: unindent(line.text, item.marker.offset), lazy: false })
    } else if (marker && marker.mark === first.mark) {
      // What follows the sign is text: a second sign behind the first is shown.
      items.push({ marker, lines: [{ text: marker.content, lazy: true }] })
    } else if (item && !hasGap && !(marker || beginsOther(place, following)))
      item.lines.push({ text: line.text, lazy: true })
    else break
    if (hasGap && items.length > 0) isLoose = true
    at = following + 1
  }
  return { items, isLoose, next: at }
}

function readItem({ parts, depth }: Place, { marker, lines }: Item, isLoose: boolean): Tokens.ListItem {
  const [, tick, rest = ""] = (marker.mark !== "." && /^\[([ xX])\][ \t]+(\S.*)$/.exec(marker.content)) || []
  if (tick !== undefined) lines[0] = { text: rest, lazy: true }
  const tokens = readBlocks(lines, parts, depth + 1, true)
  return {
    type: "list_item",
    raw: "",
    task: tick !== undefined,
    ...(tick === undefined ? {} : { checked: tick !== " " }),
    loose: isLoose,
    text: String(marker.number),
    tokens: isLoose ? tokens : tokens.map(withoutParagraph),
  }
}

const withoutParagraph = (token: Token): Token =>
  token.type === "paragraph" ? { type: "text", raw: token.raw, text: "", tokens: token.tokens ?? [] } : token

function readParagraph(place: Place, at: number): Read {
  const { lines, parts } = place
  let next = at + 1
  while (!isBlank(lines[next]) && !interrupts(place, next)) next++
  const text = lines
    .slice(at, next)
    .map((_, index) => withoutEscape(lines, at + index))
    .join("\n")
  return { token: { type: "paragraph", raw: text, text, tokens: parts.inline(text) }, next }
}

function interrupts(place: Place, at: number): boolean {
  if (place.lines[at]?.lazy) return false
  const marker = place.survey.itemAt(at)
  if (marker) return place.inItem || place.survey.mayInterrupt(at, marker)
  return beginsOther(place, at)
}

/** Whether something other than a list begins here. */
function beginsOther({ lines }: Place, at: number): boolean {
  const line = lines[at]
  if (!line || line.lazy) return false
  return (
    headingIn(line) !== undefined ||
    beginsQuotation(line) ||
    beginsTable(lines, at) ||
    codeAt(lines, at) !== undefined
  )
}

function skipBlank(lines: Line[], from: number): number {
  let at = from
  while (at < lines.length && isBlank(lines[at])) at++
  return at
}

/** In columns; a tab leads to the next multiple of four. */
function indentOf(text: string): number {
  let columns = 0
  for (const character of text) {
    if (character === " ") columns++
    else if (character === "\t") columns += 4 - (columns % 4)
    else break
  }
  return columns
}

function unindent(text: string, columns: number): string {
  let taken = 0
  let at = 0
  for (; at < text.length && taken < columns; at++) {
    if (text[at] === " ") taken++
    else if (text[at] === "\t") taken += 4 - (taken % 4)
    else break
  }
  return text.slice(at)
}
