import type { Flow } from "./flow.ts"
import type { Format } from "./format.ts"
import type { Reading } from "./reading.ts"
import { type Styles, stylesOf } from "./sheet.ts"

/** Mails in plain text come in `pre`, too: long lines are text, and what is marked as code is code. */
export function writePreformatted(element: Element, flow: Flow, format: Format, reading: Reading): void {
  const text = element.textContent ?? ""
  const kind = `${element.getAttribute("class")} ${element.parentElement?.getAttribute("class")}`
  const isProse =
    /moz-|mso/i.test(kind) ||
    format.pre === false ||
    /pre-wrap/.test(stylesOf(element, reading.sheet).get("white-space") ?? "") ||
    /[^\n]{100}/.test(text)
  const isCode =
    element.querySelector("code") !== null || /code|highlight|source|lang|prettyprint/i.test(kind)
  if (isCode || !isProse) writeCode(element, flow, format, reading)
  else {
    flow.open("some")
    reading.walkAll(element, flow, { ...format, pre: true, code: false })
    flow.close()
  }
}

/** Editors for programs put their text into blocks of a fixed width. */
export function isCodeBlock(element: Element, styles: Styles): boolean {
  const face = styles.get("font-family") ?? ""
  return (
    element.nodeName === "DIV" &&
    /^pre(?:$|\s)/.test(styles.get("white-space") ?? "") &&
    /mono|consol|courier/.test(face)
  )
}

export function writeCode(element: Element, flow: Flow, _format: Format, reading: Reading): void {
  const text = codeOf(element).replace(/^\n+|\s+$/g, "")
  if (text === "") return
  const block = reading.document.createElement("pre")
  const code = reading.document.createElement("code")
  code.appendChild(reading.document.createTextNode(text))
  block.appendChild(code)
  flow.add(block)
}

function codeOf(node: Node): string {
  if (node.nodeType === 3) return (node.nodeValue ?? "").replaceAll("\u00A0", " ").replace(/\r\n?/g, "\n")
  if (node.nodeName === "BR") return "\n"
  const inner = Array.from(node.childNodes).map(codeOf).join("")
  return /^(?:DIV|P|TR|LI)$/.test(node.nodeName) && !inner.endsWith("\n") ? `${inner}\n` : inner
}
