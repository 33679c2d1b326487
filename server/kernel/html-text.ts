import { Parser } from "htmlparser2"

type TextOptions = {
  /** With it, every link is followed by its address in brackets, and paths of ours become whole addresses. */
  origin?: string
}
type Style = TextOptions & { bullet: string; cellGap: string; cellBreak: string }

const LETTER: Style = { bullet: "- ", cellGap: " | ", cellBreak: "; " }
const LINE: Style = { bullet: "", cellGap: " ", cellBreak: " " }

/**
 * Rendered HTML as the text that a reader sees, of several lines: numbers of lists as they are shown, check marks,
 * cells of a table side by side, quotations indented, pictures by their alternative text. Where HTML becomes text
 * for a file, a mail, a PDF or an export, it becomes so here.
 */
export function textOfHtml(html: string, options: TextOptions = {}): string {
  return new TextWriter({ ...LETTER, ...options }).write(html)
}

/** The same in one line for an excerpt or the index, without bullets; at most `max` characters, cut at a word. */
export function plainText(html: string, max: number): string {
  return shorten(new TextWriter(LINE).write(html).replace(/\s+/g, " ").trim(), max)
}

export function shorten(text: string, max: number): string {
  if (text.length <= max) return text
  const start = text.slice(0, max)
  const atWord =
    start.lastIndexOf(" ") > max / 2 ? start.slice(0, start.lastIndexOf(" ")) : start.slice(0, -1)
  return `${atWord.replace(/[\uD800-\uDBFF]$/, "").replace(/[\s,;:–-]+$/, "")}…`
}

/** Elements that begin a line of their own; the first ones stand apart by a blank line. */
const APART = new Set([
  "p",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "blockquote",
  "pre",
  "table",
  "ul",
  "ol",
  "div",
])
const ON_LINES = new Set([...APART, "li", "tr"])

type List = { number: number | undefined }

class TextWriter {
  readonly #style: Style
  readonly #done: string[] = []
  /** What the lines of the present element begin with, from the outside to the inside. */
  readonly #indents: string[] = []
  readonly #elements: { name: string; indents: number }[] = []
  readonly #lists: List[] = []
  readonly #links: { href: string; from: number }[] = []
  #line = ""
  #marker = ""
  #isLineBegun = false
  #gap = false

  constructor(style: Style) {
    this.#style = style
  }

  write(html: string): string {
    const parser = new Parser({
      onopentag: (name, attributes) => this.#open(name, attributes),
      ontext: (text) => this.#text(text),
      onclosetag: (name) => this.#close(name),
    })
    parser.end(html)
    this.#endLine()
    return this.#done.join("\n").replace(/^\n+/, "").trimEnd()
  }

  #open(name: string, attributes: Record<string, string>): void {
    this.#elements.push({ name, indents: this.#indents.length })
    if (ON_LINES.has(name)) this.#beginBlock(name)
    if (name === "ul" || name === "ol")
      this.#lists.push({ number: name === "ol" ? Number(attributes.start ?? 1) : undefined })
    else if (name === "li") this.#beginItem(attributes.value)
    else if (name === "blockquote") this.#indents.push("    ")
    else if (name === "br") this.#break()
    else if (name === "img") this.#add(attributes.alt ?? "")
    else if (name === "a") this.#links.push({ href: attributes.href ?? "", from: this.#line.length })
    else if (name === "th" || name === "td") this.#beginCell()
  }

  #beginBlock(name: string): void {
    this.#endLine()
    const parent = this.#elements.at(-2)?.name
    const isInItem = parent === "li" && (name === "ul" || name === "ol" || this.#marker !== "")
    if (APART.has(name) && !isInItem) this.#gap = true
  }

  #beginItem(value: string | undefined): void {
    const list = this.#lists.at(-1)
    if (list?.number !== undefined && value !== undefined) list.number = Number(value)
    this.#marker = list?.number === undefined ? this.#style.bullet : `${list.number++}. `
    this.#indents.push(" ".repeat(this.#marker.length))
  }

  /** A row of a table stays on its line; behind a sign that ends words a space is enough. */
  #break(): void {
    const isInCell = this.#elements.some(({ name }) => name === "td" || name === "th")
    if (!isInCell) this.#endLine(true)
    else if (this.#line !== "") this.#line += /[\p{P}\s]$/u.test(this.#line) ? " " : this.#style.cellBreak
  }

  #beginCell(): void {
    if (this.#isLineBegun) this.#line += this.#style.cellGap
    this.#isLineBegun = true
  }

  #text(text: string): void {
    const isInCode = this.#elements.some(({ name }) => name === "pre")
    if (!isInCode) {
      // Line ends are only between elements, in what older versions stored.
      if (text.trim() !== "" || !text.includes("\n")) this.#add(text.replace(/\n/g, " "))
      return
    }
    for (const [index, line] of text.split("\n").entries()) {
      if (index > 0) this.#endLine(true)
      this.#add(line)
    }
  }

  #add(text: string): void {
    if (text === "") return
    this.#isLineBegun = true
    this.#line += text
  }

  #close(name: string): void {
    const element = this.#elements.pop()
    if (name === "a") this.#endLink()
    if (ON_LINES.has(name)) this.#endLine()
    if (element) this.#indents.length = element.indents
    if (name === "ul" || name === "ol") this.#lists.pop()
    const isNested = (name === "ul" || name === "ol") && this.#lists.length > 0
    if (APART.has(name) && !isNested) this.#gap = true
  }

  #endLink(): void {
    const link = this.#links.pop()
    const { origin } = this.#style
    if (!link || origin === undefined) return
    const address = link.href.startsWith("/") ? origin + link.href : link.href
    const words = this.#line.slice(link.from).trim()
    if (words !== link.href && words !== address && `https://${words}` !== address) this.#add(` (${address})`)
  }

  /** A line that nothing was written to counts only where it was broken by hand. */
  #endLine(isBreak = false): void {
    if (!this.#isLineBegun && !isBreak) return
    if (this.#gap && this.#done.length > 0) this.#done.push("")
    this.#gap = false
    const outer = this.#marker ? this.#indents.slice(0, -1).join("") : this.#indents.join("")
    this.#done.push(`${outer}${this.#marker}${this.#line}`.trimEnd())
    this.#marker = ""
    this.#line = ""
    this.#isLineBegun = false
  }
}
