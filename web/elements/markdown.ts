import type { IconName } from "../assets/icons.ts"
import { callApi, wordsFor } from "./api.ts"
import { announce, make, parsePage, replaceIn } from "./dom.ts"
import { makeIcon } from "./icons.ts"
import type { Edit } from "./markdown-edit.ts"
import { words } from "./words.ts"

const t = words.toolbar

/** What changes the text, which comes when somebody starts to write. */
type Edits = typeof import("./markdown-edit.ts")
let edits: Edits | null = null
const loadEdits = async (): Promise<Edits> => {
  edits = await import("./markdown-edit.ts")
  return edits
}

type Tool = {
  icon: IconName
  name: string
  key?: string
  edit: (edits: Edits, v: string, from: number, to: number) => Edit
}

const tools: Tool[] = [
  { icon: "bold", name: t.bold, key: "b", edit: (e, v, a, b) => e.surround(v, a, b, "**", t.placeholder) },
  { icon: "italic", name: t.italic, key: "i", edit: (e, v, a, b) => e.surround(v, a, b, "_", t.placeholder) },
  { icon: "list", name: t.list, edit: (e, v, a, b) => e.markLines(v, a, b, "list") },
  { icon: "numbers", name: t.numbers, edit: (e, v, a, b) => e.markLines(v, a, b, "numbers") },
  { icon: "quote", name: t.quote, edit: (e, v, a, b) => e.markLines(v, a, b, "quote") },
  { icon: "link", name: t.link, edit: (e, v, a, b) => e.link(v, a, b, t.placeholder) },
  { icon: "table", name: t.table, edit: (e, v, a, b) => e.table(v, a, b, [t.column(1), t.column(2)]) },
  { icon: "code", name: t.code, edit: (e, v, a, b) => e.code(v, a, b, t.placeholder) },
]

/** `data-markdown` on a textarea: a toolbar, Ctrl+B and Ctrl+I, and a preview rendered by the server. */
export function upgradeMarkdown(field: HTMLElement): void {
  if (!(field instanceof HTMLTextAreaElement)) return
  const bar = make("div", {
    class: "ff-toolbar",
    role: "toolbar",
    "aria-label": t.label,
    "aria-controls": field.id,
  })
  field.before(bar)
  const buttons = tools.map((tool) => toolButton(field, tool))
  bar.append(...buttons, previewButton(field, buttons))
  moveByArrows(bar)
  field.addEventListener("focus", () => void loadEdits().catch(() => undefined), { once: true })
  field.addEventListener("keydown", (event) => {
    const tool = tools.find(({ key }) => key === event.key.toLowerCase())
    if (!tool || event.altKey || event.shiftKey || event.ctrlKey === event.metaKey) return
    event.preventDefault()
    apply(field, tool)
  })
}

function toolButton(field: HTMLTextAreaElement, tool: Tool): HTMLButtonElement {
  const { icon, name, key } = tool
  const title = key ? t.withKey(name, key.toUpperCase()) : name
  const button = make("button", { type: "button", "aria-label": name, title }, makeIcon(icon))
  if (key) button.setAttribute("aria-keyshortcuts", `Control+${key.toUpperCase()}`)
  button.addEventListener("click", () => apply(field, tool))
  return button
}

/** At once where that is possible: what is typed next comes after it. Without a line the text stays as it is. */
function apply(field: HTMLTextAreaElement, tool: Tool): void {
  if (edits) change(field, tool, edits)
  else
    loadEdits().then(
      (loaded) => change(field, tool, loaded),
      () => undefined,
    )
}

function change(field: HTMLTextAreaElement, tool: Tool, edits: Edits): void {
  const { from, to, text, select } = tool.edit(edits, field.value, field.selectionStart, field.selectionEnd)
  replaceIn(field, from, to, text)
  field.setSelectionRange(...select)
}

/** While the preview is shown, it stands in the place of the text. */
function previewButton(field: HTMLTextAreaElement, others: HTMLButtonElement[]): HTMLButtonElement {
  const button = make("button", { type: "button", "aria-pressed": "false" }, makeIcon("preview"), t.preview)
  const preview = make("div", { class: "ff-preview ff-prose", role: "region", "aria-label": t.preview })
  preview.hidden = true
  preview.tabIndex = 0
  field.before(preview)
  const show = (isShown: boolean) => {
    preview.hidden = !isShown
    field.hidden = isShown
    button.setAttribute("aria-pressed", String(isShown))
    for (const other of others) other.disabled = isShown
    // Not every browser gives the focus to a button that is clicked; the toolbar would have no stop left.
    button.focus()
    announce(isShown ? t.previewShown : t.previewHidden)
  }
  button.addEventListener("click", async () => {
    if (!preview.hidden) return show(false)
    await render(field.value, preview)
    const { placePreviewed } = await import("./upload-text.ts")
    placePreviewed(preview, field.form)
    show(true)
  })
  return button
}

async function render(text: string, preview: HTMLElement): Promise<void> {
  try {
    if (text.trim() === "") return preview.replaceChildren(make("p", {}, t.previewEmpty))
    const answer = await callApi("/api/markdown/preview", { text })
    if (typeof answer !== "object" || answer === null || !("html" in answer)) throw new Error("no html")
    preview.replaceChildren(...parsePage(String(answer.html)).body.childNodes)
  } catch (error) {
    preview.replaceChildren(make("p", { role: "alert" }, wordsFor(error)))
  }
}

/** One stop for the tab key; arrows, Home and End move within. */
function moveByArrows(bar: HTMLElement): void {
  const buttons = () => [...bar.querySelectorAll<HTMLButtonElement>("button:not(:disabled)")]
  const settle = (current: HTMLButtonElement | undefined) => {
    for (const button of bar.querySelectorAll("button")) button.tabIndex = button === current ? 0 : -1
  }
  settle(buttons()[0])
  bar.addEventListener("focusin", (event) => {
    if (event.target instanceof HTMLButtonElement) settle(event.target)
  })
  bar.addEventListener("keydown", (event) => {
    const all = buttons()
    const at = all.findIndex((button) => button.matches(":focus"))
    const steps: Record<string, number> = {
      ArrowLeft: at - 1,
      ArrowRight: at + 1,
      Home: 0,
      End: all.length - 1,
    }
    const next = steps[event.key]
    if (next === undefined) return
    event.preventDefault()
    all.at(next % all.length)?.focus()
  })
}
