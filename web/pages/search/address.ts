import { type Static, type TSchema, Type } from "typebox"
import { QUESTION_STATES } from "../../../server/forum/index.ts"
import { Choice, Closed, Id, Line } from "../../../server/kernel/schemas.ts"
import {
  DOCUMENT_KINDS,
  type DocumentKind,
  type Facet,
  type Period,
  type SearchRequest,
  type Sort,
} from "../../../server/search/index.ts"
import { SEARCH_PATH } from "../../layout/index.ts"
import { Chosen, Hint } from "../lists/query.ts"

const KINDS = {
  question: "frage",
  "official-answer": "fachabteilung",
  answer: "antwort",
  "best-practice": "gute-praxis",
  comment: "kommentar",
} as const satisfies Record<DocumentKind, string>
const PERIODS = { month: "monat", quarter: "quartal", year: "jahr" } as const satisfies Record<Period, string>
const PERIOD_NAMES = ["month", "quarter", "year"] as const

const Several = <T extends TSchema>(item: T) =>
  Type.Optional(Type.Union([item, Type.Literal(""), Type.Array(item, { maxItems: 20 })]))

/** The address of a search, to be shared. What is too long is not cut, but shown as it was typed, and said. */
export const SearchAddress = Closed({
  q: Type.String({ default: "" }),
  art: Several(Choice(Object.values(KINDS))),
  kategorie: Several(Id),
  abteilung: Several(Id),
  zustand: Several(Choice(QUESTION_STATES)),
  schlagwort: Several(Line(40)),
  amtlich: Chosen(Choice(["ja"])),
  zeitraum: Chosen(Choice(Object.values(PERIODS))),
  sortierung: Chosen(Choice(["datum"])),
  nach: Type.Optional(Type.String({ maxLength: 100, pattern: "^[A-Za-z0-9_.-]+$" })),
  hinweis: Hint,
})

const PARAMETERS = {
  kind: "art",
  category: "kategorie",
  department: "abteilung",
  state: "zustand",
  tag: "schlagwort",
  official: "amtlich",
  period: "zeitraum",
} as const satisfies Record<Facet, keyof Static<typeof SearchAddress>>

/** The order in which filters are offered. */
export const FACET_ORDER: Facet[] = ["kind", "official", "category", "department", "state", "tag", "period"]

/** One value of a filter, in the words of the address. */
export type Filter = { facet: Facet; value: string }
export type Asked = { q: string; filters: Filter[]; sort: Sort; after: string | null }

export function readAddress(query: Static<typeof SearchAddress>): Asked {
  const filters = FACET_ORDER.flatMap((facet) => {
    const values = new Set([query[PARAMETERS[facet]] ?? []].flat())
    return [...values].filter((value) => value !== "").map((value) => ({ facet, value }))
  })
  return {
    q: query.q.trim().toWellFormed(),
    filters,
    sort: query.sortierung ? "date" : "relevance",
    after: query.nach ?? null,
  }
}

export function addressOf({ q, filters, sort, after }: Asked): string {
  const parameters: [string, string][] = [
    ["q", q],
    ...namesOf(filters),
    ["sortierung", sort === "date" ? "datum" : ""],
    ["nach", after ?? ""],
  ]
  const filled = parameters.filter(([, value]) => value !== "")
  return filled.length === 0 ? SEARCH_PATH : `${SEARCH_PATH}?${new URLSearchParams(filled)}`
}

/** Everything that has a tag. */
export const addressOfTag = (tag: string) =>
  addressOf({ q: "", filters: [toFilter("tag", tag)], sort: "relevance", after: null })

/** The tag whose list a search is; null for any other. */
export const tagOf = ({ q, filters: [first, ...others] }: Asked): string | null =>
  q === "" && first?.facet === "tag" && others.length === 0 ? first.value : null

/** Filters as parameters of the address. */
export const namesOf = (filters: Filter[]) =>
  filters.map(({ facet, value }): [string, string] => [PARAMETERS[facet], value])

/** What the search is asked. */
export function requestOf({ q, filters, sort, after }: Asked): SearchRequest {
  const valuesOf = (facet: Facet) =>
    filters.filter((filter) => filter.facet === facet).map(({ value }) => value)
  const some = <T>(values: T[]) => (values.length > 0 ? values : undefined)
  return {
    q,
    kind: some(DOCUMENT_KINDS.filter((kind) => valuesOf("kind").includes(KINDS[kind]))),
    category: some(valuesOf("category")),
    department: some(valuesOf("department")),
    state: some(valuesOf("state")),
    tag: some(valuesOf("tag")),
    official: valuesOf("official").length > 0 || undefined,
    period: PERIOD_NAMES.find((name) => valuesOf("period").includes(PERIODS[name])),
    // Without words nothing is more relevant than anything else.
    sort: q ? sort : "date",
    after: after ?? undefined,
  }
}

/** A value of the search in the words of the address; ids, states and tags are the same in both. */
export function toFilter(facet: Facet, value: string): Filter {
  const words: Partial<Record<Facet, Record<string, string>>> = {
    kind: KINDS,
    period: PERIODS,
    official: { true: "ja" },
  }
  return { facet, value: words[facet]?.[value] ?? value }
}

export const isChosen = ({ filters }: Asked, filter: Filter): boolean =>
  filters.some(({ facet, value }) => facet === filter.facet && value === filter.value)

/** The same search with one filter more or, where it is chosen, less; from its first page on. */
export function toggle(asked: Asked, filter: Filter): Asked {
  const isAlone = filter.facet === "period"
  const others = asked.filters.filter(
    ({ facet, value }) => facet !== filter.facet || (!isAlone && value !== filter.value),
  )
  return { ...asked, after: null, filters: isChosen(asked, filter) ? others : [...others, filter] }
}
