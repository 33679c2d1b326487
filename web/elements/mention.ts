import { callApi } from "./api.ts"
import { announce, later, make, replaceIn } from "./dom.ts"
import { openListbox } from "./listbox.ts"
import { words } from "./words.ts"
import { wordsLater } from "./words-later.ts"

/** The sign, where it does not stand within a word or address, and up to four words of a name behind it. */
const BEGUN = /(?<![\p{L}\p{N}\p{M}._%+@/\\-])@(\p{L}[\p{L}\p{M}.'’-]+(?: [\p{L}\p{M}.'’-]*){0,3})$/u
const LONGEST = 80
const PAUSE_MS = 180

type Person = { name: string; departments: string[]; mention: string }

/**
 * `data-mention="address"` on a field for text: offers people behind an "@", of those who may see what is written. What
 * is typed stays text; whom it names is found out when it is sent, with or without this.
 */
export function upgradeMention(field: HTMLElement): void {
  const address = field.dataset.mention
  if (!(field instanceof HTMLTextAreaElement) || !address) return
  const frame = make("div", { class: "ff-mentions" })
  field.after(frame)
  const list = openListbox(frame, field, wordsLater.mention.label)
  let turn = 0
  /** Nobody else is called so: whoever writes on behind it is asked nothing. */
  let settled: string | null = null
  const typed = () => {
    const { selectionStart: end, selectionEnd, value } = field
    if (end !== selectionEnd) return null
    return BEGUN.exec(value.slice(Math.max(0, end - LONGEST), end))?.[1] ?? null
  }
  const take = ({ mention }: Person) => {
    const begun = typed()
    list.hide()
    if (begun === null) return
    settled = mention
    replaceIn(field, field.selectionStart - begun.length, field.selectionStart, `${mention} `)
  }
  const ask = async () => {
    const begun = typed()
    if (begun === null || (settled !== null && begun.startsWith(settled))) return list.hide()
    const mine = ++turn
    const found = await fetchPeople(address, begun)
    // Whoever has typed on, or gone elsewhere, waits for something else by now.
    if (mine !== turn || document.activeElement !== field) return
    settled = found?.length === 0 ? begun : null
    list.show((found ?? []).map((person) => makeOption(person, () => take(person))))
    if (found && found.length > 0) announce(words.search.count(found.length))
  }
  const askSoon = later(ask, PAUSE_MS)
  field.addEventListener("input", () => {
    turn++
    list.unchoose()
    if (typed() === null) list.hide()
    else askSoon()
  })
  field.addEventListener("keydown", (event) => {
    if (event.isComposing || !list.press(event)) return
    event.preventDefault()
    event.stopImmediatePropagation()
  })
  const leave = () => {
    turn++
    list.hide()
  }
  field.addEventListener("blur", leave)
  field.form?.addEventListener("submit", leave)
  window.addEventListener("pagehide", leave)
}

/** Null where the server answers nothing that helps; typing goes on as if nothing had been offered. */
async function fetchPeople(address: string, name: string): Promise<Person[] | null> {
  try {
    const answer = await callApi(`${address}?${new URLSearchParams({ name })}`)
    if (typeof answer !== "object" || answer === null || !("items" in answer)) return null
    return Array.isArray(answer.items) ? answer.items.filter(isPerson) : null
  } catch {
    return null
  }
}

const isPerson = (item: unknown): item is Person =>
  typeof item === "object" &&
  item !== null &&
  "name" in item &&
  "mention" in item &&
  typeof item.mention === "string" &&
  "departments" in item &&
  Array.isArray(item.departments)

function makeOption({ name, departments }: Person, take: () => void): HTMLElement {
  const facts = make("span", { class: "ff-suggestions__facts" }, departments.join(", "))
  const option = make("div", { role: "option", "aria-selected": "false" }, make("span", {}, name), " ", facts)
  option.addEventListener("click", take)
  return option
}
