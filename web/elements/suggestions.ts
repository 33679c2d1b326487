import { make } from "./dom.ts"
import { words } from "./words.ts"

const t = words.search

export type Suggestion = {
  threadId: string
  kind: "question" | "best-practice"
  title: { text: string; marked: boolean }[]
  category: string
  answered: boolean
  official: boolean
}

/** What the API answers; throws on anything else. */
export function readSuggestions(answer: unknown): Suggestion[] {
  if (typeof answer !== "object" || answer === null || !("items" in answer) || !Array.isArray(answer.items))
    throw new Error("no suggestions")
  return answer.items.filter(isSuggestion)
}

function isSuggestion(item: unknown): item is Suggestion {
  return (
    typeof item === "object" &&
    item !== null &&
    "threadId" in item &&
    typeof item.threadId === "string" &&
    "title" in item &&
    Array.isArray(item.title)
  )
}

/** A link, so that it opens like one by any button of a mouse; the list makes it an option. */
export function makeOption({ threadId, kind, title, category, answered, official }: Suggestion): HTMLElement {
  const pieces = title.map(({ text, marked }) => (marked ? make("mark", {}, text) : text))
  const facts = make("span", { class: "ff-suggestions__facts" }, make("span", {}, category))
  if (answered)
    facts.append(" ", make("span", { class: "ff-suggestions__answered" }, official ? t.official : t.answered))
  const path = kind === "question" ? "/fragen" : "/gute-praxis"
  return optionTo(`${path}/${threadId}`, make("span", {}, ...pieces), " ", facts)
}

/** The last one: what the form itself would find. */
export function makeAllOption(typed: string): HTMLElement {
  const address = `/suche?${new URLSearchParams({ q: typed })}`
  return optionTo(address, make("span", { class: "ff-suggestions__all" }, t.all(typed)))
}

const optionTo = (href: string, ...content: (Node | string)[]) =>
  make("a", { href, role: "option", tabindex: "-1", "aria-selected": "false" }, ...content)
