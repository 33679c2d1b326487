import { withHardSpaces } from "./bound-spaces.ts"
import { type PdfFonts, pdfFonts, printable } from "./pdf-fonts.ts"
import { describe } from "./pdf-metadata.ts"
import { drawTable } from "./pdf-table.ts"
import { openFonts } from "./pdf-text.ts"
import { now } from "./time.ts"

/** What the typings of pdfkit leave out of its documented options. */
declare global {
  namespace PDFKit.Mixins {
    interface StructureElementOptions {
      scope?: "Column" | "Row"
      placement?: "Block" | "Inline"
      bbox?: [number, number, number, number]
    }
    interface PDFImage {
      openImage(content: Buffer): { width: number; height: number }
    }
    interface PDFAnnotation {
      link(x: number, y: number, w: number, h: number, url: string, options?: object): PDFKit.PDFDocument
    }
  }
}

type Lang = "de" | "en"
/** Words of a language that may be another than the document's: they are read aloud as what they are. */
export type Passage = { text: string; lang: Lang }
/** A link whose text is its address. */
type Address = { href: string }

export type PdfBlock = PdfContent & {
  /** Of the whole block, where it is another than the document's. */
  lang?: Lang
}
type PdfContent =
  /** The first heading is the document's title; levels are not skipped. */
  | { kind: "heading"; level: 1 | 2 | 3; text: string }
  /** `lead`: larger, `small`: smaller and quieter, `strong`: bold. Breaks of lines are kept. */
  | { kind: "paragraph"; text: string | (string | Passage)[]; look?: "lead" | "small" | "strong" }
  /** `numbers` are those of the items, where they are not counted from 1. */
  | { kind: "list"; items: string[]; ordered?: boolean; numbers?: number[] }
  /** Names and values, as a table whose first column heads its rows. */
  | { kind: "facts"; facts: [name: string, value: string | Passage][] }
  /** `widths` are shares of the line, one per column. */
  | { kind: "table"; columns: string[]; rows: (string | Passage)[][]; widths?: number[] }
  /** PNG or JPEG; `width` in points (1/72 inch). `beside` stands to its right and is read after it. */
  | { kind: "image"; content: Buffer; alt: string; width: number; beside?: (string | Address)[] }
  | { kind: "link"; text: string; href: string }
  /** For the eye only. */
  | { kind: "rule" }

export type PdfOptions = {
  title: string
  lang: Lang
  blocks: PdfBlock[]
  /** At the foot of every page, before its number; not read aloud. */
  footer?: string
  author?: string
  /** The present, unless a document shows an older state. The same input at the same time gives the same bytes. */
  createdAt?: Date
}

export type Paper = {
  doc: PDFKit.PDFDocument
  root: PDFKit.PDFStructureElement
  lang: Lang
  show: (text: string) => string
}

export const INK = "#171a2b"
export const QUIET = "#4c5370"
export const LINE = "#c9ccd6"
const ACCENT = "#1f3f8f"
const MARGINS = { top: 60, bottom: 64, left: 68, right: 68 }

/**
 * A tagged PDF (A4) with its fonts embedded, as PDF/UA-1 (ISO 14289-1) wants it: headings, lists and tables can be read
 * by a screen reader in order.
 */
export async function writePdf(options: PdfOptions): Promise<Buffer> {
  const fonts = await pdfFonts(textsIn(options))
  const doc = await openDocument(options, fonts)
  const written = collect(doc)
  doc.addPage()
  const root = doc.struct("Document")
  doc.addStructure(root)
  const show = (text: string) => printable(withHardSpaces(text), fonts)
  const paper: Paper = { doc, root, lang: options.lang, show }
  for (const [index, block] of options.blocks.entries())
    draw(paper, block, { isFirst: index === 0, next: options.blocks[index + 1] })
  root.end()
  numberPages(paper, options)
  doc.end()
  return written
}

/** Every text that the document will hold, in the characters that it will hold. */
function* textsIn(value: unknown): Generator<string> {
  if (typeof value === "string") yield withHardSpaces(value.normalize("NFC"))
  else if (typeof value === "object" && value !== null && !Buffer.isBuffer(value))
    for (const part of Object.values(value)) yield* textsIn(part)
}

const TAGS = { de: "de-DE", en: "en" }

async function openDocument(options: PdfOptions, fonts: PdfFonts): Promise<PDFKit.PDFDocument> {
  // Read when the first document is wanted: it brings 50 MB along.
  const { default: PDFDocument } = await import("pdfkit")
  const title = printable(options.title, fonts)
  const createdAt = options.createdAt ?? now()
  const doc = new PDFDocument({
    size: "A4",
    margins: MARGINS,
    pdfVersion: "1.7",
    tagged: true,
    lang: TAGS[options.lang],
    displayTitle: true,
    bufferPages: true,
    autoFirstPage: false,
    info: {
      Title: title,
      Creator: "Fachforum",
      Producer: "Fachforum",
      CreationDate: createdAt,
      ...(options.author && { Author: options.author }),
    },
  })
  openFonts(doc, fonts)
  describe(doc, { title, author: options.author, createdAt })
  describeLinks(doc)
  return doc
}

/** Says where a link leads, also to those who don't see its text. */
function describeLinks(doc: PDFKit.PDFDocument): void {
  const link = doc.link.bind(doc)
  doc.link = (x, y, width, height, url, options) =>
    link(x, y, width, height, url, { ...options, Contents: new String(url) })
}

function collect(doc: PDFKit.PDFDocument): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = []
    doc.on("data", (part: Buffer) => parts.push(part))
    doc.on("end", () => resolve(Buffer.concat(parts)))
    doc.on("error", reject)
  })
}

const HEADINGS = {
  1: { size: 24, above: 0, below: 10, color: ACCENT },
  2: { size: 14.5, above: 16, below: 5, color: INK },
  3: { size: 11.5, above: 10, below: 3, color: INK },
}
const LOOKS = {
  plain: { font: "regular", size: 10.5, color: INK },
  lead: { font: "bold", size: 17, color: INK },
  small: { font: "regular", size: 9, color: QUIET },
  strong: { font: "bold", size: 10.5, color: INK },
}

type Place = { isFirst: boolean; next: PdfBlock | undefined }

function draw(paper: Paper, block: PdfBlock, place: Place): void {
  if (block.kind === "heading") drawHeading(paper, block, place)
  else if (block.kind === "paragraph") drawParagraph(paper, block)
  else if (block.kind === "list") drawList(paper, block)
  else if (block.kind === "facts")
    drawTable(paper, { columns: null, rows: block.facts, widths: FACT_WIDTHS, lang: block.lang })
  else if (block.kind === "table")
    drawTable(paper, { ...block, widths: block.widths ?? block.columns.map(() => 1) })
  else if (block.kind === "image") drawImage(paper, block)
  else if (block.kind === "link") drawLink(paper, block)
  else drawRule(paper)
}

const FACT_WIDTHS = [3, 7]

/** Starts a new page unless so much of this one is left. */
export function need({ doc }: Paper, height: number): void {
  if (doc.y + height > doc.page.maxY()) doc.addPage()
}

export const lineWidth = ({ doc }: Paper) => doc.page.width - MARGINS.left - MARGINS.right

function drawHeading(
  paper: Paper,
  { level, text, lang }: Extract<PdfBlock, { kind: "heading" }>,
  { isFirst, next }: Place,
): void {
  const { doc, root, show } = paper
  const { size, above, below, color } = HEADINGS[level]
  doc.font("bold").fontSize(size)
  const height = doc.heightOfString(show(text), { width: lineWidth(paper) })
  // A heading stays with the picture or the first lines of what it heads.
  const following = next?.kind === "image" ? sizeOf(paper, next).height + CAPTION : 42
  need(paper, above + height + below + following)
  if (!isFirst && doc.y > MARGINS.top) doc.y += above
  root.add(
    doc.struct(`H${level}`, spoken(paper, lang), () => {
      doc
        .font("bold")
        .fontSize(size)
        .fillColor(color)
        .text(`${show(text)} `, MARGINS.left, doc.y, { width: lineWidth(paper) })
    }),
  )
  doc.y += below
}

/** What a screen reader is told of the language of an element, where it is not the document's. */
export const spoken = (paper: Paper, lang: Lang | undefined) =>
  lang && lang !== paper.lang ? { lang: TAGS[lang] } : {}
export const textOf = (words: string | Passage): string => (typeof words === "string" ? words : words.text)
export const langOf = (words: string | Passage): Lang | undefined =>
  typeof words === "string" ? undefined : words.lang

function drawParagraph(paper: Paper, { text, look, lang }: Extract<PdfBlock, { kind: "paragraph" }>): void {
  const { doc, root, show } = paper
  const { font, size, color } = LOOKS[look ?? "plain"]
  const passages = typeof text === "string" ? [text] : text
  need(paper, size * 2.6)
  const paragraph = doc.struct("P", spoken(paper, lang))
  root.add(paragraph)
  for (const [index, passage] of passages.entries()) {
    const isLast = index === passages.length - 1
    const paint = () => {
      const options = { width: lineWidth(paper), lineGap: size * 0.22, continued: !isLast }
      const words = `${show(textOf(passage))}${isLast ? " " : ""}`
      doc.font(font).fontSize(size).fillColor(color)
      if (index === 0) doc.text(words, MARGINS.left, doc.y, options)
      else doc.text(words, options)
    }
    const inner = langOf(passage)
    paragraph.add(inner ? doc.struct("Span", spoken(paper, inner), paint) : paint)
  }
  paragraph.end()
  doc.y += size * 0.55
}

function drawList(
  paper: Paper,
  { items, ordered, numbers, lang }: Extract<PdfBlock, { kind: "list" }>,
): void {
  const { doc, root, show } = paper
  const list = doc.struct("L", spoken(paper, lang))
  root.add(list)
  doc.font("regular").fontSize(10.5).fillColor(INK)
  for (const [index, text] of items.entries()) {
    need(paper, 28)
    const item = doc.struct("LI")
    list.add(item)
    const top = doc.y
    item.add(
      doc.struct("Lbl", {}, () => {
        doc.text(numbers || ordered ? `${numbers?.[index] ?? index + 1}. ` : "• ", MARGINS.left + 4, top, {
          lineBreak: false,
        })
      }),
    )
    item.add(
      doc.struct("LBody", {}, () => {
        const left = MARGINS.left + 24
        doc.text(`${show(text)} `, left, top, { width: lineWidth(paper) - 24, lineGap: 2.3 })
      }),
    )
    doc.y += 3
  }
  doc.y += 4
}

type Image = Extract<PdfBlock, { kind: "image" }>

/** Left below a picture for the lines that describe it, and above for its heading. */
const CAPTION = 24
const OVER_IMAGE = 48

/** As wide as asked for, but no wider than the line and no higher than a page with heading and caption. */
function sizeOf(paper: Paper, block: Image): { width: number; height: number } {
  const { doc } = paper
  const sized = doc.openImage(block.content)
  const highest = doc.page.maxY() - MARGINS.top - CAPTION - OVER_IMAGE
  const width = Math.min(block.width, lineWidth(paper), (sized.width / sized.height) * highest)
  return { width, height: (sized.height / sized.width) * width }
}

function drawImage(paper: Paper, block: Image): void {
  const { doc, root, show } = paper
  const { width, height } = sizeOf(paper, block)
  const beside = (block.beside ?? []).map((one) =>
    typeof one === "string" ? { text: `${show(one)} ` } : { text: one.href, href: one.href },
  )
  const look = { width: lineWidth(paper) - width - 16, lineGap: 2 }
  doc.font("regular").fontSize(9.5).fillColor(INK)
  const heights = beside.map(({ text }) => doc.heightOfString(text, look) + 3)
  need(
    paper,
    Math.max(
      height,
      heights.reduce((sum, one) => sum + one, 0),
    ) + 4,
  )
  const top = doc.y
  const left = MARGINS.left
  const bbox: [number, number, number, number] = [left, top, left + width, top + height]
  root.add(
    doc.struct("Figure", { alt: show(block.alt), placement: "Block", bbox }, () => {
      doc.image(block.content, left, top, { width, height })
    }),
  )
  doc.y = top
  for (const { text, href } of beside) {
    const paragraph = doc.struct("P")
    root.add(paragraph)
    if (href)
      addLink(paper, paragraph, () => doc.text(text, left + width + 16, doc.y, { ...look, ...linked(href) }))
    else paragraph.add(() => doc.text(text, left + width + 16, doc.y, look))
    doc.fillColor(INK)
    doc.y += 3
  }
  doc.y = Math.max(doc.y, top + height) + 4
}

function drawLink(paper: Paper, { text, href }: Extract<PdfBlock, { kind: "link" }>): void {
  const { doc, root, show } = paper
  need(paper, 28)
  const paragraph = doc.struct("P")
  root.add(paragraph)
  addLink(paper, paragraph, () => {
    doc.font("regular").fontSize(10.5)
    doc.text(show(text), MARGINS.left, doc.y, { width: lineWidth(paper), ...linked(href) })
  })
  doc.y += 6
}

const linked = (href: string) => ({ link: href, underline: true, structParent: undefined })

function addLink({ doc }: Paper, parent: PDFKit.PDFStructureElement, paint: () => void): void {
  const link = doc.struct("Link")
  parent.add(link)
  link.add(() => {
    doc.fillColor(ACCENT)
    paint()
  })
  link.end()
}

function drawRule(paper: Paper): void {
  const { doc } = paper
  need(paper, 16)
  artifact(doc, "Layout", () => {
    const y = doc.y + 4
    doc
      .moveTo(MARGINS.left, y)
      .lineTo(doc.page.width - MARGINS.right, y)
      .lineWidth(0.75)
      .stroke(LINE)
  })
  doc.y += 14
}

/** Something that no screen reader mentions. */
export function artifact(doc: PDFKit.PDFDocument, type: "Layout" | "Pagination", paint: () => void): void {
  doc.markContent("Artifact", { type })
  paint()
  doc.endMarkedContent()
}

function numberPages({ doc, show }: Paper, { footer, lang }: PdfOptions): void {
  const { start, count } = doc.bufferedPageRange()
  const [page, of] = lang === "de" ? ["Seite", "von"] : ["Page", "of"]
  for (let index = 0; index < count; index++) {
    doc.switchToPage(start + index)
    artifact(doc, "Pagination", () => {
      const number = `${page} ${index + 1} ${of} ${count}`
      const y = doc.page.height - 44
      const placed = { lineBreak: false }
      doc.font("regular").fontSize(8.5).fillColor(QUIET)
      doc.text(shorten(doc, show(footer ?? ""), 380), MARGINS.left, y, placed)
      doc.text(number, doc.page.width - MARGINS.right - doc.widthOfString(number), y, placed)
    })
  }
}

function shorten(doc: PDFKit.PDFDocument, text: string, width: number): string {
  const line = text.replace(/\s+/g, " ")
  if (doc.widthOfString(line) <= width) return line
  let short = line
  while (short.length > 0 && doc.widthOfString(`${short}…`) > width) short = short.slice(0, -1)
  return `${short.trimEnd()}…`
}
