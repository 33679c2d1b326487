import { readInline } from "../markdown-inline.ts"
import { type Format, PLAIN } from "./format.ts"

/** One character of a line with its look; a break is a line feed, a picture of ours an object replacement. */
type Piece = { char: string; format: Format; picture?: { src: string; alt: string } }

const WORD = /[\p{L}\p{N}\p{M}]/u
const SPACE = /\s/
const MAIL_HEAD =
  /^(?:Von|Gesendet(?: am)?|Datum|An|Cc|Bcc|Kopie|Betreff|Anlagen?|Priorität|Wichtigkeit|From|Sent|Date|To|Subject|Attachments|Importance):\s?$/

/** The inline content of a paragraph, gathered piece by piece, and put in order at its end. */
export class Line {
  #pieces: Piece[] = []

  /** Several lines as one, each on a line of its own. */
  static joined(lines: Line[]): Line {
    const all = new Line()
    for (const [at, line] of lines.entries()) {
      if (at > 0) all.#pieces.push({ char: "\n", format: PLAIN })
      all.#pieces = all.#pieces.concat(line.#pieces)
    }
    return all
  }

  add(text: string, format: Format): void {
    const shown = format.pre
      ? text.replace(/\r\n?/g, "\n").replace(/\t/g, " ")
      : text.replace(/[\t\r\n ]+/g, " ")
    for (const char of shown) this.#pieces.push({ char, format })
  }

  addPicture(src: string, alt: string): void {
    this.#pieces.push({ char: "\uFFFC", format: PLAIN, picture: { src, alt } })
  }

  /** Nothing in it that anybody could see. */
  get isBlank(): boolean {
    return this.#pieces.every(({ char }) => SPACE.test(char))
  }

  get isUntouched(): boolean {
    return this.#pieces.length === 0
  }

  withoutFormat(...names: ("bold" | "italic")[]): void {
    for (const piece of this.#pieces)
      for (const name of names) if (piece.format[name]) piece.format = { ...piece.format, [name]: false }
  }

  /** The words of each paragraph in a `span`: an empty line within divides them. */
  toParagraphs(document: Document): Element[] {
    const lines = splitAt(this.#pieces).map(tidy)
    const paragraphs: Piece[][] = []
    let isOpen = false
    for (const line of lines) {
      const last = paragraphs.at(-1)
      if (line.length === 0) isOpen = false
      else if (last && isOpen) last.push({ char: "\n", format: PLAIN }, ...line)
      else paragraphs.push(line)
      isOpen = line.length > 0
    }
    return paragraphs.map((pieces) => {
      const span = document.createElement("span")
      span.appendChild(nodesOf(document, pieces))
      return span
    })
  }
}

function splitAt(pieces: Piece[]): Piece[][] {
  const lines: Piece[][] = [[]]
  for (const piece of pieces) {
    if (piece.char === "\n") lines.push([])
    else lines.at(-1)?.push(piece)
  }
  return lines
}

/** Runs of spaces are one, as a reader sees them; the edges of a line have none; marks stand where they are read. */
function tidy(line: Piece[]): Piece[] {
  const pieces: Piece[] = []
  for (const piece of line) {
    const last = pieces.at(-1)
    if (!SPACE.test(piece.char)) pieces.push(piece)
    else if (last && !SPACE.test(last.char)) pieces.push(piece)
    // A run in which one is fixed is a run that somebody saw: a single fixed one stays what it is.
    else if (last) pieces[pieces.length - 1] = { ...last, char: " " }
  }
  while (SPACE.test(pieces.at(-1)?.char ?? "")) pieces.pop()
  for (const name of ["bold", "italic", "strike"] as const) settle(pieces, name)
  return pieces
}

/** Moves the edges of a format to where our grammar reads its marks; gives the format up where it would not. */
function settle(pieces: Piece[], name: Mark): void {
  for (let start = 0; start < pieces.length; start++) {
    if (!pieces[start]?.format[name]) continue
    let end = start
    while (
      end < pieces.length &&
      pieces[end]?.format[name] &&
      pieces[end]?.format.href === pieces[start]?.format.href
    )
      end++
    const [from, to] = readable(pieces, start, end, name)
    for (let at = start; at < end; at++) {
      const piece = pieces[at]
      if (piece && (at < from || at >= to)) piece.format = { ...piece.format, [name]: false }
    }
    start = end - 1
  }
}

function readable(pieces: Piece[], start: number, end: number, name: Mark): [number, number] {
  let [from, to] = [start, end]
  const at = (place: number) => pieces[place]?.char ?? " "
  while (from < to && (SPACE.test(at(from)) || (isSign(at(from)) && WORD.test(at(from - 1))))) from++
  while (to > from && (SPACE.test(at(to - 1)) || (isSign(at(to - 1)) && WORD.test(at(to))))) to--
  const part = (first: number, last: number) =>
    pieces
      .slice(Math.max(0, first), last)
      .map(({ char }) => char)
      .join("")
  const text = part(from, to)
  const isMailHead = name === "bold" && from === 0 && MAIL_HEAD.test(text)
  return isMailHead || !isRead(name, part(from - 3, from), text, part(to, to + 3))
    ? [start, start]
    : [from, to]
}

const MARKS = { bold: ["**", "strong"], italic: ["_", "em"], strike: ["~~", "del"] } as const
type Mark = keyof typeof MARKS

/** Asks our own grammar; signs within the words are another matter. */
function isRead(name: Mark, before: string, text: string, after: string): boolean {
  const [mark, type] = MARKS[name]
  const words = text.slice(0, 1) + text.slice(1, -1).replace(/[\\`*_~![\]]/g, "x") + text.slice(1).slice(-1)
  return readInline(before + mark + words + mark + after).some((token) => token.type === type)
}

const isSign = (char: string) => !WORD.test(char) && !SPACE.test(char)

/** The outer marks first; what looks alike stands under one mark. */
function nodesOf(document: Document, pieces: Piece[], depth = 0): DocumentFragment {
  const nodes = document.createDocumentFragment()
  const marks = ["href", "bold", "italic", "strike", "code"] as const
  const mark = marks[depth]
  for (let at = 0; at < pieces.length; ) {
    let end = at + 1
    while (
      end < pieces.length &&
      (mark ? isAlike(pieces, at, end, mark) : isPlain(pieces[end]) && isPlain(pieces[at]))
    )
      end++
    const group = pieces.slice(at, end)
    const value = mark && group[0]?.format[mark]
    if (!mark) nodes.appendChild(leafOf(document, group))
    else if (!value) nodes.appendChild(nodesOf(document, group, depth + 1))
    else nodes.appendChild(wrap(document, mark, value, nodesOf(document, group, depth + 1)))
    at = end
  }
  return nodes
}

const isAlike = (
  pieces: Piece[],
  at: number,
  end: number,
  mark: "href" | "bold" | "italic" | "strike" | "code",
) => pieces[end]?.format[mark] === pieces[at]?.format[mark]

const isPlain = (piece: Piece | undefined) => piece !== undefined && piece.char !== "\n" && !piece.picture

function leafOf(document: Document, [first, ...rest]: Piece[]): Node {
  if (first?.char === "\n") return document.createElement("br")
  if (!first?.picture) return document.createTextNode([first, ...rest].map((piece) => piece?.char).join(""))
  const image = document.createElement("img")
  image.setAttribute("src", first.picture.src)
  image.setAttribute("alt", first.picture.alt)
  return image
}

const ELEMENTS = { href: "a", bold: "strong", italic: "em", strike: "del", code: "code" } as const

function wrap(document: Document, mark: keyof typeof ELEMENTS, value: string | true, content: Node): Node {
  const element = document.createElement(ELEMENTS[mark])
  if (mark === "href") element.setAttribute("href", String(value))
  element.appendChild(content)
  return element
}
