import { make, makeButton } from "./dom.ts"
import { words } from "./words.ts"

/** `data-confirm="Wirklich …?"` on a form: asks before it is sent. */
export function upgradeConfirm(element: HTMLElement): void {
  if (!(element instanceof HTMLFormElement)) return
  let isConfirmed = false
  element.addEventListener("submit", (event) => {
    const question = element.dataset.confirm
    if (isConfirmed || !question) {
      isConfirmed = false
      return
    }
    event.preventDefault()
    const button = event.submitter instanceof HTMLElement ? event.submitter : null
    ask(question, labelOf(button), () => {
      isConfirmed = true
      element.requestSubmit(button)
    })
  })
}

/** The dialog gives the focus back to where it came from and closes by Escape by itself. */
function ask(question: string, verb: string, onYes: () => void): void {
  const dialog = make(
    "dialog",
    { class: "ff-dialog", "aria-label": words.confirm.label, "aria-describedby": "ff-bestaetigen" },
    make("p", { id: "ff-bestaetigen" }, question),
  )
  const cancel = makeButton(words.confirm.cancel, { small: false }, () => dialog.close())
  const confirm = makeButton(verb, { kind: "primary", small: false }, () => {
    dialog.close()
    onYes()
  })
  dialog.append(make("div", { class: "ff-buttons" }, confirm, cancel))
  dialog.addEventListener("close", () => dialog.remove())
  document.body.append(dialog)
  dialog.showModal()
  cancel.focus()
}

/** The visible words of the button that was pressed: they say what is being confirmed. */
function labelOf(button: HTMLElement | null): string {
  const label = button?.querySelector(".kern-label") ?? button
  const visible = [...(label?.childNodes ?? [])].filter((node) => node.nodeType === Node.TEXT_NODE)
  const text = visible.map((node) => node.textContent?.trim()).join(" ")
  return text.trim() || words.confirm.confirm
}
