import { announce, make, makeButton } from "./dom.ts"
import { forgetKept, type Kept, openStorage, readKept } from "./kept-texts.ts"
import { READING } from "./reading-left.ts"
import { words } from "./words.ts"

const AWAITED = "ff-awaited"

const local = openStorage(() => localStorage)
const session = openStorage(() => sessionStorage)

type Reading = { key: string; path: string; back: string }

/** Somebody leaves a form for a thread that may answer them; what they typed is kept under the form's key. */
export function rememberReading(form: HTMLFormElement, link: HTMLAnchorElement): void {
  const category = form.elements.namedItem("categoryId")
  const back = new URL(form.action)
  if (category instanceof HTMLInputElement) back.searchParams.set("kategorie", category.value)
  const reading = { key: form.dataset.keep ?? "", path: link.pathname, back: back.pathname + back.search }
  try {
    session?.setItem(READING, JSON.stringify(reading satisfies Reading))
  } catch {
    // Then the form itself offers the text again.
  }
}

/** On the thread they came to read: the way back to their text, until they discard it. */
export function offerWayBack(): void {
  const reading = readReading()
  if (reading?.path !== location.pathname) return
  const kept = readKept(local, reading.key)
  if (!kept) return
  const panel = make("section", { class: "ff-offer", "aria-label": words.keep.label })
  const forget = () => {
    forgetKept(local, reading.key)
    session?.removeItem(READING)
    panel.remove()
    announce(words.keep.discarded)
    document.querySelector<HTMLElement>("main")?.focus()
  }
  const back = make(
    "a",
    { class: "kern-btn kern-btn--secondary ff-btn--small", href: reading.back },
    make("span", { class: "kern-label" }, words.similar.resume),
  )
  back.addEventListener("click", () => session?.setItem(AWAITED, reading.key))
  const discard = makeButton(words.similar.discard, { kind: "tertiary" }, forget)
  panel.append(
    make("p", {}, words.similar.kept(titleIn(kept))),
    make("div", { class: "ff-buttons" }, back, discard),
  )
  document.querySelector("main")?.prepend(panel)
}

/** Whether somebody came back to go on writing: then nothing has to be offered. */
export function isAwaited(key: string): boolean {
  if (session?.getItem(AWAITED) !== key) return false
  session.removeItem(AWAITED)
  session.removeItem(READING)
  return true
}

const titleIn = ({ values }: Kept) => values.find(([name]) => name === "title")?.[1].trim() ?? ""

function readReading(): Reading | null {
  try {
    const reading: unknown = JSON.parse(session?.getItem(READING) ?? "null")
    if (typeof reading !== "object" || reading === null) return null
    if (!("key" in reading) || !("path" in reading) || !("back" in reading)) return null
    return { key: String(reading.key), path: String(reading.path), back: String(reading.back) }
  } catch {
    return null
  }
}
