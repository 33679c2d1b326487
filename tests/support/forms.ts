import { createDocument } from "@mixmark-io/domino"

export type PageField = {
  name: string
  kind: string
  value: string
  /** Most characters that the page announces; null where it says nothing. */
  limit: number | null
  /** The browser would cut what is pasted. */
  isCut: boolean
}
export type PageForm = {
  action: string
  method: string
  fields: PageField[]
  /** What is sent when nothing is changed, without the buttons. */
  values: Record<string, string | string[]>
  /** Name and value of the buttons that have one. */
  buttons: [name: string, value: string][]
}

const LINES = ["text", "search", "url", "email"]

/** Whether somebody types words into it, which may be too long. */
export const isTyped = ({ kind }: PageField) => kind === "textarea" || LINES.includes(kind)

/** Every form of a page, as a browser without scripts would send it. */
export function formsIn(html: string): PageForm[] {
  const document = createDocument(html)
  return Array.from(document.querySelectorAll("form")).map((form) => {
    const controls = Array.from(form.querySelectorAll("input, textarea, select")).map(read)
    const values: PageForm["values"] = {}
    for (const { name, value, isSent } of controls) {
      if (!name || !isSent) continue
      const former = values[name]
      values[name] = former === undefined ? value : [former, value].flat()
    }
    return {
      action: form.getAttribute("action") ?? "",
      method: form.getAttribute("method") ?? "get",
      fields: controls.filter(({ kind }) => kind !== "hidden").map(({ isSent, ...field }) => field),
      values,
      buttons: Array.from(form.querySelectorAll("button[name]")).map((button) => [
        button.getAttribute("name") ?? "",
        button.getAttribute("value") ?? "",
      ]),
    }
  })
}

function read(control: Element): PageField & { isSent: boolean } {
  const tag = control.tagName.toLowerCase()
  const kind = tag === "input" ? (control.getAttribute("type") ?? "text") : tag
  const limit = control.getAttribute("data-limit")
  return {
    name: control.getAttribute("name") ?? "",
    kind,
    value: valueIn(control, tag),
    limit: limit === null ? null : Number(limit),
    isCut: control.hasAttribute("maxlength"),
    isSent: !["checkbox", "radio"].includes(kind) || control.hasAttribute("checked"),
  }
}

function valueIn(control: Element, tag: string): string {
  if (tag === "textarea") return (control.textContent ?? "").replace(/^\n/, "")
  if (tag === "input") return control.getAttribute("value") ?? ""
  const options = Array.from(control.querySelectorAll("option"))
  const chosen = options.find((option) => option.hasAttribute("selected")) ?? options[0]
  return chosen?.getAttribute("value") ?? ""
}
