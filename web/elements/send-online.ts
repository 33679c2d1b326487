import { announce, make, makeButton } from "./dom.ts"
import { words } from "./words.ts"

const t = words.offline
/** The server says that it lives in a few bytes. */
const PROBE = "/health/live"
const PATIENCE = 10_000
/** One answer is enough for two steps right after each other: a question that is confirmed, a file that was awaited. */
const FRESH = 1000
const RETRY = 5000

const passing = new WeakSet<HTMLFormElement>()
const probing = new WeakSet<HTMLFormElement>()
let lastAnswer = -Infinity

/**
 * Every form asks first whether the server can be reached. Where it cannot, the page stays with everything in it and
 * says so, in place of the browser's error page, from which nothing typed comes back. Nothing is sent by itself later:
 * the person decides. Forms that wait in the outbox know how to help themselves.
 */
export function stayOffline(): void {
  window.addEventListener("submit", check, { capture: true })
}

function check(event: SubmitEvent): void {
  const form = event.target
  if (!(form instanceof HTMLFormElement) || !leavesPage(form, event.submitter)) return
  const isReached = navigator.onLine && performance.now() - lastAnswer < FRESH
  if (passing.delete(form) || isReached) return
  // Before everybody else: nothing is confirmed, kept or marked as sent that is not on its way.
  event.preventDefault()
  event.stopImmediatePropagation()
  if (!probing.has(form)) void sendWhenReachable(form, event.submitter)
}

function leavesPage(form: HTMLFormElement, submitter: HTMLElement | null): boolean {
  const target = submitter?.getAttribute("formtarget") ?? form.getAttribute("target")
  return form.dataset.outbox === undefined && form.method !== "dialog" && target !== "_blank"
}

async function sendWhenReachable(form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
  probing.add(form)
  submitter?.setAttribute("aria-disabled", "true")
  const isReachable = await reachesServer()
  submitter?.removeAttribute("aria-disabled")
  probing.delete(form)
  if (!isReachable) return say(form, submitter)
  noticeOf(form)?.remove()
  // What is live may have been drawn anew meanwhile; the form that was sent is still meant.
  if (!form.isConnected) {
    form.hidden = true
    document.body.append(form)
  }
  passing.add(form)
  form.requestSubmit(submitter?.isConnected ? submitter : null)
  passing.delete(form)
}

/** Any answer will do but those of a proxy that finds nobody behind it. */
async function reachesServer(): Promise<boolean> {
  if (!navigator.onLine) return false
  try {
    const signal = AbortSignal.timeout(PATIENCE)
    const { status } = await fetch(PROBE, { cache: "no-store", redirect: "manual", signal })
    if ([502, 503, 504].includes(status)) return false
    lastAnswer = performance.now()
    return true
  } catch {
    return false
  }
}

/** Beside the button that was pressed, until the form is sent. */
function say(form: HTMLFormElement, submitter: HTMLElement | null): void {
  noticeOf(form)?.remove()
  const text = make("p", { role: "alert" }, holdsText(form) ? t.keptText : t.notSent)
  const notice = make("div", { class: "ff-offline" }, text)
  const buttons = submitter?.closest(".ff-buttons")
  if (buttons && form.contains(buttons)) buttons.before(notice)
  else form.append(notice)
  watch(form, submitter, notice)
}

const noticeOf = (form: HTMLFormElement) => form.querySelector(".ff-offline")

const holdsText = (form: HTMLFormElement) =>
  [
    ...form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("textarea, input:not([type=hidden])"),
  ].some(({ type, value }) => type !== "password" && type !== "radio" && type !== "checkbox" && value !== "")

function watch(form: HTMLFormElement, submitter: HTMLElement | null, notice: HTMLElement): void {
  const timer = setInterval(() => void look(), RETRY)
  const look = async () => {
    if (!notice.isConnected) return stop()
    if (!(await reachesServer()) || !notice.isConnected) return
    stop()
    const again = makeButton(t.send, { kind: "primary" }, () =>
      form.requestSubmit(submitter?.isConnected ? submitter : null),
    )
    notice.replaceChildren(make("p", {}, t.back), again)
    announce(t.back)
  }
  const stop = () => {
    clearInterval(timer)
    window.removeEventListener("online", look)
  }
  window.addEventListener("online", look)
}
