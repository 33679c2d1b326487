import type { Styles } from "./sheet.ts"

const NEVER_TEXT = new Set(
  (
    "style script head title meta link base xml template noscript object iframe frame svg canvas audio video map " +
    "annotation annotation-xml colgroup col datalist progress meter"
  ).split(" "),
)

/** Word's comments, which are about the text and not of it. */
const COMMENTS = /(?:^|\s)(?:msocommentreference|msocomanchor|msocomtxt|msocomoff|msocommenttext)/i

/** Formulas for screen readers, beside those that are seen. */
const TWICE = /(?:^|\s)katex-mathml(?:\s|$)/

/** Whether a reader of the copied document saw nothing of an element. */
export function isUnseen(element: Element, styles: Styles): boolean {
  const tag = element.nodeName.toLowerCase()
  if (NEVER_TEXT.has(tag) || /^(?:v|o|m):(?!p$)/.test(tag)) return true
  if (element.getAttribute("hidden") !== null && tag !== "td") return true
  if (COMMENTS.test(element.getAttribute("class") ?? "")) return true
  if (TWICE.test(element.getAttribute("class") ?? "") || tag === "mjx-assistive-mml") return true
  if (styles.get("display") === "none" || styles.get("mso-hide") === "all") return true
  if (styles.get("visibility") === "hidden" || styles.get("mso-special-character") === "comment") return true
  return /^(?:comment|comment-list|field-begin|field-separator|field-end)$/.test(
    styles.get("mso-element") ?? "",
  )
}

/** Leaves of the document that is on the clipboard only what was copied: some programs put more around it. */
export function keepFragment(document: Document): void {
  const all = leavesOf(document.body)
  const start = all.findIndex((node) => isMark(node, "StartFragment"))
  const end = all.findIndex((node) => isMark(node, "EndFragment"))
  all.forEach((node, at) => {
    const isOutside = at < start || (end > start && at > end)
    if (isOutside && node.nodeType === 3) node.parentNode?.removeChild(node)
  })
}

const isMark = (node: Node, name: string) => node.nodeType === 8 && node.nodeValue?.trim() === name

function leavesOf(node: Node): Node[] {
  const children = Array.from(node.childNodes)
  return children.length === 0 ? [node] : children.flatMap(leavesOf)
}
