import { Flow } from "./flow.ts"
import { type Format, PLAIN } from "./format.ts"
import { countedLabel, type Label, markOf, readLabel } from "./labels.ts"
import type { Reading } from "./reading.ts"
import { listStyleOf, stylesOf } from "./sheet.ts"
import { isUnseen } from "./unseen.ts"
import { unwrap } from "./words.ts"

type Item = { label: Label; flow: Flow }

/** A list becomes `ul` with the mark of each item in `data-mark`. A list that stands directly in one belongs to the item before. */
export function writeList(list: Element, flow: Flow, format: Format, reading: Reading): void {
  const items: Item[] = []
  collect(list, items, format, reading, flow)
  writeItems(items, flow, reading)
}

/** The laws on the web write numbers as terms and their text as definitions; other terms stay lines of their own. */
export function writeDefinitions(list: Element, flow: Flow, format: Format, reading: Reading): void {
  const parts = Array.from(list.children)
  const isLaw = parts.every(
    (part, at) =>
      part.nodeName === (at % 2 === 0 ? "DT" : "DD") && (at % 2 === 1 || NUMBER.test(part.textContent ?? "")),
  )
  flow.open("some")
  if (isLaw && parts.length % 2 === 0) {
    const items = parts.flatMap((part, at) =>
      at % 2 === 1 ? [readItem(part, readLabel(parts[at - 1]?.textContent ?? ""), format, reading)] : [],
    )
    writeItems(items, flow, reading)
  } else reading.walkAll(list, flow, format)
  flow.open("some")
}

const NUMBER = /^\s*(?:\d{1,3}[a-z]?[.)]|\(?[a-z]{1,3}\)|\(\d{1,3}\)|[-–])\s*$/

function writeItems(items: Item[], flow: Flow, reading: Reading): void {
  let current: Element | null = null
  for (const { label, flow: content } of items) {
    const nodes = content.toNodes()
    while (nodes.firstChild?.nodeName === "BLOCKQUOTE") unwrap(nodes.firstChild as Element)
    if (!nodes.firstChild) continue
    // Behind the mark of an item our Markdown reads text: code and tables that begin one stand by themselves.
    const isApart = /^(?:PRE|TABLE)$/.test(nodes.firstChild.nodeName)
    if (label.kind === "words" || isApart) {
      if (isApart && label.kind === "number") flow.add(paragraphOf(label.text, reading.document))
      flow.add(nodes)
      current = null
      continue
    }
    if (!current) {
      current = reading.document.createElement("ul")
      flow.add(current)
    }
    current.appendChild(elementOf(label, nodes, reading.document))
  }
}

function paragraphOf(text: string, document: Document): Element {
  const paragraph = document.createElement("p")
  const words = document.createElement("span")
  words.appendChild(document.createTextNode(text))
  paragraph.appendChild(words)
  return paragraph
}

function collect(list: Element, items: Item[], format: Format, reading: Reading, before: Flow): void {
  let number = startOf(list)
  for (const child of Array.from(list.childNodes)) {
    const last = items.at(-1)
    if (child.nodeName === "LI") {
      const element = child as Element
      if (isUnseen(element, stylesOf(element, reading.sheet))) continue
      const own = Number.parseInt(element.getAttribute("value") ?? "", 10)
      if (!Number.isNaN(own)) number = own
      items.push(readItem(element, labelOf(element, list, number, reading), format, reading))
      number += list.getAttribute("reversed") === null ? 1 : -1
    } else if (last) reading.walk(child, last.flow, format)
    // A list that begins deeper than its first level.
    else if (/^[OU]L$/.test(child.nodeName)) collect(child as Element, items, format, reading, before)
    else reading.walk(child, before, format)
  }
}

function startOf(list: Element): number {
  const start = Number.parseInt(list.getAttribute("start") ?? "", 10)
  if (!Number.isNaN(start)) return start
  const count = Array.from(list.children).filter(({ nodeName }) => nodeName === "LI").length
  return list.getAttribute("reversed") === null ? 1 : count
}

function labelOf(item: Element, list: Element, number: number, reading: Reading): Label {
  const written = item.getAttribute("data-label")
  if (written !== null) return readLabel(written, item.getAttribute("data-symbols") !== null)
  const box = item.querySelector("input[type=checkbox]")
  if (box && box.closest("li") === item) return done(box.getAttribute("checked") !== null)
  if (item.getAttribute("role") === "checkbox") return done(item.getAttribute("aria-checked") === "true")
  const ticked = tickOf(item, list)
  if (ticked !== undefined) return done(ticked)
  const own = stylesOf(item, reading.sheet)
  const outer = stylesOf(list, reading.sheet)
  const style =
    listStyleOf(own) ??
    item.getAttribute("type") ??
    listStyleOf(outer) ??
    list.getAttribute("type") ??
    (item.getAttribute("data-list") === "bullet" ? "disc" : "")
  const isCounted = list.nodeName === "OL" || /decimal|alpha|latin|roman/.test(style)
  if (/^["“']/.test(style)) return readLabel(style.replace(/["“”']/g, ""))
  return readLabel(isCounted ? (countedLabel(style, number) ?? "") : "")
}

/** Editors in the browser say in attributes or classes what is ticked; the box itself is a picture of their styles. */
function tickOf(item: Element, list: Element): boolean | undefined {
  const said = item.getAttribute("data-checked") ?? list.getAttribute("data-checked")
  if (said !== null) return said === "true"
  const kind = item.getAttribute("data-list") ?? ""
  if (/^(?:un)?checked$/.test(kind)) return kind === "checked"
  const isTaskList = /(?:^|\s)inline-task-list(?:\s|$)/.test(list.getAttribute("class") ?? "")
  return isTaskList ? /(?:^|\s)checked(?:\s|$)/.test(item.getAttribute("class") ?? "") : undefined
}

const done = (is: boolean): Label => ({ kind: is ? "done" : "task", text: "" })

function readItem(element: Element, label: Label, format: Format, reading: Reading): Item {
  const flow = new Flow(reading.document)
  if (label.kind === "words" || label.kind === "letters")
    flow.begin((line) => line.add(`${label.text} `, PLAIN))
  const isPicture = element.getAttribute("role") === "checkbox"
  for (const image of isPicture ? Array.from(element.querySelectorAll("img")) : [])
    image.parentNode?.removeChild(image)
  reading.walkAll(element, flow, format)
  return { label, flow }
}

/** An item of one paragraph holds its words directly; an item that holds only a list gives its place to that. */
function elementOf(label: Label, nodes: DocumentFragment, document: Document): Node {
  const [first, ...others] = Array.from(nodes.childNodes)
  if (first?.nodeName === "UL" && others.length === 0) {
    while (first.firstChild) nodes.appendChild(first.firstChild)
    nodes.removeChild(first)
    return nodes
  }
  const item = document.createElement("li")
  item.setAttribute("data-mark", markOf(label))
  item.appendChild(nodes)
  if (first?.nodeName === "P" && others.every(({ nodeName }) => nodeName !== "P")) unwrap(first as Element)
  return item
}
