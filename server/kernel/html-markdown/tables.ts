import { pointsOf, type Sheet, stylesOf } from "./sheet.ts"

export type Cell = { element: Element | null; isHead: boolean; isRight: boolean; isCentred: boolean }

/** The rows of a table as they were seen: a cell over several columns or rows leaves the others empty. */
export function rowsOf(table: Element, sheet: Sheet): Cell[][] {
  const rows = rowElements(table).filter((row) => stylesOf(row, sheet).get("display") !== "none")
  const grid: Cell[][] = rows.map(() => [])
  rows.forEach((row, y) => {
    let x = 0
    for (const element of Array.from(row.children).filter(isCell)) {
      if (stylesOf(element, sheet).get("display") === "none") continue
      while (grid[y]?.[x]) x++
      const [width, height] = [spanOf(element, "colspan"), spanOf(element, "rowspan")]
      for (let dy = 0; dy < height && y + dy < rows.length; dy++)
        for (let dx = 0; dx < width; dx++) {
          const line = grid[y + dy]
          if (line) line[x + dx] = cellOf(dy + dx === 0 ? element : null, element, sheet)
        }
      x += width
    }
  })
  return square(grid.filter((row) => row.length > 0))
}

function cellOf(shown: Element | null, element: Element, sheet: Sheet): Cell {
  const align = element.getAttribute("align") ?? stylesOf(element, sheet).get("text-align") ?? ""
  return {
    element: shown,
    isHead: element.nodeName === "TH",
    isRight: /right|end/i.test(align),
    isCentred: /center/i.test(align),
  }
}

const isCell = ({ nodeName }: Element) => nodeName === "TD" || nodeName === "TH"

/** Bounded: some sheets say that a cell goes over all 16,384 columns. */
const spanOf = (cell: Element, name: string) =>
  Math.min(60, Math.max(1, Number(cell.getAttribute(name)) || 1))

function rowElements(table: Element): Element[] {
  // The foot of a table is seen at its end, wherever it is written.
  const parts = Array.from(table.children)
  const isFoot = ({ nodeName }: Element) => nodeName === "TFOOT"
  const isHead = ({ nodeName }: Element) => nodeName === "THEAD"
  const seen = [
    ...parts.filter(isHead),
    ...parts.filter((part) => !isHead(part) && !isFoot(part)),
    ...parts.filter(isFoot),
  ]
  return seen.flatMap((child) => {
    if (child.nodeName === "TR") return [child]
    return /^T(?:HEAD|BODY|FOOT)$/.test(child.nodeName)
      ? Array.from(child.children).filter(({ nodeName }) => nodeName === "TR")
      : []
  })
}

/** Every row as wide as the widest; columns and rows in which nothing stands, at the edges, are left out. */
function square(grid: Cell[][]): Cell[][] {
  const isEmpty = (cell: Cell | undefined) =>
    !cell?.element?.textContent?.trim() && !cell?.element?.querySelector("img, input")
  const width = Math.max(0, ...grid.map((row) => row.findLastIndex((cell) => !isEmpty(cell)) + 1))
  const height = grid.findLastIndex((row) => row.some((cell) => !isEmpty(cell))) + 1
  const nothing: Cell = { element: null, isHead: false, isRight: false, isCentred: false }
  return grid.slice(0, height).map((row) => Array.from({ length: width }, (_, x) => row[x] ?? nothing))
}

/** Whether a table only puts things beside each other, as mails and signatures do; then its cells are paragraphs. */
export function isLayout(table: Element, rows: Cell[][], sheet: Sheet): boolean {
  if (/^(?:presentation|none)$/.test(table.getAttribute("role") ?? "")) return true
  if (rows.length === 0 || (rows[0]?.length ?? 0) < 2) return true
  if (table.querySelector("table")) return true
  const cells = rows.flat()
  if (cells.some(({ isHead, element }) => isHead || isOfSheet(element)) || hasBorder(table, rows, sheet))
    return false
  return cells.some(({ element }) => element !== null && blocksIn(element) > 1)
}

/** Excel, Calc and Google mark their cells. */
const isOfSheet = (cell: Element | null) =>
  /(?:^|\s)xl\d+/.test(cell?.getAttribute("class") ?? "") ||
  ["sdval", "sdnum", "data-sheets-value"].some((name) => cell?.getAttribute(name) !== null && cell !== null)

function hasBorder(table: Element, rows: Cell[][], sheet: Sheet): boolean {
  if (Number(table.getAttribute("border")) > 0) return true
  return [table, ...rows.flat().map(({ element }) => element)].some((element) => {
    const styles = element ? stylesOf(element, sheet) : new Map<string, string>()
    return [...styles].some(
      ([name, value]) =>
        /^(?:mso-)?border(?:-(?:top|left|right|bottom|alt))*$/.test(name) &&
        /solid|double|dashed|dotted|\.5pt/.test(value) &&
        !isThin(value),
    )
  })
}

const isThin = (value: string) => pointsOf(value.split(" ").find((part) => /^[\d.]+[a-z]*$/.test(part))) === 0

const blocksIn = (cell: Element) =>
  Array.from(cell.querySelectorAll("p, div, li, h1, h2, h3, h4, h5, h6, br")).filter(
    (block) => block.nodeName === "BR" || (block.textContent?.trim() && !block.querySelector("p, div, li")),
  ).length
