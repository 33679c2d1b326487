import { parseFilter } from "./filter.ts"

/**
 * A trivial matcher: whole words and the beginning of the last one, any of them, no typing errors, no German. Enough to
 * see filters, counts, facets, order and pages; what Meilisearch really finds only Meilisearch can show.
 */
export type StoredFields = Record<string, string | number | boolean | null | string[]> & { id: string }
export type StandInIndex = { documents: Map<string, StoredFields>; settings: Record<string, unknown> }
export type StandInQuery = {
  indexUid: string
  q?: string
  filter?: string | string[]
  sort?: string[]
  attributesToRetrieve?: string[]
  offset?: number
  limit?: number
  page?: number
  hitsPerPage?: number
}

export function answer({ documents, settings }: StandInIndex, query: StandInQuery) {
  const test = parseFilter(query.filter)
  const matches = matcherOf(query.q ?? "", stringLists(settings.synonyms))
  const attributes = strings(settings.searchableAttributes)
  const found = [...documents.values()].flatMap((fields) => {
    if (!test(fields)) return []
    const match = matches(fields, attributes)
    return match ? [{ fields, match }] : []
  })
  found.sort((a, b) => bySort(a.fields, b.fields, query.sort ?? []) || byRank(a, b))
  const most = Object(settings.pagination).maxTotalHits ?? 1000
  const { offset = 0, limit = 20, hitsPerPage, page = 1 } = query
  const [from, size] = hitsPerPage === undefined ? [offset, limit] : [(page - 1) * hitsPerPage, hitsPerPage]
  const hits = found.slice(0, most).slice(from, from + size)
  const total = Math.min(found.length, most)
  return {
    indexUid: query.indexUid,
    query: query.q ?? "",
    processingTimeMs: 0,
    hits: hits.map(({ fields }) => chosen(fields, query.attributesToRetrieve, settings)),
    ...(hitsPerPage === undefined
      ? { offset, limit, estimatedTotalHits: total }
      : { page, hitsPerPage, totalHits: total, totalPages: hitsPerPage && Math.ceil(total / hitsPerPage) }),
  }
}

/** What was asked for, as far as it may be seen. */
function chosen(fields: StoredFields, asked: string[] | undefined, settings: Record<string, unknown>) {
  const shown = strings(settings.displayedAttributes)
  const names = (asked ?? shown).filter((name) => shown.includes(name))
  return Object.fromEntries(names.map((name) => [name, fields[name] ?? null]))
}

type Match = { words: number; attribute: number }
type Found = { fields: StoredFields; match: Match }

function matcherOf(q: string, synonyms: Record<string, string[]>) {
  const excluded = [...q.matchAll(/(?:^|\s)-"([^"]*)"/g)].map(([, words = ""]) => plain(words))
  const rest = q.replace(/(^|\s)-"[^"]*"/g, " ")
  const phrases = [...rest.matchAll(/"([^"]*)"/g)].map(([, words = ""]) => plain(words))
  const words = plain(rest.replace(/"[^"]*"/g, " "))
  const terms = words.trim() === "" ? [] : words.trim().split(" ")
  const others = Object.entries(synonyms).flatMap(([term, same]) =>
    words.includes(plain(term)) ? same.map(plain) : [],
  )
  return (fields: StoredFields, attributes: string[]): Match | null => {
    const texts = attributes.map((name) => plain([fields[name] ?? ""].flat().join(" ")))
    const has = (needle: string) => texts.some((text) => text.includes(needle))
    if (excluded.some(has) || !phrases.every(has)) return null
    const needles = terms.map((term, at) => (at === terms.length - 1 ? ` ${term}` : ` ${term} `))
    const hit = needles.filter(has).length + (others.some(has) ? terms.length : 0)
    if (terms.length > 0 && hit === 0) return null
    const wanted = [...needles, ...others, ...phrases]
    const attribute = texts.findIndex((text) => wanted.some((needle) => text.includes(needle)))
    return { words: hit, attribute }
  }
}

const plain = (text: string) =>
  ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, " ")
    .trim()} `
const numberOf = (value: unknown) => (typeof value === "number" ? value : 0)

function byRank(a: Found, b: Found): number {
  return (
    b.match.words - a.match.words ||
    numberOf(b.fields.current) - numberOf(a.fields.current) ||
    a.match.attribute - b.match.attribute ||
    numberOf(b.fields.rank) - numberOf(a.fields.rank)
  )
}

function bySort(a: StoredFields, b: StoredFields, rules: string[]): number {
  for (const rule of rules) {
    const [name = "", direction] = rule.split(":")
    const [left, right] = [a[name] ?? "", b[name] ?? ""]
    const order = left < right ? -1 : left > right ? 1 : 0
    if (order !== 0) return direction === "desc" ? -order : order
  }
  return 0
}

const strings = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])
const stringLists = (value: unknown): Record<string, string[]> =>
  Object.fromEntries(Object.entries(Object(value)).map(([key, list]) => [key, strings(list)]))
