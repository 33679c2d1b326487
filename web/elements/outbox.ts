import { announce, later, make, makeButton, parsePage } from "./dom.ts"
import { readValues, writeValues } from "./form-values.ts"
import { fetchPage, refreshRegions } from "./live-region.ts"
import { forgetEverything, forgetWaiting, keepWaiting, listWaiting, type Waiting } from "./outbox-store.ts"
import { words } from "./words.ts"

const PATIENCE = 15_000
const RETRY = 10_000
const forms = new Set<HTMLFormElement>()
let isSending = false
/** Something new came while others were being sent. */
let isAskedAgain = false

/**
 * `data-outbox="owner"` on a form: what is sent is kept in this browser first, then sent, and forgotten when the
 * server has it. Without a connection it waits, visibly, and is sent later; the key in the form makes it one thing
 * however often it is sent. `data-outbox-replace`: the form holds one text, and only the latest is sent;
 * `data-outbox-auto`: it is sent by itself when the person stops typing.
 */
export function upgradeOutbox(element: HTMLElement): void {
  if (!(element instanceof HTMLFormElement) || typeof indexedDB === "undefined") return
  if (forms.size === 0) beginWatching()
  forms.add(element)
  element.append(make("div", { class: "ff-outbox" }))
  element.addEventListener("submit", (event) => {
    if (event.defaultPrevented) return
    event.preventDefault()
    void send(element)
  })
  if (element.dataset.outboxAuto !== undefined) {
    const sendSoon = later(() => element.requestSubmit(), 1500)
    element.addEventListener("input", sendSoon)
  }
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

async function send(form: HTMLFormElement): Promise<void> {
  const items = waitingOf(form)
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
}

/** One thing for each file of a form with files, otherwise one. */
function waitingOf(form: HTMLFormElement): Waiting[] {
  const fields = [...new FormData(form)]
  const files = fields.filter(([, value]) => value instanceof File && value.size > 0)
  const texts = fields.filter(([, value]) => typeof value === "string")
  const isMultipart = form.enctype === "multipart/form-data"
  const typed = texts.find(([name]) => name === (form.dataset.outboxText ?? "body"))?.[1]
  if (isMultipart ? files.length === 0 : typed === "" && form.dataset.outboxReplace === undefined) return []
  const make = (more: Waiting["fields"], label: string, index: number): Waiting => ({
    id: crypto.randomUUID(),
    owner: form.dataset.outbox ?? "",
    action: form.getAttribute("action") ?? location.pathname,
    multipart: isMultipart,
    fields: [...texts, ...more].map(([name, value]) => [
      name,
      // Each file is a thing of its own.
      name === "idempotencyKey" && index > 0 ? `${value}-${index}` : value,
    ]),
    replaces: form.dataset.outboxReplace ?? null,
    label,
    at: Date.now() + index,
    refused: null,
  })
  if (!isMultipart) return [make([], String(typed ?? ""), 0)]
  return files.map((file, index) => make([file], nameOf(file[1]), index))
}

const nameOf = (value: FormDataEntryValue) => (value instanceof File ? value.name : words.outbox.photo)

/** The field for the next line is empty and has the focus; a key is used once. */
function empty(form: HTMLFormElement): void {
  const kinds = [...form.querySelectorAll<HTMLInputElement>("input[type=radio]:checked")]
  form.reset()
  // Several of one kind are often typed one after another.
  for (const radio of kinds) radio.checked = true
  const key = form.querySelector<HTMLInputElement>("input[name=idempotencyKey]")
  if (key) key.value = crypto.randomUUID()
  form.querySelector<HTMLElement>("[data-outbox-focus]")?.focus()
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
        isNews ||= one.replaces === null
      } else await keepWaiting({ ...one, replaces: null, refused: state.refused })
    }
    waiting = await listWaiting(owner)
    show(waiting, state === "signed-out")
    if (sent > 0) await settle()
    if (isNews) announce(words.outbox.sent)
    if (isAsked && state === "offline") announce(words.outbox.kept)
  } catch {
    // The browser's own store failed; what was typed is tried again with the next one.
  } finally {
    isSending = false
  }
  if (!isAskedAgain) return
  isAskedAgain = false
  await flush(true)
}

type Outcome = "sent" | "offline" | "signed-out" | { refused: string }

async function sendOne({ action, multipart, fields }: Waiting): Promise<Outcome> {
  const body = multipart ? new FormData() : new URLSearchParams()
  for (const [name, value] of fields)
    if (body instanceof FormData) body.append(name, value)
    else body.append(name, String(value))
  try {
    const signal = AbortSignal.timeout(multipart ? 4 * PATIENCE : PATIENCE)
    const response = await fetch(action, { method: "POST", body, redirect: "manual", signal })
    if (response.type === "opaqueredirect" || response.ok) return "sent"
    if (response.status === 401) return "signed-out"
    if (response.status >= 500 || response.status === 429) return "offline"
    return { refused: reasonIn(parsePage(await response.text())) }
  } catch {
    return "offline"
  }
}

/** The page says what is wrong with it, above the form. */
const reasonIn = (page: Document): string =>
  page.querySelector(".ff-error-summary li, main .ff-alert__text, main p")?.textContent?.trim() ??
  words.failed

/** Versions that the forms send along, and the regions, as they are now. */
async function settle(): Promise<void> {
  refreshRegions()
  const page = await fetchPage()
  for (const form of forms) {
    const same = [...(page?.querySelectorAll<HTMLFormElement>("form[data-outbox]") ?? [])].find(
      (other) => other.getAttribute("action") === form.getAttribute("action"),
    )
    const version = form.querySelector<HTMLInputElement>("input[name=version]")
    const fresh = same?.querySelector<HTMLInputElement>("input[name=version]")
    if (version && fresh) version.value = fresh.value
  }
}

function show(waiting: Waiting[], isSignedOut = false): void {
  for (const form of forms) {
    const own = waiting.filter(({ action }) => action === form.getAttribute("action"))
    const place = form.querySelector(":scope > .ff-outbox")
    if (!place) continue
    const open = own.filter(({ refused }) => refused === null)
    const parts: HTMLElement[] = []
    if (open.length > 0)
      parts.push(
        make("p", { class: "ff-outbox__title" }, words.outbox.pending(open.length)),
        make("ul", {}, ...open.map(({ label }) => make("li", {}, label))),
        make("p", {}, isSignedOut ? words.outbox.signIn : words.outbox.waiting),
      )
    for (const one of own) if (one.refused !== null) parts.push(refusal(one, one.refused))
    place.replaceChildren(...parts)
  }
}

function refusal(one: Waiting, reason: string): HTMLElement {
  const act = async (deed: () => Promise<void>) => {
    await deed()
    await flush(true)
  }
  return make(
    "div",
    { class: "ff-outbox__refused" },
    make("p", {}, `${words.outbox.refused}: ${one.label}. ${reason}`),
    makeButton(words.outbox.again, {}, () => void act(() => keepWaiting({ ...one, refused: null }))),
    makeButton(words.outbox.discard, { kind: "tertiary" }, () => void act(() => forgetWaiting(one.id))),
  )
}
