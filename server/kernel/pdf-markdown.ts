import { DomUtils, parseDocument } from "htmlparser2"
import { textOfHtml } from "./html-text.ts"
import { showMarkdown } from "./markdown.ts"
import type { PdfBlock } from "./pdf-blocks.ts"

type Element = ReturnType<typeof DomUtils.getElementsByTagName>[number]

const isElement = (node: object): node is Element => "attribs" in node

/**
 * Markdown as the parts of a PDF, read by the same grammar as on the page: what is a list there is one here, with the
 * numbers that were typed. Headings begin on the second level, below the document's title.
 */
export function pdfBlocksOf(markdown: string): PdfBlock[] {
  const { children } = parseDocument(showMarkdown(markdown, 2))
  return children.flatMap((child) => (isElement(child) ? blockOf(child) : []))
}

function blockOf(element: Element): PdfBlock {
  if (/^h\d$/.test(element.name))
    return { kind: "heading", level: element.name === "h2" ? 2 : 3, text: elementText(element) }
  else if (element.name === "ul") return { kind: "list", items: itemsOf(element).map(textOfItem) }
  else if (element.name === "ol")
    return { kind: "list", items: itemsOf(element).map(textOfItem), numbers: numbersOf(element) }
  else if (element.name === "div") return tableOf(element)
  else return { kind: "paragraph", text: elementText(element) }
}

const itemsOf = (list: Element) => DomUtils.getElementsByTagName("li", list.children, false)

function numbersOf(list: Element): number[] {
  let number = Number(list.attribs.start ?? 1)
  return itemsOf(list).map(({ attribs }) => {
    if (attribs.value !== undefined) number = Number(attribs.value)
    return number++
  })
}

function tableOf(frame: Element): PdfBlock {
  const cellsOf = (row: Element) =>
    row.children.filter(isElement).map((cell) => textOfHtml(DomUtils.getInnerHTML(cell)))
  const [columns = [], ...rows] = DomUtils.getElementsByTagName("tr", frame.children).map(cellsOf)
  return { kind: "table", columns, rows }
}

const elementText = (element: Element) => textOfHtml(DomUtils.getOuterHTML(element))
/** Without the bullet of the item itself, as the PDF has one of its own. */
const textOfItem = (item: Element) =>
  textOfHtml(`<ul>${DomUtils.getOuterHTML(item)}</ul>`).replace(/^(?:- | {2})/gm, "")
