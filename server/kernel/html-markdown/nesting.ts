import { countedLabel } from "./labels.ts"
import { listStyleOf, type Sheet, stylesOf } from "./sheet.ts"

/** A piece of a list that was written flat. */
export type FlatItem = {
  element: Element
  level: number
  label: string
  symbols: boolean
  /** No item of its own, but more of the one before it. */
  goesOn: boolean
}

/** Puts a list with real items before `place`; an item of a deeper level goes into the one before. */
export function nest(items: FlatItem[], place: Element): void {
  const document = place.ownerDocument
  const open: { level: number; list: Element; item: Element | null }[] = []
  const top = () => open.at(-1)
  for (const { element, level, label, symbols, goesOn } of items) {
    while (open.length > 1 && level < (top()?.level ?? 1)) open.pop()
    if (goesOn && top()?.item) {
      top()?.item?.appendChild(element)
      continue
    }
    if (open.length === 0 || (top()?.item && level > (top()?.level ?? 1))) {
      const list = document.createElement("ul")
      const holder = top()?.item
      if (holder) holder.appendChild(list)
      else place.parentNode?.insertBefore(list, place)
      open.push({ level, list, item: null })
    }
    const item = document.createElement("li")
    item.setAttribute("data-label", label)
    if (symbols) item.setAttribute("data-symbols", "")
    item.appendChild(element)
    const current = top()
    current?.list.appendChild(item)
    if (current) current.item = item
  }
}

/** Word in a browser writes each item as a list of its own, and says in an attribute how deep it is. */
export function liftFlatLists(body: Element, sheet: Sheet): void {
  const lists = Array.from(body.querySelectorAll("ul, ol")).filter(isFlat)
  let run: Element[] = []
  const finish = () => {
    const [first] = run
    if (first)
      nest(
        run.flatMap((list) => itemsOf(list, sheet)),
        first,
      )
    for (const list of run) list.parentNode?.removeChild(list)
    run = []
  }
  for (const list of lists) {
    const former = run.at(-1)
    if (former && !followsAtOnce(former, list)) finish()
    run.push(list)
  }
  finish()
}

/** From 1 on; Word says it by `aria-level`, chats and editors in the browser by an indent. */
function levelOf(item: Element): number {
  const said = item.getAttribute("data-aria-level") ?? item.getAttribute("aria-level")
  if (said !== null) return Number(said)
  const indent = item.parentElement?.getAttribute("data-indent") ?? indentClassOf(item)
  return 1 + (Number(indent) || 0)
}

const indentClassOf = (item: Element) =>
  /(?:^|\s)ql-indent-(\d)(?:\s|$)/.exec(item.getAttribute("class") ?? "")?.[1]

/** Wrapped once for each item, or deeper by its own words than it stands. */
function isFlat(list: Element): boolean {
  const items = Array.from(list.children).filter(({ nodeName }) => nodeName === "LI")
  if (list.parentElement?.closest("ul, ol, li") || items.length === 0) return false
  if (list.getAttribute("data-indent") !== null) return true
  return items.some((item) => item.getAttribute("data-aria-level") !== null || levelOf(item) > 1)
}

function followsAtOnce(former: Element, list: Element): boolean {
  const outer = (element: Element) => {
    const parent = element.parentElement
    return parent?.nodeName === "DIV" && parent.children.length === 1 ? parent : element
  }
  let next = outer(former).nextSibling
  while (next && next.nodeType !== 1 && !next.nodeValue?.trim()) next = next.nextSibling
  return next === outer(list)
}

function itemsOf(list: Element, sheet: Sheet): FlatItem[] {
  const style = list.getAttribute("type") ?? listStyleOf(stylesOf(list, sheet)) ?? ""
  let start = Number(list.getAttribute("start") ?? 1)
  const items = Array.from(list.children).filter(({ nodeName }) => nodeName === "LI")
  const label = items.some(indentClassOf) ? labelsByLevel() : () => countedLabel(style, start++) ?? ""
  return items.map((item) => ({
    level: levelOf(item),
    label: list.nodeName === "OL" ? label(item) : "",
    element: renamed(item),
    symbols: false,
    goesOn: false,
  }))
}

const LEVEL_STYLES = ["decimal", "lower-alpha", "lower-roman"]

/** Quill keeps all levels and kinds in one list, and counts each level anew below the one before. */
function labelsByLevel(): (item: Element) => string {
  const counts: number[] = []
  return (item) => {
    const [kind, level] = [item.getAttribute("data-list") ?? "ordered", levelOf(item)]
    counts.length = Math.min(counts.length, level + 1)
    if (kind !== "ordered") return kind === "bullet" ? "" : kind === "checked" ? "☑" : "☐"
    counts[level] = (counts[level] ?? 0) + 1
    return countedLabel(LEVEL_STYLES[(level - 1) % 3] ?? "", counts[level]) ?? ""
  }
}

/** The content of an item, to go into the item of the new list; it stands where the old one stood. */
function renamed(item: Element): Element {
  const content = item.ownerDocument.createElement("div")
  while (item.firstChild) content.appendChild(item.firstChild)
  item.parentNode?.replaceChild(content, item)
  return content
}
