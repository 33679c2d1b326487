import { make } from "./dom.ts"
import { words } from "./words.ts"

/** `data-copy="#id"` on a hidden button: shows it, and copies the text of what it names. */
export function upgradeCopy(button: HTMLElement): void {
  const confirmation = make("span", { class: "ff-copied", role: "status" })
  button.after(confirmation)
  button.hidden = false
  button.addEventListener("click", async () => {
    const source = document.querySelector<HTMLElement>(button.dataset.copy ?? "")
    if (!source) return
    const isCopied = await copy(copiedText(source))
    confirmation.textContent = isCopied ? words.copy.done : words.copy.failed
  })
}

function copiedText(source: HTMLElement): string {
  const isField = source instanceof HTMLTextAreaElement || source instanceof HTMLInputElement
  return (isField ? source.value : source.textContent).trim()
}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    // Without TLS, as inside many house networks, there is no clipboard but this one.
    return copyBySelection(text)
  }
}

function copyBySelection(text: string): boolean {
  const field = make("textarea", { class: "kern-sr-only", "aria-hidden": "true" })
  const former = document.activeElement
  field.value = text
  document.body.append(field)
  field.select()
  const isCopied = document.execCommand("copy")
  field.remove()
  if (former instanceof HTMLElement) former.focus()
  return isCopied
}
