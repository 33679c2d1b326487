import { Flow } from "./flow.ts"
import type { Format } from "./format.ts"
import { formatWithin } from "./format.ts"
import type { Reading } from "./reading.ts"
import { stylesOf } from "./sheet.ts"
import { type Cell, isLayout, rowsOf } from "./tables.ts"
import { unwrap, wordsOf } from "./words.ts"

/** A table of data becomes one whose first row names its columns; one that only puts things in place becomes its content. */
export function writeTable(table: Element, flow: Flow, format: Format, reading: Reading): void {
  const rows = rowsOf(table, reading.sheet)
  const caption = Array.from(table.children).find(({ nodeName }) => nodeName === "CAPTION")
  if (caption) writePlaced([[cellWith(caption)]], flow, format, reading)
  if (isLayout(table, rows, reading.sheet)) {
    writePlaced(rows, flow, format, reading)
    return
  }
  const [first = []] = rows
  // A title over the whole width is no name of a column.
  const isTitle =
    rows.length > 2 &&
    first.filter(({ element }) => element?.textContent?.trim()).length === 1 &&
    isWide(first[0])
  if (isTitle) writePlaced([first], flow, format, reading)
  const clean = reading.document.createElement("table")
  const [head = [], ...body] = rows.slice(isTitle ? 1 : 0)
  clean.appendChild(rowOf(head, body, format, reading))
  for (const row of body) clean.appendChild(rowOf(row, null, format, reading))
  flow.add(clean)
}

const cellWith = (element: Element): Cell => ({ element, isHead: false, isRight: false, isCentred: false })
const isWide = (cell: Cell | undefined) => Number(cell?.element?.getAttribute("colspan") ?? 1) > 1

function writePlaced(rows: Cell[][], flow: Flow, format: Format, reading: Reading): void {
  flow.open("some")
  for (const { element } of rows.flat()) {
    if (!element) continue
    flow.open(rows[0]?.length === 1 ? "none" : "auto")
    reading.walkAll(element, flow, formatWithin(element, stylesOf(element, reading.sheet), format))
    flow.close()
  }
  flow.open("some")
}

/** @param body the rows below, when it is the head */
function rowOf(row: Cell[], body: Cell[][] | null, format: Format, reading: Reading): Element {
  const line = reading.document.createElement("tr")
  row.forEach((cell, x) => {
    const clean = reading.document.createElement(body ? "th" : "td")
    if (body) clean.setAttribute("align", alignOf(body.flatMap((other) => other[x] ?? [])))
    if (cell.element) clean.appendChild(contentOf(cell.element, format, reading))
    for (const strong of body ? Array.from(clean.querySelectorAll("strong")) : []) unwrap(strong)
    line.appendChild(clean)
  })
  return line
}

/** A column is read by the right where all that stands in it is. */
function alignOf(column: Cell[]): string {
  const filled = column.filter(({ element }) => element?.textContent?.trim())
  if (filled.length > 0 && filled.every(({ isRight }) => isRight)) return "right"
  return filled.length > 0 && filled.every(({ isCentred }) => isCentred) ? "center" : ""
}

function contentOf(cell: Element, format: Format, reading: Reading): Element {
  const flow = new Flow(reading.document)
  const inner = formatWithin(cell, stylesOf(cell, reading.sheet), format)
  for (const child of Array.from(cell.childNodes)) reading.walk(child, flow, inner)
  return wordsOf(flow.toNodes(), reading.document, true)
}
