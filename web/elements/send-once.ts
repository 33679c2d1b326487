import { announce } from "./dom.ts"
import { words } from "./words.ts"

const PATIENCE = 15_000
const BUSY = "aria-disabled"
let sending = new WeakSet<HTMLFormElement>()

/**
 * Every form that writes is sent once, however often the button is pressed. The button is not disabled, because
 * its name and value belong to the form. Coming back, or waiting in vain, frees it.
 */
export function guardSending(): void {
  document.addEventListener("submit", (event) => {
    const form = event.target
    // What another element has stopped is not being sent.
    if (event.defaultPrevented || !(form instanceof HTMLFormElement) || !writes(form)) return
    if (sending.has(form)) return event.preventDefault()
    sending.add(form)
    event.submitter?.setAttribute(BUSY, "true")
    setTimeout(() => announce(words.sending), 1000)
    setTimeout(free, PATIENCE)
  })
  window.addEventListener("pageshow", free)
}

function writes(form: HTMLFormElement): boolean {
  return form.getAttribute("method")?.toLowerCase() === "post" && form.getAttribute("target") !== "_blank"
}

function free(): void {
  sending = new WeakSet()
  for (const button of document.querySelectorAll(`button[${BUSY}]`)) button.removeAttribute(BUSY)
}
