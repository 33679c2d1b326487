import { BOXES } from "./pdf-blocks.ts"
import {
  artifact,
  INK,
  LINE,
  langOf,
  lineWidth,
  need,
  type Paper,
  type Passage,
  passageText,
  RULED,
  spoken,
} from "./pdf-paper.ts"

type Table = {
  /** Null: the first column heads the rows instead. */
  columns: string[] | null
  rows: (string | Passage)[][]
  widths: number[]
  lang?: Passage["lang"] | undefined
  /** To write in: a frame around each cell, and so much room in each row of the body. */
  ruled?: number | undefined
}
type Cell = { text: string; lang: Passage["lang"] | undefined; left: number; width: number; tag: "TH" | "TD" }

const SIZE = 10
const PAD = 4

/** A row stays on one page, unless it is longer than one; the head is drawn again on every further page, where only the eye needs it. */
export function drawTable(paper: Paper, { columns, rows, widths, lang, ruled }: Table): void {
  const { doc, root } = paper
  if (rows.length === 0 && !columns) return
  const table = doc.struct("Table", spoken(paper, lang))
  root.add(table)
  const inset = ruled === undefined ? 0 : PAD
  const head = columns && cellsOf(paper, columns, { widths, inset }, () => "TH")
  // A head is as high as its words.
  const ruledHead = ruled === undefined ? undefined : 0
  if (head) {
    need(paper, heightOf(paper, head) + Math.max(40, ruled ?? 0))
    const group = doc.struct("THead")
    table.add(group)
    drawRow(paper, group, head, "Column", ruledHead)
  }
  const body = doc.struct("TBody")
  table.add(body)
  for (const row of rows) {
    const cells = cellsOf(paper, row, { widths, inset }, (index) => (columns || index > 0 ? "TD" : "TH"))
    const height = Math.max(heightOf(paper, cells), ruled ?? 0)
    const tooHigh = isTooHigh(paper, height)
    if (!tooHigh && doc.y + height > doc.page.maxY()) {
      doc.addPage()
      if (head) artifact(doc, "Pagination", () => paintRow(paper, head, ruledHead))
    }
    drawRow(paper, body, tooHigh ? stacked(paper, cells) : cells, "Row", tooHigh ? undefined : ruled)
  }
  doc.y += 8
}

function cellsOf(
  paper: Paper,
  texts: (string | Passage)[],
  { widths, inset }: { widths: number[]; inset: number },
  tagOf: (index: number) => "TH" | "TD",
): Cell[] {
  const sum = widths.reduce((total, share) => total + share, 0)
  let left = paper.doc.page.margins.left
  return widths.map((share, index) => {
    const width = (lineWidth(paper) * share) / sum
    const words = texts[index] ?? ""
    const text = paper.show(passageText(words))
    const cell = {
      text,
      lang: langOf(words),
      left: left + inset,
      width: width - PAD * 2,
      tag: tagOf(index),
    }
    left += width
    return cell
  })
}

function heightOf({ doc }: Paper, cells: Cell[]): number {
  const heights = cells.map((cell) => {
    style(doc, cell)
    return doc.heightOfString(`${cell.text} `, look(cell))
  })
  return Math.max(...heights) + PAD * 2
}

const isTooHigh = ({ doc }: Paper, height: number) => height > doc.page.maxY() - doc.page.margins.top - 60

/** What is longer than a page flows over the whole line, one cell below the other. */
const stacked = (paper: Paper, cells: Cell[]): Cell[] =>
  cells.map((cell) => ({ ...cell, left: paper.doc.page.margins.left, width: lineWidth(paper) }))

function drawRow(
  paper: Paper,
  group: PDFKit.PDFStructureElement,
  cells: Cell[],
  scope: "Column" | "Row",
  ruled: number | undefined,
): void {
  const { doc } = paper
  const row = doc.struct("TR")
  group.add(row)
  const start = doc.y
  const top = start + PAD
  const isStacked = cells.length > 1 && cells[0]?.left === cells[1]?.left
  let bottom = top
  for (const cell of cells) {
    const options = { ...spoken(paper, cell.lang), ...(cell.tag === "TH" && { scope }) }
    row.add(doc.struct(cell.tag, options, () => paintCell(doc, cell, isStacked ? doc.y + PAD : top)))
    bottom = isStacked ? doc.y : Math.max(bottom, doc.y)
  }
  doc.y = Math.max(bottom + PAD, start + (ruled ?? 0))
  artifact(doc, "Layout", () => {
    if (ruled === undefined) underline(paper, scope === "Column")
    else frame(doc, cells, start)
  })
}

function paintRow(paper: Paper, cells: Cell[], ruled: number | undefined): void {
  const { doc } = paper
  const start = doc.y
  const top = start + PAD
  let bottom = top
  for (const cell of cells) {
    paintCell(doc, cell, top)
    bottom = Math.max(bottom, doc.y)
  }
  doc.y = bottom + PAD
  if (ruled === undefined) underline(paper, true)
  else frame(doc, cells, start)
}

function paintCell(doc: PDFKit.PDFDocument, cell: Cell, top: number): void {
  style(doc, cell)
  doc.text(`${cell.text} `, cell.left, top, look(cell))
}

const style = (doc: PDFKit.PDFDocument, { tag, text }: Cell) =>
  doc
    .font(tag === "TH" ? "bold" : "regular")
    .fontSize(ONLY_BOX.test(text) ? BOX : SIZE)
    .fillColor(INK)

/** A box to tick has the size of a hand. */
const ONLY_BOX = new RegExp(`^[${Object.values(BOXES).join("")}]$`)
const BOX = 15

const look = ({ width }: Cell) => ({ width, lineGap: 1.8 })

function underline(paper: Paper, isHead: boolean): void {
  const { doc } = paper
  const { left, right } = doc.page.margins
  doc
    .moveTo(left, doc.y)
    .lineTo(doc.page.width - right, doc.y)
    .lineWidth(isHead ? 1 : 0.5)
    .stroke(isHead ? INK : LINE)
}

/** Around each cell, as high as the row. */
function frame(doc: PDFKit.PDFDocument, cells: Cell[], top: number): void {
  for (const { left, width } of cells) doc.rect(left - PAD, top, width + PAD * 2, doc.y - top)
  doc.lineWidth(0.6).stroke(RULED)
}
