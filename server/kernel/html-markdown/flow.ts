import { Line } from "./line.ts"

/** What stands between a line and the next one: nothing, a gap, or what the lines around them say. */
export type Gap = "none" | "auto" | "some"
type Entry = { line: Line; gap: Gap } | { node: Node }

/** Collects lines and blocks of one place of the text, and makes paragraphs of them at its end. */
export class Flow {
  readonly #document: Document
  #entries: Entry[] = []
  #line = new Line()
  #gap: Gap = "none"
  #isBegun = true

  constructor(document: Document) {
    this.#document = document
  }

  get line(): Line {
    this.#isBegun = false
    return this.#line
  }

  /** Nothing was written into the present line yet. */
  get isAtStart(): boolean {
    return this.#line.isUntouched
  }

  /** Words that stand before whatever comes first. */
  begin(write: (line: Line) => void): void {
    write(this.#line)
    this.#isBegun = true
  }

  open(gap: Gap): void {
    if (!this.#isBegun) this.close()
    this.#gap = gap
  }

  close(): void {
    if (!this.#line.isUntouched) this.#entries.push({ line: this.#line, gap: this.#gap })
    this.#line = new Line()
    this.#gap = "none"
    this.#isBegun = true
  }

  add(node: Node): void {
    this.close()
    this.#entries.push({ node })
  }

  /** Paragraphs `p` and blocks. Office programs and mails write one paragraph for a line and an empty one for a gap. */
  toNodes(): DocumentFragment {
    this.close()
    const nodes = this.#document.createDocumentFragment()
    const isAirless = this.#entries.some((entry) => "line" in entry && entry.line.isBlank)
    let pending: Line[] = []
    let gap: Gap = "none"
    const flush = () => {
      for (const words of Line.joined(pending).toParagraphs(this.#document)) {
        const paragraph = this.#document.createElement("p")
        paragraph.appendChild(words)
        nodes.appendChild(paragraph)
      }
      pending = []
    }
    for (const entry of this.#entries) {
      if ("node" in entry) {
        flush()
        nodes.appendChild(entry.node)
        continue
      }
      const isApart = [gap, entry.gap].some((one) => one === "some" || (one === "auto" && !isAirless))
      if (isApart || entry.line.isBlank) flush()
      if (!entry.line.isBlank) pending.push(entry.line)
      gap = entry.gap
    }
    flush()
    return nodes
  }
}
