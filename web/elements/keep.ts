import { announce, later, make, makeButton } from "./dom.ts"
import { isMissing, readValues, writeValues } from "./form-values.ts"
import { forgetKept, type Kept, openStorage, readKept, sweepKept, writeKept } from "./kept-texts.ts"
import { isAwaited } from "./reading.ts"
import { language, words } from "./words.ts"

const SENT = "ff-sent"

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

/** Runs at the start of every page: forgets what was sent, what is old, and everything once a person signs out. */
export function settleKept(): void {
  const isSignIn = location.pathname === "/anmelden"
  for (const store of [local, session]) sweepKept(store, isSignIn ? "all" : "old")
  settleSent()
  document.addEventListener("submit", (event) => {
    const form = event.target
    if (event.defaultPrevented || !(form instanceof HTMLFormElement)) return
    const action = actionOf(form)
    if (action === "/abmelden") for (const store of [local, session]) sweepKept(store, "all")
    if (form.dataset.keep) remember(form.dataset.keep, action)
    // A step between (a check, a preview) sends to the same address; anything else is another story.
    else if (sent()?.action !== action) session?.removeItem(SENT)
  })
}

/** A page that says what was done is the answer to what was sent; coming back to it by "back" proves nothing. */
function settleSent(): void {
  const mark = sent()
  const [navigation] = performance.getEntriesByType("navigation")
  const isFresh = navigation instanceof PerformanceNavigationTiming && navigation.type === "navigate"
  if (!mark || !isFresh || !new URLSearchParams(location.search).has("hinweis")) return
  for (const store of [local, session]) forgetKept(store, mark.key)
  session?.removeItem(SENT)
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

function remember(key: string, action: string): void {
  try {
    session?.setItem(SENT, JSON.stringify({ key, action }))
  } catch {
    // Then the text is offered once more; better than losing it.
  }
}

function sent(): { key: string; action: string } | null {
  try {
    const mark: unknown = JSON.parse(session?.getItem(SENT) ?? "null")
    if (typeof mark !== "object" || mark === null || !("key" in mark) || !("action" in mark)) return null
    return { key: String(mark.key), action: String(mark.action) }
  } catch {
    return null
  }
}

const actionOf = (form: HTMLFormElement) => new URL(form.getAttribute("action") ?? "", location.href).pathname
