import { withHardSpaces } from "./bound-spaces.ts"
import type { PdfBlock } from "./pdf-blocks.ts"
import { type PdfFonts, pdfFonts, printable } from "./pdf-fonts.ts"
import { drawBoxes, drawCards, drawLines, roomOfLines } from "./pdf-forms.ts"
import { CAPTION, drawImage, drawLink, sizeOf } from "./pdf-images.ts"
import { describe } from "./pdf-metadata.ts"
import {
  ACCENT,
  artifact,
  INK,
  type Lang,
  LINE,
  langOf,
  lineStart,
  lineWidth,
  MARGINS,
  need,
  PAPERS,
  type Paper,
  passageText,
  QUIET,
  spoken,
  TAGS,
} from "./pdf-paper.ts"
import { drawTable } from "./pdf-table.ts"
import { openFonts } from "./pdf-text.ts"
import { now } from "./time.ts"

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

/**
 * A tagged PDF (A4) with its fonts embedded, as PDF/UA-1 (ISO 14289-1) wants it: headings, lists and tables can be read
 * by a screen reader in order.
 */
export async function writePdf(options: PdfOptions): Promise<Buffer> {
  const fonts = await pdfFonts(textsIn(options))
  const doc = await openDocument(options, fonts)
  const written = collect(doc)
  // Whoever says what paper it is begins the first page, too.
  if (options.blocks[0]?.kind !== "page") doc.addPage()
  const root = doc.struct("Document")
  doc.addStructure(root)
  const show = (text: string) => printable(withHardSpaces(text), fonts)
  const paper: Paper = { doc, root, lang: options.lang, show }
  drawAll(paper, options.blocks)
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

function drawAll(paper: Paper, blocks: PdfBlock[]): void {
  for (const [index, block] of blocks.entries())
    draw(paper, block, { isFirst: index === 0, after: blocks.slice(index + 1) })
}

const HEADINGS = {
  1: { size: 24, above: 0, below: 10, color: ACCENT },
  2: { size: 14.5, above: 16, below: 5, color: INK },
  3: { size: 11.5, above: 10, below: 3, color: INK },
  label: { size: 11, above: 9, below: 3, color: INK },
}
const LABEL = 30
const LOOKS = {
  plain: { font: "regular", size: 10.5, color: INK },
  lead: { font: "bold", size: 17, color: INK },
  small: { font: "regular", size: 9, color: QUIET },
  strong: { font: "bold", size: 10.5, color: INK },
}

type Place = { isFirst: boolean; after: PdfBlock[] }

function draw(paper: Paper, block: PdfBlock, place: Place): void {
  if (block.kind === "heading") drawHeading(paper, block, place)
  else if (block.kind === "paragraph") drawParagraph(paper, block)
  else if (block.kind === "list") drawList(paper, block)
  else if (block.kind === "facts")
    drawTable(paper, { ...block, columns: null, rows: block.facts, widths: FACT_WIDTHS })
  else if (block.kind === "table")
    drawTable(paper, { ...block, widths: block.widths ?? block.columns.map(() => 1) })
  else if (block.kind === "image") drawImage(paper, block)
  else if (block.kind === "link") drawLink(paper, block)
  else if (block.kind === "lines") drawLines(paper, block)
  else if (block.kind === "boxes") drawBoxes(paper, block)
  else if (block.kind === "cards") drawCards(paper, block, drawAll)
  else if (block.kind === "page") turnPage(paper, block)
  else drawRule(paper)
}

/** Pages that begin by themselves are like this one. */
function turnPage({ doc }: Paper, { paper }: Extract<PdfBlock, { kind: "page" }>): void {
  Object.assign(doc.options, PAPERS[paper])
  doc.addPage()
}

const FACT_WIDTHS = [3, 7]

function drawHeading(
  paper: Paper,
  { level, text, look, lang }: Extract<PdfBlock, { kind: "heading" }>,
  { isFirst, after }: Place,
): void {
  const { doc, root, show } = paper
  const { size, above, below, color } = HEADINGS[look ?? level]
  doc.font("bold").fontSize(size)
  const height = doc.heightOfString(show(text), { width: lineWidth(paper) })
  need(paper, above + height + below + roomOf(paper, after))
  if (!isFirst && doc.y > MARGINS.top) doc.y += above
  root.add(
    doc.struct(`H${level}`, spoken(paper, lang), () => {
      doc
        .font("bold")
        .fontSize(size)
        .fillColor(color)
        .text(`${show(text)} `, lineStart(paper), doc.y, { width: lineWidth(paper) })
    }),
  )
  doc.y += below
}

/** A heading stays with the picture, the lines to write on or the beginning of what it heads, below further headings, too. */
function roomOf(paper: Paper, [next, ...after]: PdfBlock[]): number {
  if (next?.kind === "heading") return LABEL + roomOf(paper, after)
  else if (next?.kind === "image") return sizeOf(paper, next).height + CAPTION
  else if (next?.kind === "lines") return roomOfLines(next)
  else if (next?.kind === "table" && next.ruled) return 42 + 2 * next.ruled
  else return 42
}

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
      const words = `${show(passageText(passage))}${isLast ? " " : ""}`
      doc.font(font).fontSize(size).fillColor(color)
      if (index === 0) doc.text(words, lineStart(paper), doc.y, options)
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
        doc.text(
          numbers || ordered ? `${numbers?.[index] ?? index + 1}. ` : "• ",
          lineStart(paper) + 4,
          top,
          {
            lineBreak: false,
          },
        )
      }),
    )
    item.add(
      doc.struct("LBody", {}, () => {
        const left = lineStart(paper) + 24
        doc.text(`${show(text)} `, left, top, { width: lineWidth(paper) - 24, lineGap: 2.3 })
      }),
    )
    doc.y += 3
  }
  doc.y += 4
}

function drawRule(paper: Paper): void {
  const { doc } = paper
  need(paper, 16)
  artifact(doc, "Layout", () => {
    const y = doc.y + 4
    doc
      .moveTo(lineStart(paper), y)
      .lineTo(lineStart(paper) + lineWidth(paper), y)
      .lineWidth(0.75)
      .stroke(LINE)
  })
  doc.y += 14
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
