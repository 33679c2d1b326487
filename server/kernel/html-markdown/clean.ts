import { addressOf } from "./address.ts"
import { isCodeBlock, writeCode, writePreformatted } from "./code.ts"
import { Flow } from "./flow.ts"
import { type Format, formatWithin, PLAIN, seenAs } from "./format.ts"
import { writeDefinitions, writeList } from "./lists.ts"
import { liftFlatLists } from "./nesting.ts"
import type { Reading } from "./reading.ts"
import { marginOf, type Sheet, type Styles, stylesOf } from "./sheet.ts"
import { writeTable } from "./table-cells.ts"
import { isUnseen, keepFragment } from "./unseen.ts"
import { liftWordLists } from "./word-lists.ts"
import { unwrap, wordsOf } from "./words.ts"

const BLOCKS = new Set(
  (
    "address article aside body center dd details dialog div dl dt fieldset figcaption figure footer form header hgroup legend li " +
    "main menu nav p search section summary tbody td tfoot th thead tr"
  ).split(" "),
)
const APART = new Set("article aside blockquote dl fieldset figure footer header main nav section".split(" "))
const OWN_PICTURE = /^\/anhaenge\/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * Reads the HTML that a program put on the clipboard, and writes it anew with the few elements that our Markdown knows:
 * p, h1 to h6, ul with `data-mark` on its items, blockquote, pre, table, br, strong, em, del, code, a, img.
 */
export function clean(
  document: Document,
  sheet: Sheet,
  origin: string,
): { body: Element; lostPictures: number } {
  keepFragment(document)
  const reading: Reading = {
    document,
    sheet,
    origin,
    lostPictures: 0,
    walk: (node, flow, format) => walk(node, flow, format, reading),
    walkAll: (parent, flow, format) => walkAll(parent, flow, format, reading),
  }
  liftWordLists(document.body, reading.sheet)
  liftFlatLists(document.body, reading.sheet)
  const flow = new Flow(document)
  walkAll(document.body, flow, PLAIN, reading)
  const body = document.createElement("div")
  body.appendChild(flow.toNodes())
  return { body, lostPictures: reading.lostPictures }
}

function walkAll(parent: Node, flow: Flow, format: Format, reading: Reading): void {
  for (const child of Array.from(parent.childNodes)) walk(child, flow, format, reading)
}

function walk(node: Node, flow: Flow, format: Format, reading: Reading): void {
  if (node.nodeType === 3) writeText(node.nodeValue ?? "", flow, format)
  if (node.nodeType !== 1) return
  const element = node as Element
  const styles = stylesOf(element, reading.sheet)
  if (isUnseen(element, styles)) return
  const inner = formatWithin(element, styles, format)
  const write = WRITERS[element.nodeName.toLowerCase()]
  if (write) write(element, flow, inner, reading)
  else if (isCodeBlock(element, styles)) writeCode(element, flow, inner, reading)
  else if (isBlock(element, styles)) writeBlock(element, flow, inner, reading, styles)
  else if (styles.has("mso-tab-count")) flow.line.add(" ", inner)
  else walkAll(element, flow, inner, reading)
}

type Write = (element: Element, flow: Flow, format: Format, reading: Reading) => void

const WRITERS: Record<string, Write> = {
  br: (_, flow) => flow.line.add("\n", { ...PLAIN, pre: true }),
  hr: (_, flow, __, { document }) => flow.add(document.createDocumentFragment()),
  img: writePicture,
  a: writeLink,
  input: writeField,
  textarea: writeField,
  select: writeField,
  q: writeQuoted,
  ul: writeList,
  ol: writeList,
  dl: writeDefinitions,
  table: writeTable,
  blockquote: writeQuote,
  pre: writePreformatted,
  ...Object.fromEntries([1, 2, 3, 4, 5, 6].map((level) => [`h${level}`, writeHeading] as const)),
}

/** Spaces between blocks are none of the text. */
function writeText(text: string, flow: Flow, format: Format): void {
  if (/^[\t\r\n ]*$/.test(text) && flow.isAtStart) return
  flow.line.add(seenAs(text, format), format)
}

function isBlock(element: Element, styles: Styles): boolean {
  const display = styles.get("display") ?? ""
  if (/^inline/.test(display)) return false
  return BLOCKS.has(element.nodeName.toLowerCase()) || /^(?:block|flex|grid|list-item|table)$/.test(display)
}

function writeBlock(element: Element, flow: Flow, format: Format, reading: Reading, styles: Styles): void {
  const tag = element.nodeName.toLowerCase()
  const title = /^mso(?:title|subtitle)$/i.test(element.getAttribute("class") ?? "")
  if (title) {
    writeHeading(element, flow, format, reading)
    return
  }
  const margin = Math.max(marginOf(styles, "bottom") ?? 0, marginOf(styles, "top") ?? 0)
  const isSaid = marginOf(styles, "bottom") !== null
  const gap = isSaid ? (margin > 1 ? "some" : "none") : tag === "p" ? "auto" : "none"
  flow.open(APART.has(tag) ? "some" : gap)
  walkAll(element, flow, format, reading)
  flow.close()
}

function writeHeading(element: Element, flow: Flow, format: Format, reading: Reading): void {
  const inner = new Flow(reading.document)
  walkAll(element, inner, { ...format, bold: false, italic: false, pre: false }, reading)
  const level = /^H[1-6]$/.test(element.nodeName) ? element.nodeName : "H1"
  const words = wordsOf(inner.toNodes(), reading.document)
  if (!words.textContent?.trim()) {
    flow.open("some")
    return
  }
  // Within an item or a cell our Markdown has no headings.
  if (element.parentElement?.closest("li, td, th")) {
    flow.open("some")
    walkAll(element, flow, { ...format, bold: true }, reading)
    flow.close()
    return
  }
  const heading = reading.document.createElement(level.toLowerCase())
  heading.appendChild(words)
  for (const strong of Array.from(heading.querySelectorAll("strong"))) unwrap(strong)
  flow.add(heading)
}

function writeLink(element: Element, flow: Flow, format: Format, reading: Reading): void {
  const href = addressOf(element.getAttribute("originalsrc") ?? element.getAttribute("href"), reading.origin)
  walkAll(element, flow, { ...format, href: href ?? format.href }, reading)
}

/** What was filled in was read like any other word; a tick belongs to its item. */
function writeField(element: Element, flow: Flow, format: Format): void {
  const kind = element.getAttribute("type") ?? "text"
  if (element.nodeName === "SELECT") {
    const options = Array.from(element.querySelectorAll("option"))
    const chosen = options.find((option) => option.getAttribute("selected") !== null) ?? options[0]
    flow.line.add(chosen?.textContent ?? "", format)
  } else if (element.nodeName === "TEXTAREA")
    flow.line.add(element.textContent ?? "", { ...format, pre: true })
  else if (/^(?:checkbox|radio)$/i.test(kind) && !element.closest("li"))
    flow.line.add(element.getAttribute("checked") === null ? "☐ " : "☑ ", format)
  else if (/^(?:text|number|date|time|email|tel|url|search)$/i.test(kind))
    flow.line.add(element.getAttribute("value") ?? "", format)
}

/** The browser puts the quotation marks. */
function writeQuoted(element: Element, flow: Flow, format: Format, reading: Reading): void {
  const isInner = element.parentElement?.closest("q")
  flow.line.add(isInner ? "‚" : "„", format)
  walkAll(element, flow, format, reading)
  flow.line.add(isInner ? "‘" : "“", format)
}

/** Emoji are pictures in Teams and Outlook; their words are the emoji. Pictures of our own stay what they are. */
function writePicture(element: Element, flow: Flow, format: Format, reading: Reading): void {
  const alt = element.getAttribute("alt")?.trim() ?? ""
  const source = element.getAttribute("src") ?? ""
  const path = source.startsWith(reading.origin) ? source.slice(reading.origin.length) : source
  if (OWN_PICTURE.test(path)) flow.line.addPicture(path, alt)
  else if (alt && !/[\p{L}\p{N}]/u.test(alt)) flow.line.add(alt, format)
  else if (!isSpacer(element)) reading.lostPictures++
}

const isSpacer = (image: Element) =>
  ["width", "height"].some((side) => {
    const size = image.getAttribute(side)
    return size !== null && Number.parseInt(size, 10) <= 2
  })

function writeQuote(element: Element, flow: Flow, format: Format, reading: Reading): void {
  const inner = new Flow(reading.document)
  walkAll(element, inner, format, reading)
  const quote = reading.document.createElement("blockquote")
  quote.appendChild(inner.toNodes())
  if (quote.firstChild) flow.add(quote)
}
