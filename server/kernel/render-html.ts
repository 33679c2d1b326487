import { type ComponentChildren, Fragment, isValidElement, type VNode } from "preact"
import { jsxEscape } from "preact/jsx-runtime"

/**
 * Elements as HTML, for pages that no script takes over and for mails: functions of what they are given, without state, hooks or
 * classes. It writes what preact-render-to-string writes, which does for each element what only those need, and takes
 * three times as long; `tests/web/render.test.tsx` holds the two together.
 */
export function renderHtml(node: ComponentChildren): string {
  if (typeof node === "string") return escaped(node)
  if (typeof node === "number") return String(node)
  if (Array.isArray(node)) {
    let html = ""
    for (const child of node) html += renderHtml(child)
    return html
  }
  return isValidElement(node) ? renderElement(node) : ""
}

function renderElement({ type, props }: VNode<Props>): string {
  if (typeof type === "string") return renderTag(type, props)
  if (type === Fragment) return renderHtml(props.children)
  // There are no classes among them.
  return renderHtml((type as (props: Props) => ComponentChildren)(props))
}

type Props = {
  children?: ComponentChildren
  dangerouslySetInnerHTML?: { __html: string }
  [name: string]: unknown
}

function renderTag(tag: string, props: Props): string {
  let html = `<${tag}`
  let inside = ""
  for (const name in props) {
    const value = props[name]
    if (name === "children") inside = renderHtml(props.children)
    else if (name === "dangerouslySetInnerHTML") inside = props.dangerouslySetInnerHTML?.__html ?? ""
    else if (name === "value" && tag === "textarea") inside = value == null ? "" : escaped(String(value))
    else html += attribute(name, value)
  }
  if (!inside && VOID.has(tag)) return `${html}/>`
  return `${html}>${inside}</${tag}>`
}

/** Nothing for what is not there; only a few names have `true` and `false` as their words. */
function attribute(name: string, value: unknown): string {
  if (value == null) return ""
  const { written, isSaid } = nameOf(name)
  if (typeof value === "boolean" && !isSaid) return value ? written : ""
  return value === "" ? written : `${written}="${escaped(String(value))}"`
}

type Name = { written: string; isSaid: boolean }
const names = new Map<string, Name>()

/** A name as HTML has it. They stand in our sources, so each is looked at once. */
function nameOf(name: string): Name {
  let known = names.get(name)
  if (!known) {
    if (/[\s\\/='"\0<>]/.test(name)) throw new Error(`no name of an attribute: ${name}`)
    const isSaid = /^(aria|data)-/.test(name) || name === "draggable" || name === "spellcheck"
    known = { written: ` ${/^[a-z]+[A-Z]/.test(name) && !SVG.has(name) ? name.toLowerCase() : name}`, isSaid }
    names.set(name, known)
  }
  return known
}

const SVG = new Set(["viewBox", "preserveAspectRatio"])

const escaped = (text: string) => String(jsxEscape(text))

const VOID = new Set("area base br col embed hr img input link meta param source track wbr".split(" "))
