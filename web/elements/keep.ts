import { announce, later, make, makeButton, unfold } from "./dom.ts"
import { isMissing, readValues, writeValues } from "./form-values.ts"
import { forgetKept, type Kept, openStorage, readKept, writeKept } from "./kept-texts.ts"
import { isAwaited } from "./reading.ts"
import { language, words } from "./words.ts"

const local = openStorage(() => localStorage)
const session = openStorage(() => sessionStorage)

/**
 * `data-keep="key"` on a form: keeps what was typed in this browser until it is sent, for a week at most. With
 * `data-keep-tab`: only what was sent and has not arrived, and only in its tab. That much is needed even for what
 * nobody else may find: a line that goes while a form is sent puts the browser's error page in the place of the form.
 */
export function upgradeKeep(form: HTMLElement): void {
  const key = form.dataset.keep
  if (!(form instanceof HTMLFormElement) || !key) return
  const initial = readValues(form)
  const isForTab = form.dataset.keepTab !== undefined
  const store = isForTab ? session : local
  const isCarried = form.dataset.keepCarried !== undefined
  if (isCarried) writeKept(store, key, initial)
  const former = isCarried ? null : readKept(store, key)
  // An undecided offer is not overwritten by the first letter that is typed.
  let isOffered = former !== null && isMissing(former.values, initial)
  let state: "kept" | "pending" | "unkept" | "sent" = "kept"
  const save = () => {
    if (state !== "pending") return
    const values = readValues(form)
    const isTyped = isMissing(values, initial)
    if (isTyped) state = !isOffered && writeKept(store, key, values) ? "kept" : "unkept"
    else state = "kept"
    if (!isTyped && !former) forgetKept(store, key)
  }
  const saveSoon = later(save, 400)
  const watch = () => {
    state = "pending"
    saveSoon()
  }
  if (!isForTab) {
    form.addEventListener("input", watch)
    form.addEventListener("change", watch)
  }
  form.addEventListener("submit", (event) => {
    save()
    if (event.defaultPrevented) return
    if (isForTab) writeKept(session, key, readValues(form))
    state = "sent"
  })
  window.addEventListener("pagehide", save)
  window.addEventListener("beforeunload", (event) => {
    save()
    if (state === "unkept" && form.isConnected) event.preventDefault()
  })
  if (!former || !isOffered) return
  unfold(form)
  const decide = (isRestored: boolean) => {
    isOffered = false
    if (isRestored) writeValues(form, former.values)
    else forgetKept(store, key)
    if (!isForTab) watch()
    form.querySelector<HTMLElement>("textarea, input:not([type=hidden])")?.focus()
  }
  if (isAwaited(key)) decide(true)
  else form.prepend(offer(former, decide))
}

function offer(kept: Kept, onDecision: (isRestored: boolean) => void): HTMLElement {
  const when = new Intl.DateTimeFormat(language, { dateStyle: "long", timeStyle: "short" }).format(kept.at)
  const panel = make("section", { class: "ff-offer", "aria-label": words.keep.label })
  const decide = (isRestored: boolean) => {
    panel.remove()
    onDecision(isRestored)
    announce(isRestored ? `${words.keep.restored} ${words.keep.filesMissing}` : words.keep.discarded)
  }
  panel.append(
    make("p", {}, words.keep.offer(when)),
    make(
      "div",
      { class: "ff-buttons" },
      makeButton(words.keep.restore, {}, () => decide(true)),
      makeButton(words.keep.discard, { kind: "tertiary" }, () => decide(false)),
    ),
  )
  return panel
}
