import type { Actor } from "../kernel/actor.ts"
import type { Reader } from "../kernel/database.ts"
import type { Exclusion } from "./exclusions.ts"

export const DOCUMENT_KINDS = ["question", "official-answer", "answer", "best-practice", "comment"] as const
export type DocumentKind = (typeof DOCUMENT_KINDS)[number]

/** What can be found, as plain text. It carries its category, never who may read it. */
export type SearchDocument = {
  id: string
  kind: DocumentKind
  threadId: string
  categoryId: string
  /** The responsible department; null where nobody is, as with best practices. */
  departmentId: string | null
  authorId: string
  /** Of a question or best practice; answers and comments have none. */
  title: string
  text: string
  /** What an answer or comment belongs to: the thread's title. It counts a little. */
  context: string
  tags: string[]
  /** Of a question; null for everything else. */
  state: string | null
  /** Is an official answer, or a question that has one. */
  official: boolean
  /** Marked by the asker, or a question whose asker marked one. */
  accepted: boolean
  outdated: boolean
  duplicate: boolean
  createdAt: Date
}

/** A document as one person may read it now: loaded from the truth, never from an index. */
export type ShownDocument = {
  id: string
  kind: DocumentKind
  thread: { id: string; kind: "question" | "best-practice"; title: string; answered: boolean }
  /** Plain text. */
  text: string
  category: { id: string; name: string }
  tags: string[]
  state: string | null
  /** Name of the department that answered officially. */
  official: string | null
  accepted: boolean
  outdated: boolean
  duplicate: boolean
  legalStatusDate: string | null
  createdAt: Date
}

/** The module that documents come from; `app.ts` hands it over. */
export type Source = {
  /** The categories that the person may read at this moment. */
  visibleCategories(reader: Reader, actor: Actor): Promise<{ id: string; name: string }[]>
  /** The documents as the person may see them now; what is gone or invisible is left out. In the order of the ids. */
  load(reader: Reader, actor: Actor, ids: string[]): Promise<ShownDocument[]>
  /** The documents as they are now; what is hidden or withdrawn is left out. In no order. */
  find(reader: Reader, ids: string[]): Promise<SearchDocument[]>
  /** Ids of all documents that `find` would give, by keyset, for building an index anew. */
  list(reader: Reader, after: string | null, size: number): Promise<string[]>
}

export const PERIODS = { month: 31, quarter: 92, year: 366 } as const
export type Period = keyof typeof PERIODS

export type SearchFilter = {
  kinds?: DocumentKind[]
  categoryIds?: string[]
  departmentIds?: string[]
  states?: string[]
  tags?: string[]
  official?: boolean
  period?: Period
  /** Only the person's own: the one search by author there is. */
  mine?: boolean
}

export type Sort = "relevance" | "date"

/** Counts are exact up to this; one more stands for "more than". */
export const MOST_COUNTED = 1000

export const FACETS = ["kind", "category", "department", "state", "tag", "official", "period"] as const
export type Facet = (typeof FACETS)[number]
/** How many threads each value would give, with the other filters as they are. `MOST_COUNTED + 1` means more. */
export type FacetCounts = Record<Facet, { value: string; count: number }[]>

/** What a person typed, taken apart. */
export type Understood = {
  /** Words and numbers that are looked for, in the order typed. */
  words: string[]
  /** Sequences in quotation marks. */
  phrases: string[]
  /** What must not occur. */
  without: Exclusion[]
  /** Norms and file numbers that must occur as they are: `§11`, `sgb2`, `§11sgb2`, `wg-2026-123`. */
  units: string[]
  /** Values of `tag:` and `kategorie:`, as typed. */
  tags: string[]
  categories: string[]
  mine: boolean
  /** Values of `von:` other than "mir": nobody is looked for by name, and nothing else is made of them. */
  persons: string[]
  /** What a minus excludes of these: `-tag:`, `-kategorie:`, `-von:mir`. */
  not: { tags: string[]; categories: string[]; mine: boolean }
}

export type EngineQuery = {
  understood: Understood
  /** The last word may be the beginning of one. */
  prefix: boolean
  /** True: the more words fit the better (similar questions); false: most of them have to. */
  loose: boolean
  /** What is offered is read by its title: where enough titles fit, texts need not. */
  byTitle: boolean
  /** Limits everything, counts included. */
  categoryIds: string[]
  /** For `mine`. */
  actorId: string
  filter: SearchFilter
  sort: Sort
  /** Cursor of the page before. */
  after: string | null
  size: number
  /** False where nobody looks at them. */
  facets: boolean
}

export type EngineAnswer = {
  /** One page, the best first: of each thread the document that fits best. */
  ids: string[]
  /** Under each of the ids, what else of its thread fits, the best first. */
  others: Map<string, string[]>
  next: string | null
  /** Threads, up to `MOST_COUNTED + 1`. */
  total: number
  /** There may be more threads than were counted. */
  more: boolean
  facets: FacetCounts
  /** There is more of everything than could be looked at: the counts of the facets are the least there is. */
  partial: boolean
}

export type Synonym = { id: string; terms: string[] }

/** The engine does not answer now, or not in time; another one can. */
export class EngineUnavailable extends Error {
  override readonly name = "EngineUnavailable"
}

export const ENGINE_NAMES = ["postgresql", "meilisearch"] as const
export type EngineName = (typeof ENGINE_NAMES)[number]

/** One way of finding; the contract tests run against each. */
export type Engine = {
  name: EngineName
  /**
   * Brings what the engine keeps elsewhere up to this version; called before the first write and after every fault.
   * "to-build": its index is missing, was built by another version of the program, or its building was cut off.
   */
  prepare?(): Promise<"ready" | "to-build">
  /** Gives up what it is waiting for; nothing is written afterwards. */
  stop?(): void
  /** Puts documents in place of what is there under their ids, and takes others away. Repeats are harmless. */
  write(changed: SearchDocument[], removed: string[]): Promise<void>
  search(query: EngineQuery): Promise<EngineAnswer>
  /** All of them; effective from the next search on. */
  setSynonyms(synonyms: Synonym[]): Promise<void>
  /** Ids that the index holds, by keyset; for comparing it with the database. */
  listIds(after: string | null, size: number): Promise<string[]>
  /** Builds beside the live index; what was begun before is continued after its last id. */
  rebuild(): Promise<Rebuild>
}

export type Rebuild = {
  /** The last id that is already built, or null. */
  reached: string | null
  write(documents: SearchDocument[]): Promise<void>
  /** Puts the new index in the place of the live one. */
  finish(): Promise<void>
}
