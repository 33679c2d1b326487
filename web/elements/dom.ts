type Child = Node | string

/** An element with attributes and children; text is never read as HTML. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Record<string, string> = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  element.append(...children)
  return element
}

type ButtonLook = {
  kind?: "primary" | "secondary" | "tertiary"
  small?: boolean
  /** Stands after the visible words for those who hear them without their surroundings. */
  context?: string
}

export function makeButton(label: string, look: ButtonLook, onClick: () => void): HTMLButtonElement {
  const { kind = "secondary", small = true, context } = look
  const text = make("span", { class: "kern-label" }, label)
  if (context) text.append(make("span", { class: "kern-sr-only" }, ` ${context}`))
  const classes = `kern-btn kern-btn--${kind}${small ? " ff-btn--small" : ""}`
  const button = make("button", { type: "button", class: classes }, text)
  button.addEventListener("click", onClick)
  return button
}

/**
 * HTML that our own server sanitised, as nodes. Scripts in it would not run, and so the parser takes what is for those
 * without scripts as content: it goes.
 */
export function parsePage(html: string): Document {
  const page = new DOMParser().parseFromString(html, "text/html")
  for (const one of page.querySelectorAll("noscript")) one.remove()
  return page
}

/** Opens what an element is folded away in. */
export function unfold(element: Element): void {
  for (let fold = element.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null)
    fold.open = true
}

// It has to stand in the page before anything is said in it.
const voice = make("div", { class: "kern-sr-only", role: "status" })
document.body.append(voice)

/** Says something to those who listen to the page, when they are done with what they hear. */
export function announce(text: string): void {
  voice.textContent = ""
  // The same words twice are two messages.
  setTimeout(() => {
    voice.textContent = text
  }, 50)
}

export function later(action: () => void, milliseconds: number): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  return () => {
    clearTimeout(timer)
    timer = setTimeout(action, milliseconds)
  }
}

export type TextField = HTMLTextAreaElement | HTMLInputElement

/** Puts text in place of a part of the field, so that undoing still works. */
export function replaceIn(field: TextField, from: number, to: number, text: string): void {
  const after = field.value.slice(0, from) + text + field.value.slice(to)
  field.focus()
  field.setSelectionRange(from, to)
  // It writes where the focus is, and a field behind a preview takes none.
  if (document.activeElement === field) document.execCommand(text ? "insertText" : "delete", false, text)
  if (field.value === after) return
  field.value = after
  field.setSelectionRange(from + text.length, from + text.length)
  field.dispatchEvent(new InputEvent("input", { bubbles: true }))
}
