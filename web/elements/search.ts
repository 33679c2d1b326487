import { callApi } from "./api.ts"
import { announce, later } from "./dom.ts"
import { openListbox } from "./listbox.ts"
import { makeAllOption, makeOption, readSuggestions, type Suggestion } from "./suggestions.ts"
import { words } from "./words.ts"

const t = words.search
const FEWEST_LETTERS = 2
const PAUSE_MS = 180
const PATIENCE_MS = 1000

/**
 * `<ff-search>` around a search field: offers threads while one types. The form itself stays as it is; where the
 * server answers late or not at all, it is all there is.
 */
export function upgradeSearch(element: HTMLElement): void {
  const field = element.querySelector("input")
  if (!field) return
  const list = openListbox(element, field, t.label)
  let turn = 0
  let isTyping = false
  const forget = () => {
    isTyping = false
    turn++
    list.hide()
  }
  const ask = async () => {
    const typed = field.value.trim()
    if (!isTyping || typed.length < FEWEST_LETTERS) return list.hide()
    const mine = ++turn
    // What was offered for other words does not stay while the network is slow.
    const patience = setTimeout(list.hide, PATIENCE_MS)
    const found = await fetchSuggestions(typed)
    clearTimeout(patience)
    // Whoever has typed on, or gone elsewhere, waits for something else by now.
    if (mine !== turn || document.activeElement !== field) return
    if (found.length === 0) return list.hide()
    list.show([...found.map(makeOption), makeAllOption(typed)])
    announce(t.count(found.length))
  }
  const askSoon = later(ask, PAUSE_MS)
  field.addEventListener("input", () => {
    isTyping = true
    turn++
    list.unchoose()
    askSoon()
  })
  field.addEventListener("keydown", (event) => {
    if (event.isComposing) return
    if (event.key === "ArrowDown" && !list.isOpen()) {
      isTyping = true
      ask()
    } else if (!list.press(event)) return
    event.preventDefault()
  })
  field.addEventListener("blur", forget)
  field.form?.addEventListener("submit", forget)
  // A page that comes back is as it was left.
  window.addEventListener("pagehide", forget)
}

async function fetchSuggestions(typed: string): Promise<Suggestion[]> {
  try {
    return readSuggestions(await callApi(`/api/search/suggestions?${new URLSearchParams({ q: typed })}`))
  } catch {
    // Typing goes on as if nothing had been offered; the form still searches.
    return []
  }
}
