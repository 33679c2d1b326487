import { createDocument } from "@mixmark-io/domino"

/** In these, mail programs put the mail that is answered. */
const QUOTED = [
  "blockquote[type=cite]",
  ".gmail_quote",
  ".gmail_quote_container",
  ".gmail_attr",
  ".moz-cite-prefix",
  ".yahoo_quoted",
  ".protonmail_quote",
  "#mail-editor-reference-message-container",
  "#OLK_SRC_BODY_SECTION",
]
/** From these on, all of it is the mail that is answered. */
const DIVIDERS = ["#divRplyFwdMsg", "#appendonsend", "#x_divRplyFwdMsg"]
const SIGNATURES = [
  ".gmail_signature",
  ".moz-signature",
  "#Signature",
  "#x_Signature",
  "#ms-outlook-mobile-signature",
  "#AppleMailSignature",
  ".protonmail_signature_block",
]
/** Outlook draws a line above the head of the mail that it answers; `data-style` is what `toMarkdown` makes of `style`. */
const HEAD = /^\s*(?:von|from|gesendet|sent)\s*:/i
const LINE = /border(?:-top)?\s*:\s*(?:solid|none;\s*border-top\s*:\s*solid)|border-top-style\s*:\s*solid/i

/** The HTML of a mail as a document, without what says by its elements that it is a signature or quoted. */
export function parseOwn(html: string, isReply: boolean): Document {
  const document = createDocument(html)
  for (const signature of find(document, SIGNATURES)) remove(signature)
  if (!isReply) return document
  for (const quote of find(document, QUOTED)) remove(quote)
  const dividers = [...find(document, DIVIDERS), ...find(document, ["div", "hr"]).filter(isDivider)]
  for (const divider of dividers) removeFrom(divider)
  return document
}

const find = (document: Document, selectors: string[]): Element[] =>
  selectors.flatMap((selector) => Array.from(document.querySelectorAll(selector)))

function isDivider(element: Element): boolean {
  if (element.nodeName === "HR") return HEAD.test(element.nextElementSibling?.textContent ?? "")
  return LINE.test(element.getAttribute("data-style") ?? "") && HEAD.test(element.textContent ?? "")
}

const remove = (node: Node) => node.parentNode?.removeChild(node)

/** The node, and all that comes after it in the document. */
function removeFrom(node: Node): void {
  for (let at: Node | null = node; at && at.nodeName !== "BODY"; at = at.parentNode)
    while (at.nextSibling) remove(at.nextSibling)
  remove(node)
}
