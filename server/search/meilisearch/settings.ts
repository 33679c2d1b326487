import type { Settings } from "meilisearch"
import { wordsOf } from "../german.ts"
import { MOST_COUNTED, type Synonym } from "../model.ts"
import { TEXT_ATTRIBUTES } from "./documents.ts"
import { stemTexts } from "./words.ts"

/** What of a hit comes back: threads are put together and counted here, as for the other engine. */
export const HIT_ATTRIBUTES = [
  "id",
  "threadId",
  "kind",
  "categoryId",
  "departmentId",
  "state",
  "tags",
  "official",
  "createdAt",
] as const

/** Everything that we do not leave to Meilisearch; synonyms are kept by people and come beside it. */
export const SETTINGS = {
  // From heavy to light: the rule "attribute" ranks by this order.
  searchableAttributes: [...TEXT_ATTRIBUTES, "tags"],
  // Whoever can search gets to know what hits are counted by, never a text.
  displayedAttributes: [...HIT_ATTRIBUTES],
  filterableAttributes: [
    "id",
    "kind",
    "categoryId",
    "departmentId",
    "authorId",
    "state",
    "tags",
    "tagKeys",
    "official",
    "createdAt",
    "units",
  ],
  sortableAttributes: ["createdAt", "id"],
  // "sort" stands first, so that by date means by date; without `sort` in a query it does nothing. What is outdated
  // or a duplicate comes after all that fit as well; official and accepted decide where words and place do not.
  rankingRules: ["sort", "words", "typo", "current:desc", "proximity", "attribute", "rank:desc", "exactness"],
  localizedAttributes: [{ attributePatterns: ["*"], locales: ["deu"] }],
  // "§34" and "§ 34" are the same two words. Which norm it is, the attribute `units` knows.
  separatorTokens: ["§"],
  dictionary: [
    "Abs.",
    "Art.",
    "d. h.",
    "d.h.",
    "i. V. m.",
    "i.V.m.",
    "Nr.",
    "u. a.",
    "u.a.",
    "z. B.",
    "z.B.",
  ],
  // § 34 is not § 35.
  typoTolerance: {
    enabled: true,
    minWordSizeForTypos: { oneTypo: 5, twoTypos: 9 },
    disableOnNumbers: true,
  },
  pagination: { maxTotalHits: MOST_COUNTED + 1 },
  // Facets are counted here, so Meilisearch need not prepare for searching their values.
  facetSearch: false,
  // It answers with what it has by then, before we give up waiting.
  searchCutoffMs: 400,
  // No stop words here: queries come without function words, and exact sequences need them.
  stopWords: [],
} satisfies Settings

const UNORDERED = new Set([
  "displayedAttributes",
  "filterableAttributes",
  "sortableAttributes",
  "separatorTokens",
  "dictionary",
  "stopWords",
  "synonyms",
])

/** What of the wanted settings the server has otherwise; null when nothing. */
export function difference(wanted: Settings, actual: Settings): Settings | null {
  const changed = (Object.keys(wanted) as (keyof Settings)[]).filter(
    (name) => !holds(actual[name], wanted[name], name),
  )
  if (changed.length === 0) return null
  return Object.fromEntries(changed.map((name) => [name, wanted[name]]))
}

/** Every wanted value is there. The server may have more, such as fields of a newer version; not so with synonyms. */
function holds(actual: unknown, wanted: unknown, name: string): boolean {
  if (Array.isArray(wanted) || typeof wanted !== "object" || wanted === null)
    return plain(actual, name) === plain(wanted, name)
  if (typeof actual !== "object" || actual === null) return false
  const values = new Map(Object.entries(actual))
  const entries = Object.entries(wanted)
  if (name === "synonyms" && values.size !== entries.length) return false
  return entries.every(([key, value]) => holds(values.get(key), value, name))
}

const plain = (value: unknown, name: string) =>
  JSON.stringify(UNORDERED.has(name) && Array.isArray(value) ? [...value].sort() : value, inOrder)

/** Fields of an object in one order, whatever the server's. */
const inOrder = (_: string, value: unknown) =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value

/**
 * Both ways. Queries are stems, so the terms are too; what they stand for is also there as people wrote it, because
 * Meilisearch takes several words as an exact sequence, and stems have gaps where function words were.
 */
export function synonymTable(synonyms: Synonym[]): Record<string, string[]> {
  const table = new Map<string, Set<string>>()
  for (const { terms } of synonyms) {
    for (const term of terms) {
      const same = table.get(stemmed(term)) ?? new Set()
      for (const other of terms) if (other !== term) same.add(stemmed(other)).add(wordsOf(other).join(" "))
      same.delete(stemmed(term))
      table.set(stemmed(term), same)
    }
  }
  return Object.fromEntries([...table].map(([term, same]) => [term, [...same]]))
}

const stemmed = (term: string) => stemTexts(term).join(" ")
