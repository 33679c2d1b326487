import TurndownService from "turndown"
import { bareAddressAt } from "../markdown-addresses.ts"
import { clean } from "./clean.ts"
import { settle, settlePlain, shield } from "./literals.ts"
import { withoutStyles } from "./sheet.ts"
import { unwrap } from "./words.ts"

export type Pasted = {
  markdown: string
  /** How many pictures could not come along. */
  lostPictures: number
}

/**
 * The HTML of a clipboard as Markdown of ours.
 * @param parse makes a document of it, in which nothing is run or loaded
 * @param origin of this installation
 */
export function toMarkdown(html: string, parse: (html: string) => Document, origin: string): Pasted {
  const { html: bare, sheet } = withoutStyles(html)
  const { body, lostPictures } = clean(parse(bare), sheet, origin)
  return { markdown: service().turndown(body as HTMLElement), lostPictures }
}

function service(): TurndownService {
  const turndown = new TurndownService({
    headingStyle: "atx",
    codeBlockStyle: "fenced",
    emDelimiter: "_",
    strongDelimiter: "**",
    br: "",
    blankReplacement: (_, node) => (/^T[DH]$/.test(node.nodeName) ? "  |" : "\n\n"),
  })
  turndown.escape = shield
  const add = (filter: TurndownService.Filter, replacement: (content: string, element: Element) => string) =>
    turndown.addRule(String(filter), {
      filter,
      replacement: (content, node) => replacement(content, node as unknown as Element),
    })
  add("span", settled)
  add("del", (content) => `~~${content}~~`)
  add("a", linkOf)
  add("img", (_, image) => `![${image.getAttribute("alt")}](${image.getAttribute("src")})`)
  add("li", itemOf)
  add("ul", listOf)
  add("blockquote", (content) => `\n\n${content.trim().replace(/^/gm, "> ").replace(/^> $/gm, ">")}\n\n`)
  add(["td", "th"], (content) => ` ${cellOf(content.trim())} |`)
  add("tr", (content, row) => `\n|${content}${delimitersOf(row)}`)
  add("table", (content) => `\n\n${content.trim()}\n\n`)
  return turndown
}

/** The lines of a cell, in the one line that it has; a `<br>` that was only words stays so. */
const cellOf = (content: string) =>
  content
    .replaceAll("|", "\\|")
    .replace(/<br ?\/?>/gi, (words) => `\`${words}\``)
    .replace(/[ \t]*\n[ \t]*/g, "<br>")

const MOST_LOOKS = 30

/** The words of one place: our own grammar must read them as they were. A look that it would not read is given up. */
function settled(content: string, span: Element): string {
  const parent = span.parentNode
  const isWithin =
    /^H[1-6]$/.test(parent?.nodeName ?? "") || (parent?.nodeName === "LI" && parent.firstChild === span)
  // No line of a cell can begin anything.
  if (/^T[DH]$/.test(parent?.nodeName ?? ""))
    return linesOf(span)
      .map((line) => settledLine(line, true))
      .join("\n")
  const expected = nodeText(span)
  const formatted = settle(content, expected, isWithin)
  if (formatted.reached === null) return formatted.text
  // Line by line, so that a long text takes no longer than its lines.
  const lines = linesOf(span).map((line, at) => settledLine(line, isWithin && at === 0))
  const joined = settle(lines.join("\n"), expected, isWithin)
  return joined.reached === null ? joined.text : settlePlain(expected, formatted, isWithin)
}

function linesOf(span: Element): Element[] {
  const lines = [span.ownerDocument.createElement("div")]
  for (const child of Array.from(span.childNodes)) {
    if (child.nodeName === "BR") lines.push(span.ownerDocument.createElement("div"))
    else lines.at(-1)?.appendChild(child.cloneNode(true))
  }
  return lines
}

function settledLine(line: Element, isWithin: boolean): string {
  const expected = nodeText(line)
  const turndown = service()
  for (let given = 0; ; given++) {
    const formatted = settle(turndown.turndown(line as HTMLElement), expected, isWithin)
    if (formatted.reached === null) return formatted.text
    const look = given < MOST_LOOKS ? lookAt(line, formatted.reached) : undefined
    if (!look) return settlePlain(expected, formatted, isWithin)
    unwrap(look)
  }
}

/** The first element whose words end behind a place of the text, and within it the innermost one that begins there. */
function lookAt(words: Element, place: number): Element | undefined {
  let at = 0
  for (const node of Array.from(words.childNodes)) {
    const length = nodeText(node).length
    if (node.nodeType === 1 && node.nodeName !== "BR" && node.nodeName !== "IMG" && at + length > place) {
      const element = node as Element
      return (place > at && lookAt(element, place - at)) || element
    }
    at += length
  }
  return undefined
}

function nodeText(node: Node): string {
  if (node.nodeName === "BR") return "\n"
  if (node.nodeName === "IMG") return (node as Element).getAttribute("alt") ?? ""
  return node.nodeType === 3 ? (node.nodeValue ?? "") : Array.from(node.childNodes).map(nodeText).join("")
}

/** An address that is its own words needs no more; a mail address stays words, so that nobody is made easier to harvest. */
function linkOf(content: string, link: Element): string {
  const href = link.getAttribute("href") ?? ""
  const words = link.textContent ?? ""
  const isEnd = /^(?:$|[\s.,;:!?)])/.test(link.nextSibling?.nodeValue ?? (link.nextSibling ? "x" : ""))
  const isBegin = /(?:^|[\s(])$/.test(link.previousSibling?.nodeValue ?? (link.previousSibling ? "x" : ""))
  if (href === `mailto:${words}`) return content
  if (href === words && isBegin && isEnd && bareAddressAt(words, 0) === words) return words
  return `[${content}](${href})`
}

/** What belongs to an item stands below its first word. */
function itemOf(content: string, item: Element): string {
  const mark = item.getAttribute("data-mark") ?? "- "
  const width = mark.startsWith("- ") ? 2 : mark.length
  const lines = content.replace(/^\n+|\s+$/g, "").split("\n")
  const below = lines.map((line, at) => (at === 0 || line === "" ? line : " ".repeat(width) + line))
  return `${mark}${below.join("\n")}\n`
}

const listOf = (content: string, list: Element) =>
  list.parentNode?.nodeName === "LI" ? `\n${content.trimEnd()}\n` : `\n\n${content.trimEnd()}\n\n`

function delimitersOf(row: Element): string {
  const cells = Array.from(row.children)
  if (cells[0]?.nodeName !== "TH") return ""
  const lines: Record<string, string> = { right: "---:", center: ":---:" }
  return `\n|${cells.map((cell) => ` ${lines[cell.getAttribute("align") ?? ""] ?? "---"} |`).join("")}`
}
