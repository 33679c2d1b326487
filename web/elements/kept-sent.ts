import { forgetKept, openStorage, sweepKept } from "./kept-texts.ts"

const SENT = "ff-sent"

const local = openStorage(() => localStorage)
const session = openStorage(() => sessionStorage)

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
