import { countedLabel } from "./labels.ts"
import { nest } from "./nesting.ts"
import { marginOf, type Sheet, type Styles, stylesOf } from "./sheet.ts"

/** Word writes an item as a paragraph that only looks like one; here it becomes an item of a list again. */
export function liftWordLists(body: Element, sheet: Sheet): void {
  const counts = new Map<string, number>()
  for (const first of Array.from(body.querySelectorAll("p"))) {
    // What was taken into a list before is no longer where it was.
    if (!first.parentNode || first.closest("[data-label]") || !itemOf(first, sheet)) continue
    const run = runFrom(first, sheet)
    const items = run.map(({ element, item }) => ({
      element,
      level: item?.level ?? levelByMargin(stylesOf(element, sheet)),
      label: item ? (item.raw ?? countedBySheet(item, sheet, counts)) : "",
      symbols: item?.symbols ?? false,
      goesOn: item === null,
    }))
    const place = first.ownerDocument.createElement("div")
    first.parentNode.insertBefore(place, first)
    for (const { element, item } of run) {
      item?.label?.parentNode?.removeChild(item.label)
      element.removeAttribute("class")
      element.setAttribute("data-style", "margin:0")
    }
    nest(items, place)
  }
}

type Item = { level: number; list: string; raw: string | null; symbols: boolean; label: Element | null }
type Entry = { element: Element; item: Item | null }

/** The paragraphs of a list that follow each other, with those that go on in an item without a sign of their own. */
function runFrom(first: Element, sheet: Sheet): Entry[] {
  const run: Entry[] = []
  for (let next: Element | null = first; next; next = following(next)) {
    const item = itemOf(next, sheet)
    if (!item && !goesOn(next)) break
    run.push({ element: next, item })
  }
  return run
}

function following(element: Element): Element | null {
  let next = element.nextSibling
  while (next && (next.nodeType === 8 || (next.nodeType === 3 && !next.nodeValue?.trim())))
    next = next.nextSibling
  return next && next.nodeType === 1 ? (next as Element) : null
}

/** What a paragraph says about its place in a list; null when it is none. Headings with numbers stay headings. */
function itemOf(element: Element, sheet: Sheet): Item | null {
  if (element.nodeName !== "P") return null
  const styles = stylesOf(element, sheet)
  const [named, list = "", level = "1"] = /(l\d+)\s+level(\d+)/.exec(styles.get("mso-list") ?? "") ?? []
  const label = labelIn(element, sheet)
  const found = { label, raw: label ? labelText(label) : null, symbols: isSymbols(label, sheet) }
  if (named) return { ...found, list, level: Number(level) }
  if (!label || !/MsoList/i.test(element.getAttribute("class") ?? "")) return null
  return { ...found, list, level: levelByMargin(styles) }
}

/** The span that Word says to ignore, or what looks like it: a short first piece with a gap of fixed spaces. */
function labelIn(paragraph: Element, sheet: Sheet): Element | null {
  const spans = Array.from(paragraph.querySelectorAll("span, font"))
  const named = spans.find((span) => /ignore/.test(stylesOf(span, sheet).get("mso-list") ?? ""))
  if (named) return named
  const first = spans[0]
  const isFirst =
    first && (paragraph.textContent ?? "").trimStart().startsWith((first.textContent ?? "").trim())
  return isFirst &&
    /^\s*(?:\S|\(?\w{1,5}(?:\.\d{1,3}){0,5}[.)]?)[\s\u00A0]*\u00A0[\s\u00A0]*$/.test(first.textContent ?? "")
    ? first
    : null
}

const labelText = (element: Element) => element.textContent ?? ""

function isSymbols(label: Element | null, sheet: Sheet): boolean {
  if (!label) return false
  const around = [label, label.parentElement, ...Array.from(label.querySelectorAll("span, font"))]
  const faces = around.map((one) =>
    one ? `${stylesOf(one, sheet).get("font-family")} ${one.getAttribute("face")}` : "",
  )
  return faces.some((face) => /wingdings|symbol|webdings/i.test(face))
}

/** Word's standard indents are half an inch for each level. */
const levelByMargin = (styles: Styles) => Math.max(1, Math.round((marginOf(styles, "left") ?? 36) / 36))

function goesOn(element: Element): boolean {
  const kind = element.getAttribute("class") ?? ""
  const isEmpty = (element.textContent ?? "").trim() === ""
  return element.nodeName === "P" && /MsoList(?:Paragraph|Continue)/i.test(kind) && !isEmpty
}

/** Without its sign, the style sheet of the clipboard says how the list counts. */
function countedBySheet({ list, level }: Item, sheet: Sheet, counts: Map<string, number>): string {
  const rule = sheet.get(`@list ${list}:level${level}`)
  // Word does not name the format of plain numbers.
  const format = rule ? (rule.get("mso-level-number-format") ?? "decimal") : "bullet"
  if (/bullet|image/.test(format)) return ""
  const key = `${list}:${level}`
  const number = (counts.get(key) ?? (Number(rule?.get("mso-level-start-at")) || 1) - 1) + 1
  counts.set(key, number)
  for (const other of [...counts.keys()]) if (isDeeper(other, list, level)) counts.delete(other)
  return countedLabel(format, number) ?? ""
}

function isDeeper(key: string, list: string, level: number): boolean {
  const [other, depth] = key.split(":")
  return other === list && Number(depth) > level
}
