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
  spoken,
} from "./pdf-paper.ts"

type Table = {
  /** Null: the first column heads the rows instead. */
  columns: string[] | null
  rows: (string | Passage)[][]
  widths: number[]
  lang?: Passage["lang"] | undefined
}
type Cell = { text: string; lang: Passage["lang"] | undefined; left: number; width: number; tag: "TH" | "TD" }

const SIZE = 10
const PAD = 4

/** A row stays on one page, unless it is longer than one; the head is drawn again on every further page, where only the eye needs it. */
export function drawTable(paper: Paper, { columns, rows, widths, lang }: Table): void {
  const { doc, root } = paper
  if (rows.length === 0 && !columns) return
  const table = doc.struct("Table", spoken(paper, lang))
  root.add(table)
  const head = columns && cellsOf(paper, columns, widths, () => "TH")
  if (head) {
    need(paper, heightOf(paper, head) + 40)
    const group = doc.struct("THead")
    table.add(group)
    drawRow(paper, group, head, "Column")
  }
  const body = doc.struct("TBody")
  table.add(body)
  for (const row of rows) {
    const cells = cellsOf(paper, row, widths, (index) => (columns || index > 0 ? "TD" : "TH"))
    const height = heightOf(paper, cells)
    const tooHigh = isTooHigh(paper, height)
    if (!tooHigh && doc.y + height > doc.page.maxY()) {
      doc.addPage()
      if (head) artifact(doc, "Pagination", () => paintRow(paper, head))
    }
    drawRow(paper, body, tooHigh ? stacked(paper, cells) : cells, "Row")
  }
  doc.y += 8
}

function cellsOf(
  paper: Paper,
  texts: (string | Passage)[],
  widths: number[],
  tagOf: (index: number) => "TH" | "TD",
): Cell[] {
  const sum = widths.reduce((total, share) => total + share, 0)
  let left = paper.doc.page.margins.left
  return widths.map((share, index) => {
    const width = (lineWidth(paper) * share) / sum
    const words = texts[index] ?? ""
    const text = paper.show(passageText(words))
    const cell = { text, lang: langOf(words), left, width: width - PAD * 2, tag: tagOf(index) }
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
): void {
  const { doc } = paper
  const row = doc.struct("TR")
  group.add(row)
  const top = doc.y + PAD
  const isStacked = cells.length > 1 && cells[0]?.left === cells[1]?.left
  let bottom = top
  for (const cell of cells) {
    const options = { ...spoken(paper, cell.lang), ...(cell.tag === "TH" && { scope }) }
    row.add(doc.struct(cell.tag, options, () => paintCell(doc, cell, isStacked ? doc.y + PAD : top)))
    bottom = isStacked ? doc.y : Math.max(bottom, doc.y)
  }
  doc.y = bottom + PAD
  artifact(doc, "Layout", () => underline(paper, scope === "Column"))
}

function paintRow(paper: Paper, cells: Cell[]): void {
  const { doc } = paper
  const top = doc.y + PAD
  let bottom = top
  for (const cell of cells) {
    paintCell(doc, cell, top)
    bottom = Math.max(bottom, doc.y)
  }
  doc.y = bottom + PAD
  underline(paper, true)
}

function paintCell(doc: PDFKit.PDFDocument, cell: Cell, top: number): void {
  style(doc, cell)
  doc.text(`${cell.text} `, cell.left, top, look(cell))
}

const style = (doc: PDFKit.PDFDocument, { tag }: Cell) =>
  doc
    .font(tag === "TH" ? "bold" : "regular")
    .fontSize(SIZE)
    .fillColor(INK)

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
