import { isCompared, isRestOfDate, kindOf } from "./markdown-numbers.ts"

export type Line = {
  text: string
  /** Goes on with the paragraph before it, whatever it begins with. */
  lazy: boolean
}
export type Marker = {
  mark: "-" | "*" | "."
  indent: number
  offset: number
  number: number
  content: string
}

const MARKER = /^( {0,3})([-*]|(?:0|[1-9]\d{0,2})\.)([ \t]+)(\S.*)$/
/** A line of dashes, dots or stars is no list of them. */
const HAS_CONTENT = /[^\s\p{Pd}*_=+.…|]/u
const HEADING = /^(#{1,6})[ \t]+(\S.*)$/
const FENCE = /^(`{3,})([^`]*)$/
const QUOTE = /^ {0,3}>+[ \t]+(\S.*)$/
const DELIMITERS = /^ {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/
const SUM = /^\s*[+=](?:\s|$|[\d€])/

export const isBlank = (line: Line | undefined) => line === undefined || /^[ \t]*$/.test(line.text)

/** What stands behind `#`, unless it is only a number: `# 12` is one. */
export function headingIn({ text, lazy }: Line): { depth: number; content: string } | undefined {
  const [, marks = "", content = ""] = (!lazy && HEADING.exec(text)) || []
  return /[^\d\s#.,/-]/.test(content) ? { depth: marks.length, content } : undefined
}

/** Code from a line of three backticks to the next; the words behind the first are its first line. */
export function codeAt(lines: readonly Line[], at: number): { content: string[]; next: number } | undefined {
  const line = lines[at]
  const [, mark = "", rest = ""] = (line && !line.lazy && FENCE.exec(line.text)) || []
  if (!mark) return undefined
  const end = lines.findIndex((other, index) => index > at && isFenceEnd(other.text, mark))
  if (end === -1) return undefined
  const content = lines.slice(at + 1, end).map((inner) => inner.text)
  if (rest.trim() !== "") content.unshift(rest.trim())
  return content.some((inner) => inner.trim() !== "") ? { content, next: end + 1 } : undefined
}

const isFenceEnd = (text: string, mark: string) => text.startsWith(mark) && /^`+[ \t]*$/.test(text)

/** `> Zitat`, unless a number follows ("greater than"), or the signs stand on both sides as in mail heads. */
export function beginsQuotation({ text, lazy }: Line): boolean {
  const content = (!lazy && QUOTE.exec(text)?.[1]) || ""
  const inner = content.replace(/^[>\s]+/, "")
  return inner !== "" && !isCompared(inner) && !/^ {0,3}>{3}.*>{3}\s*$/.test(text)
}

export const goesOnQuotation = ({ text, lazy }: Line) => !lazy && /^ {0,3}>(?:[> \t]|$)/.test(text)

/** Head and line of dashes with as many columns. */
export function beginsTable(lines: readonly Line[], at: number): boolean {
  const [head, dashes] = [lines[at], lines[at + 1]]
  if (!head?.text.includes("|") || head.lazy || !dashes || dashes.lazy) return false
  return (
    dashes.text.includes("|") &&
    DELIMITERS.test(dashes.text) &&
    cellsOf(head.text).length === cellsOf(dashes.text).length
  )
}

/** The cells between the bars; `\|` is a bar within one. */
export function cellsOf(row: string): string[] {
  const cells = row
    .split(/(?<!\\)\|/)
    .map((cell) => cell.replace(/^[ \t]+|[ \t]+$/g, "").replaceAll("\\|", "|"))
  if (cells.length > 1 && cells[0] === "") cells.shift()
  if (cells.length > 1 && cells.at(-1) === "") cells.pop()
  return cells
}

function markerIn({ text, lazy }: Line): Marker | undefined {
  const [, space = "", sign = "", gap = "", content = ""] = (!lazy && MARKER.exec(text)) || []
  if (!sign || !HAS_CONTENT.test(content)) return undefined
  const before = space.length + sign.length
  const offset = before + (gap.length > 4 || gap.includes("\t") ? 1 : gap.length)
  const isNumber = sign.endsWith(".")
  if (isNumber && isRestOfDate(content)) return undefined
  const mark = isNumber ? "." : (sign as "-" | "*")
  return { mark, indent: space.length, offset, number: isNumber ? Number(sign.slice(0, -1)) : 0, content }
}

/** A backslash goes only where the line would be mark-up without it: a heading, a quotation, an item, code, a table. */
export function withoutEscape(lines: readonly Line[], at: number): string {
  const { text, lazy } = lines[at] ?? { text: "", lazy: true }
  if (lazy || !text.includes("\\")) return text
  const unescaped = { text: text.replace(/^( {0,3}\|?[ \t]*:?)\\(?=[-`])/, "$1"), lazy: false }
  const isCode = text.startsWith("\\```") && codeAt([unescaped, ...lines.slice(at + 1)], 0) !== undefined
  const head = lines[at - 1]
  const isTable = head !== undefined && unescaped.text !== text && beginsTable([head, unescaped], 0)
  return isCode || isTable ? unescaped.text : withoutBlockEscape({ text, lazy })
}

function withoutBlockEscape({ text, lazy }: Line): string {
  const [, space = "", rest = ""] = (!lazy && /^( {0,3})\\([#>*-].*)$/.exec(text)) || []
  const line = { text: space + rest, lazy: false }
  const marker = rest && markerIn(line)
  const isMarkup =
    rest && (headingIn(line) || beginsQuotation(line) || (marker && kindOf(marker.content) === "words"))
  return isMarkup ? line.text : text
}

/** What the lines without a blank one between them have in common. */
type Group = { to: number; dashes: number; stars: number; hasWords: boolean; isSum: boolean }

/** Looks once at all lines, so that each can be judged beside its neighbours. */
export class Survey {
  readonly lines: readonly Line[]
  readonly #markers: (Marker | undefined)[]
  readonly #groups: Group[] = []

  constructor(lines: readonly Line[]) {
    this.lines = lines
    this.#markers = lines.map(markerIn)
    let group: Group | undefined
    for (const [at, line] of lines.entries()) {
      if (isBlank(line) || isBlank(lines[at - 1])) group = undefined
      group ??= { to: at, dashes: 0, stars: 0, hasWords: false, isSum: false }
      this.#groups.push(group)
      this.#count(group, at, line)
    }
  }

  #count(group: Group, at: number, line: Line): void {
    const marker = this.#markers[at]
    group.to = at
    if (SUM.test(line.text)) group.isSum = true
    if (marker?.mark === "-") group.dashes++
    if (marker?.mark === "*") group.stars++
    if (marker && marker.mark !== "." && kindOf(marker.content) === "words") group.hasWords = true
  }

  /** The item of a list that begins here, if what follows the sign leaves no doubt that it is one. */
  itemAt(at: number): Marker | undefined {
    const marker = this.#markers[at]
    const group = this.#groups[at]
    if (!marker || !group || marker.mark === ".") return marker
    const kind = kindOf(marker.content)
    if (kind === "amount" || (kind === "count" && !group.hasWords)) return undefined
    if (marker.mark === "-") return group.isSum ? undefined : marker
    return group.stars > 1 || this.#hasStarBeside(at) ? marker : undefined
  }

  /** A single star is a footnote; the items of a list may also stand apart or have something indented below them. */
  #hasStarBeside(at: number): boolean {
    const isBetween = (line: Line | undefined) =>
      line !== undefined && /^(?:[ \t]*$|[ \t]{2}|\t)/.test(line.text)
    let [before, after] = [at - 1, at + 1]
    while (isBetween(this.lines[before])) before--
    while (isBetween(this.lines[after])) after++
    return this.#markers[before]?.mark === "*" || this.#markers[after]?.mark === "*"
  }

  /** Whether a list may begin directly below a line of text: a dash or a number may also go on with its sentence. */
  mayInterrupt(at: number, { mark, number }: Marker): boolean {
    const before = this.lines[at - 1]?.text ?? ""
    if (mark !== ".")
      return (this.#groups[at]?.dashes ?? 0) > 1 || mark === "*" || /[.:;!?…]["“”»)\]*_~]*\s*$/.test(before)
    if (number !== 1) return false
    const group = this.#groups[at]
    return /:["“”»)\]*_~]*\s*$/.test(before) || (group !== undefined && this.#hasNumber(2, at + 1, group.to))
  }

  #hasNumber(number: number, from: number, to: number): boolean {
    for (let at = from; at <= to; at++)
      if (this.#markers[at]?.mark === "." && this.#markers[at]?.number === number) return true
    return false
  }
}
