import { browserSupportsWebAuthn, startAuthentication, startRegistration } from "@simplewebauthn/browser"
import { make } from "./dom.ts"
import { wordsLater } from "./words-later.ts"

const t = wordsLater.passkey

/** `data-passkey="{…}"` on a hidden form: shows it, and asks the browser for a passkey when it is to be sent. */
export function upgradePasskey(form: HTMLElement): void {
  if (!(form instanceof HTMLFormElement) || !browserSupportsWebAuthn()) return
  const optionsJSON = JSON.parse(form.dataset.passkey ?? "{}")
  const response = form.querySelector<HTMLInputElement>("input[name=response]")
  // A passkey is made for one host; a trial has several names on its own machine.
  if (!response || location.hostname !== (optionsJSON.rpId ?? optionsJSON.rp?.id)) return
  const told = make("p", { role: "alert" })
  form.append(told)
  form.hidden = false
  form.addEventListener("submit", (event) => {
    if (response.value !== "" || event.defaultPrevented) return
    event.preventDefault()
    told.textContent = ""
    const asked = optionsJSON.rp ? startRegistration({ optionsJSON }) : startAuthentication({ optionsJSON })
    asked.then(
      (answer) => {
        response.value = JSON.stringify(answer)
        form.requestSubmit()
      },
      () => {
        told.textContent = t.failed
      },
    )
  })
  // Whoever comes back to the page is asked anew.
  window.addEventListener("pageshow", () => {
    response.value = ""
  })
}
