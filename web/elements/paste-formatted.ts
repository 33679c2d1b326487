import { announce, make, makeButton, parsePage, replaceIn } from "./dom.ts"
import { fitted } from "./paste-place.ts"
import { wordsLater } from "./words-later.ts"

const t = wordsLater.paste

/** Told on a field after something was pasted by a script: `paste` itself came before the text was there. */
export const PASTED = "ff-pasted"

type Change = { from: number; text: string; former: string; plain: string }

/**
 * Text with a look (from Word, Outlook, Excel, a web page …) comes into a Markdown field as Markdown. The plain text
 * and the way back are offered below the field. Pasting without a look (Ctrl+Shift+V) brings no HTML and stays plain.
 */
export function upgradeFormattedPaste(field: HTMLElement): void {
  if (!(field instanceof HTMLTextAreaElement)) return
  const panel = make("div", { class: "ff-offer ff-pasted", role: "group", "aria-label": t.label })
  panel.hidden = true
  field.after(panel)
  field.addEventListener("paste", (event) => {
    const html = event.clipboardData?.getData("text/html") ?? ""
    const plain = event.clipboardData?.getData("text/plain") ?? ""
    panel.hidden = true
    // A picture alone is none of ours, and what says the same in both needs no reading.
    if (html === "" || plain.trim() === "" || event.defaultPrevented) return
    event.preventDefault()
    void paste(field, panel, html, plain.replace(/\r\n?/g, "\n"))
  })
  // Once the text is no longer there as it was pasted, there is nothing to take back.
  field.addEventListener("input", () => {
    const change = changes.get(panel)
    if (change && !panel.hidden && placeOf(field, change) === -1) panel.hidden = true
  })
}

const changes = new WeakMap<HTMLElement, Change>()

async function paste(
  field: HTMLTextAreaElement,
  panel: HTMLElement,
  html: string,
  plain: string,
): Promise<void> {
  const pasted = await convert(html)
  const { selectionStart, selectionEnd, value } = field
  const markdown = pasted?.markdown || plain
  const { from, text } = fitted(markdown, value, selectionStart, selectionEnd)
  const former = value.slice(from, selectionEnd)
  replaceIn(field, from, selectionEnd, text)
  field.dispatchEvent(new CustomEvent(PASTED))
  const isFormatted = wordsIn(markdown) !== wordsIn(plain)
  const lost = pasted?.lostPictures ?? 0
  if (!isFormatted && lost === 0) return
  changes.set(panel, { from, text, former, plain })
  offer(field, panel, isFormatted, lost)
}

/** The reader is large, and comes with the first paste. Without it the text still comes, as plain text. */
async function convert(html: string) {
  try {
    const { toMarkdown } = await import("../../server/kernel/html-markdown/index.ts")
    return toMarkdown(html, parsePage, location.origin)
  } catch (error) {
    reportError(error)
    return null
  }
}

/** Without spaces and bullets, which differ in what programs call plain text. */
const wordsIn = (text: string) => text.replace(/[\s\u00A0•·]+/g, "")

function offer(field: HTMLTextAreaElement, panel: HTMLElement, isFormatted: boolean, lost: number): void {
  const told = [isFormatted ? t.formatted : "", lost > 0 ? t.pictures(lost) : ""].filter(Boolean).join(" ")
  const plainly = makeButton(t.plain, {}, () => exchange(field, panel, (change) => change.plain, t.isPlain))
  const undo = makeButton(t.undo, { kind: "tertiary" }, () =>
    exchange(field, panel, (change) => change.former, t.undone),
  )
  const close = makeButton(t.keep, { kind: "tertiary" }, () => {
    panel.hidden = true
    field.focus()
  })
  const buttons = isFormatted ? [plainly, undo, close] : [undo, close]
  panel.replaceChildren(make("p", {}, told), make("div", { class: "ff-buttons" }, ...buttons))
  panel.hidden = false
  announce(`${told} ${t.below}`)
}

/** One more step that can be undone: whatever was typed since stays. */
function exchange(
  field: HTMLTextAreaElement,
  panel: HTMLElement,
  to: (change: Change) => string,
  told: string,
): void {
  const change = changes.get(panel)
  panel.hidden = true
  const at = change ? placeOf(field, change) : -1
  if (change && at !== -1) {
    replaceIn(field, at, at + change.text.length, to(change))
    announce(told)
  }
  field.focus()
}

/** Where the pasted text stands now: at its place, or where other words moved it. */
function placeOf({ value }: HTMLTextAreaElement, { from, text }: Change): number {
  return value.startsWith(text, from) ? from : value.indexOf(text)
}
