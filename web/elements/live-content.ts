import { parsePage, unfold } from "./dom.ts"
import { isSameForm } from "./form-subject.ts"
import { upgradeAll } from "./upgrade.ts"

/**
 * Puts the server's present content of a live thread in the place of what is shown. Forms in which something was
 * typed stay as they are, with their files; what was unfolded stays unfolded.
 * @returns false when there is nothing to put in its place
 */
export async function replaceContent(thread: HTMLElement): Promise<boolean> {
  const page = await fetchPage()
  const fresh = page?.querySelector<HTMLElement>("[data-live-thread]")
  if (!page || !fresh || fresh.dataset.liveThread !== thread.dataset.liveThread) return false
  replaceSmall(page)
  mergeContent(thread, fresh)
  upgradeAll(thread)
  return true
}

/** What moves nothing on the page, such as the badge of the state, shows the present at once. */
export async function replaceSmallContent(): Promise<void> {
  const page = await fetchPage()
  if (page) replaceSmall(page)
}

/** Of a page that was fetched anew, what moves nothing. */
export function replaceSmall(page: Document): void {
  for (const shown of document.querySelectorAll<HTMLElement>("[data-live-small]")) {
    const fresh = shown.id && page.getElementById(shown.id)
    if (fresh && fresh.innerHTML !== shown.innerHTML) shown.replaceChildren(...fresh.childNodes)
  }
}

/** Takes over the content of `fresh`, but what was typed and unfolded. What is new in it is not yet upgraded. */
export function mergeContent(shown: HTMLElement, fresh: HTMLElement): void {
  const typed = [...shown.querySelectorAll("form")].filter(isTyped)
  const unfolded = new Set([...shown.querySelectorAll("details")].filter(({ open }) => open).map(nameOf))
  const places = typed.map((form) => [form, counterpart(form, fresh)] as const)
  for (const fold of fresh.querySelectorAll("details")) if (unfolded.has(nameOf(fold))) fold.open = true
  for (const [form, place] of places) {
    // Where the server has no such form any more, the words are still the person's: they are refused in words.
    // A form that came in where a link stood goes there again, with its fold.
    if (place) place.replaceWith(place.matches("a") ? (form.closest("details") ?? form) : form)
    else fresh.append(form)
    unfold(form)
  }
  shown.replaceChildren(...fresh.childNodes)
}

async function fetchPage(): Promise<Document | null> {
  try {
    const address = new URL(location.href)
    address.searchParams.delete("hinweis")
    const response = await fetch(address, { headers: { accept: "text/html" } })
    return response.ok ? parsePage(await response.text()) : null
  } catch {
    return null
  }
}

function isTyped(form: HTMLFormElement): boolean {
  const isFilled = [...form.elements].some((field) => {
    if (field instanceof HTMLTextAreaElement) return field.value !== field.defaultValue
    if (field instanceof HTMLSelectElement) return field.selectedIndex !== chosenFirst(field)
    if (!(field instanceof HTMLInputElement)) return false
    if (field.type === "checkbox" || field.type === "radio") return field.checked !== field.defaultChecked
    return field.type !== "hidden" && field.value !== field.defaultValue
  })
  return isFilled || form.querySelector("[data-upload-new]") !== null
}

/** What a choice shows before anybody chooses: its first entry, where none is marked. */
const chosenFirst = ({ options }: HTMLSelectElement) =>
  Math.max(
    0,
    [...options].findIndex(({ defaultSelected }) => defaultSelected),
  )

/** The same form in the new content, or the link in whose place it stands. */
function counterpart(form: HTMLFormElement, fresh: HTMLElement): HTMLElement | undefined {
  const key = form.dataset.keep
  const action = form.getAttribute("action")
  const found = [...fresh.querySelectorAll("form")].find((other) =>
    key ? other.dataset.keep === key : isSameForm(other, form),
  )
  const links = fresh.querySelectorAll<HTMLAnchorElement>("a[data-in-place]")
  return found ?? [...links].find(({ pathname }) => pathname === action)
}

/** Folds have no names of their own: the nearest one that has, and the words on them. */
function nameOf(fold: HTMLDetailsElement): string {
  return `${fold.closest("[id]")?.id} ${fold.querySelector("summary")?.textContent?.replace(/\d+/g, "")}`
}
