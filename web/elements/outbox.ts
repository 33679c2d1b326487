import { announce, later, make, makeButton, unfold } from "./dom.ts"
import { isSameForm } from "./form-subject.ts"
import { readValues, writeValues } from "./form-values.ts"
import { forgetKept, openStorage } from "./kept-texts.ts"
import { fetchPage, refreshRegions } from "./live-region.ts"
import { empty, holds, isFrom, settleValues, valuesOf, waitingOf } from "./outbox-form.ts"
import { type Outcome, sendOne } from "./outbox-sending.ts"
import { forgetEverything, forgetWaiting, keepWaiting, listWaiting, type Waiting } from "./outbox-store.ts"
import { wordsLater } from "./words-later.ts"

const RETRY = 10_000
const forms = new Set<HTMLFormElement>()
/** Forms that go the usual way, because their page has something to say about them. */
const passing = new WeakSet<HTMLFormElement>()
/** Addresses of forms whose state has just been saved. */
const saved = new Set<string>()
const local = openStorage(() => localStorage)
let isSending = false
/** Something new came while others were being sent. */
let isAskedAgain = false

/**
 * `data-outbox="owner"` on a form: what is sent is kept in this browser first, then sent, and forgotten when the
 * server has it. Without a connection it waits, visibly, and is sent later; the key in the form makes it one thing
 * however often it is sent. `data-outbox-replace`: the form holds one state, and only the latest is sent;
 * `data-outbox-auto`: it is sent by itself when the person stops typing. What waits is called by `data-outbox-label`,
 * or by what stands in the field `data-outbox-text`.
 */
export function upgradeOutbox(element: HTMLElement): void {
  if (!(element instanceof HTMLFormElement) || typeof indexedDB === "undefined") return
  if (forms.size === 0) beginWatching()
  forms.add(element)
  element.append(make("div", { class: "ff-outbox" }))
  element.addEventListener("submit", (event) => {
    if (event.defaultPrevented || passing.has(element)) return
    event.preventDefault()
    void send(element, event.submitter)
  })
  if (element.dataset.outboxAuto !== undefined) {
    const sendSoon = later(() => element.requestSubmit(), 1500)
    element.addEventListener("input", sendSoon)
  }
  void listWaiting(element.dataset.outbox ?? "").then(show, () => undefined)
  void flush()
}

function beginWatching(): void {
  window.addEventListener("online", () => void flush())
  document.addEventListener("visibilitychange", () => !document.hidden && void flush())
  setInterval(() => void flush(), RETRY)
  document.addEventListener("submit", ({ target }) => {
    if (target instanceof HTMLFormElement && target.getAttribute("action") === "/abmelden")
      void forgetEverything().catch(() => undefined)
  })
}

async function send(form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
  const items = waitingOf(form, submitter)
  if (items.length === 0)
    return form.querySelector<HTMLElement>("input:not([type=hidden]), textarea")?.focus()
  const typed = readValues(form)
  const isEmptied = form.dataset.outboxReplace === undefined
  const hasFiles = form.enctype === "multipart/form-data"
  // At once: what is typed while the browser stores this must stay. Chosen files could not be put back.
  if (isEmptied && !hasFiles) empty(form)
  try {
    for (const item of items) await keepWaiting(item)
  } catch {
    // Nothing can be kept here: then it goes the usual way.
    if (isEmptied && !hasFiles) writeValues(form, typed)
    return form.submit()
  }
  if (isEmptied && hasFiles) empty(form)
  await flush(true)
  if (!isEmptied && form.dataset.outboxAuto === undefined) await showRefusal(form, submitter, items)
}

/** Whoever waits for the answer gets it as without a script: the page with the faults beside what was typed. */
async function showRefusal(
  form: HTMLFormElement,
  submitter: HTMLElement | null,
  items: Waiting[],
): Promise<void> {
  const waiting = await listWaiting(form.dataset.outbox ?? "")
  const refused = waiting.find(({ id, refused }) => refused !== null && items.some((item) => item.id === id))
  if (!refused || !form.isConnected) return
  await forgetWaiting(refused.id)
  passing.add(form)
  form.requestSubmit(submitter)
}

/** Sends what waits, one after another. What is refused is shown; without a connection everything keeps waiting. */
async function flush(isAsked = false): Promise<void> {
  if (isSending) {
    isAskedAgain ||= isAsked
    return
  }
  isSending = true
  try {
    const owner = [...forms][0]?.dataset.outbox ?? ""
    let waiting = await listWaiting(owner)
    show(waiting)
    let state: Outcome = "sent"
    let sent = 0
    let isNews = false
    for (const one of waiting.filter(({ refused }) => refused === null)) {
      state = await sendOne(one)
      if (state === "offline" || state === "signed-out") break
      if (state === "sent") {
        await forgetWaiting(one.id)
        sent += 1
        // What is saved while one types is not worth a word.
        isNews ||= settleForm(one)
      } else await keepWaiting({ ...one, replaces: null, refused: state.refused })
    }
    waiting = await listWaiting(owner)
    show(waiting, state === "signed-out")
    if (sent > 0) await settle()
    if (isNews) announce(wordsLater.outbox.sent)
    if (isAsked && state === "offline") announce(wordsLater.outbox.kept)
  } catch {
    // The browser's own store failed; what was typed is tried again with the next one.
  } finally {
    isSending = false
  }
  if (!isAskedAgain) return
  isAskedAgain = false
  await flush(true)
}

/** What has arrived is what the form now holds. @returns whether the person wants to hear of it */
function settleForm(one: Waiting): boolean {
  if (one.replaces === null) return true
  const form = formOf(one)
  if (!form) return false
  if (holds(form, one)) {
    settleValues(form)
    if (form.dataset.keep) forgetKept(local, form.dataset.keep)
  }
  if (form.dataset.outboxAuto !== undefined) return false
  saved.add(one.action)
  setTimeout(() => saved.delete(one.action), RETRY)
  return true
}

const formOf = (one: Waiting) => [...forms].find((form) => form.isConnected && isFrom(form, one))

/** Versions that the forms send along, and the regions, as they are now. */
async function settle(): Promise<void> {
  refreshRegions()
  const page = await fetchPage()
  for (const form of forms) {
    const same = [...(page?.querySelectorAll<HTMLFormElement>("form[data-outbox]") ?? [])].find((other) =>
      isSameForm(other, form),
    )
    const version = form.querySelector<HTMLInputElement>("input[name=version]")
    const fresh = same?.querySelector<HTMLInputElement>("input[name=version]")
    if (version && fresh) version.value = fresh.value
  }
}

function show(waiting: Waiting[], isSignedOut = false): void {
  for (const form of forms) {
    const own = waiting.filter((one) => isFrom(form, one))
    const place = form.querySelector(":scope > .ff-outbox")
    if (!place) continue
    const open = own.filter(({ refused }) => refused === null)
    const parts: HTMLElement[] = []
    if (open.length > 0)
      parts.push(
        make("p", { class: "ff-outbox__title" }, wordsLater.outbox.pending(open.length)),
        make("ul", {}, ...open.map(({ label }) => make("li", {}, label))),
        make("p", {}, isSignedOut ? wordsLater.outbox.signIn : wordsLater.outbox.waiting),
      )
    for (const one of own) if (one.refused !== null) parts.push(refusal(form, one, one.refused))
    if (own.length === 0 && saved.has(form.getAttribute("action") ?? ""))
      parts.push(make("p", { class: "ff-outbox__sent" }, wordsLater.outbox.sent))
    place.replaceChildren(...parts)
    // What waits is seen, also where the form is folded away.
    if (own.length > 0) unfold(place)
  }
}

function refusal(form: HTMLFormElement, one: Waiting, reason: string): HTMLElement {
  const act = async (work: () => Promise<void>) => {
    await work()
    await flush(true)
  }
  const discard = () => void act(() => forgetWaiting(one.id))
  // A state that others changed meanwhile is looked at before it is sent again.
  const again =
    form.dataset.outboxReplace === undefined
      ? makeButton(wordsLater.outbox.again, {}, () => void act(() => keepWaiting({ ...one, refused: null })))
      : makeButton(wordsLater.outbox.takeOver, {}, () => {
          writeValues(form, valuesOf(one))
          void settle().then(discard)
          form.querySelector<HTMLElement>("textarea, select, input:not([type=hidden])")?.focus()
        })
  return make(
    "div",
    { class: "ff-outbox__refused" },
    make("p", {}, `${wordsLater.outbox.refused}: ${one.label}. ${reason}`),
    again,
    makeButton(wordsLater.outbox.discard, { kind: "tertiary" }, discard),
  )
}
