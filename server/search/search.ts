import { listDepartments } from "../accounts/index.ts"
import type { Actor } from "../kernel/actor.ts"
import type { Db } from "../kernel/database.ts"
import { foldLooks } from "../kernel/folding.ts"
import { noteAside } from "../kernel/outage.ts"
import { isFunctionWord } from "./german.ts"
import type { Misses } from "./misses/open.ts"
import {
  type Engine,
  type EngineAnswer,
  type EngineQuery,
  EngineUnavailable,
  type SearchFilter,
  type ShownDocument,
  type Source,
  type Understood,
} from "./model.ts"
import { matcherOf } from "./passage.ts"
import { categoriesCalled, isEmpty, saysNothing, understand } from "./query.ts"
import type { Found, SearchRequest, Similar, Suggestion } from "./schema.ts"
import { correct, hasUnknown } from "./spelling.ts"
import { readSynonyms } from "./synonyms/queries.ts"
import { findVariants } from "./variants.ts"
import { countView, facetViews, hitView, similarView, suggestionView } from "./views.ts"

const PAGE = 20
const SUGGESTIONS = 6
const MOST_SIMILAR = 5
/** Of a draft, what is at the beginning says what it is about. */
const DRAFT_LENGTH = 3000

export type Search = {
  search(actor: Actor, request: SearchRequest): Promise<Found>
  /** The best five threads for a question that is being written, answered ones first. */
  similar(actor: Actor, draft: { title: string; body: string }, exceptThread?: string): Promise<Similar[]>
  /** Threads for what is being typed into the search field. */
  suggest(actor: Actor, typed: string): Promise<Suggestion[]>
}

type Parts = { db: Db; source: Source; engines: Engine[]; misses: Misses }

/**
 * @param engines the preferred one first; the others answer where it does not. Every document is loaded through the
 * source's rights again before it is shown, whatever an engine says.
 */
export function openSearch(parts: Parts): Search {
  return {
    search: (actor, request) => search(parts, actor, request),
    similar: (actor, draft, exceptThread) => similar(parts, actor, draft, exceptThread),
    suggest: (actor, typed) => suggest(parts, actor, typed),
  }
}

async function search(parts: Parts, actor: Actor, request: SearchRequest): Promise<Found> {
  const { db, source } = parts
  const categories = await source.visibleCategories(db, actor)
  const understood = understand(request.q)
  const filter = filterOf(request, understood, categories)
  const query: EngineQuery = {
    understood,
    filter,
    prefix: false,
    loose: false,
    byTitle: false,
    categoryIds: searchedCategories(categories, understood),
    actorId: actor.id,
    // Without words nothing fits better than another; then the latest come first.
    sort: isEmpty(understood) ? "date" : (request.sort ?? "relevance"),
    after: request.after ?? null,
    size: PAGE,
    facets: true,
  }
  const searched = !saysNothing(understood) || request.q.trim() === "" || Object.keys(filter).length > 0
  const { answer, substitute } = searched ? await ask(parts, query) : { answer: NOTHING, substitute: false }
  const threads = await loadThreads(source, db, actor, answer)
  const shown = threads.map(({ best }) => best)
  const matches = matcherOf(await markable(db, understood), false)
  if (answer.total === 0) await noteMiss(parts.misses, actor, request, understood, filter)
  return {
    items: threads.map((thread) => hitView(thread, matches, !isEmpty(understood))),
    next: answer.next,
    total: countView(answer.total, answer.more),
    facets: facetViews(answer.facets, answer.partial, {
      categories: namesOf(categories),
      departments: namesOf(await listDepartments(db, { archived: true })),
    }),
    understood: { ...understood, without: understood.without.map(({ text }) => text) },
    searched,
    spelling: request.after ? null : await spellingOf(parts, actor, query, request.q, shown),
    substitute,
  }
}

const NOTHING: EngineAnswer = {
  ids: [],
  others: new Map(),
  next: null,
  total: 0,
  more: false,
  facets: { kind: [], category: [], department: [], state: [], tag: [], official: [], period: [] },
  partial: false,
}

/** Of each thread's other posts that fit, so many are looked at. */
const MOST_LOOKED_AT = 12

/** Each thread by its best post that the person may read, with the next ones; in one round trip. */
async function loadThreads(source: Source, db: Db, actor: Actor, { ids, others }: EngineAnswer) {
  const threads = ids.map((id) => [id, ...(others.get(id) ?? [])])
  const looked = threads.map((all) => all.slice(0, 1 + MOST_LOOKED_AT))
  const loaded = new Map((await source.load(db, actor, looked.flat())).map((one) => [one.id, one]))
  return threads.flatMap((all, at) => {
    const [best, ...rest] = (looked[at] ?? []).flatMap((id) => loaded.get(id) ?? [])
    return best ? [{ best, others: rest, further: Math.max(0, all.length - 1 - MOST_LOOKED_AT) }] : []
  })
}

/** What is marked: the words typed, and what means the same. */
async function markable(db: Db, understood: Understood): Promise<string[]> {
  const typed = looked(understood)
  const synonyms = await readSynonyms(db)
  const variants = findVariants(
    typed,
    synonyms.map(({ terms }) => terms),
  )
  return [...new Set([...typed, ...variants.flat()])]
}

/** The words, and those of sequences. */
const looked = ({ words, phrases }: Understood) => [...words, ...phrases]

const namesOf = (all: { id: string; name: string }[]) => new Map(all.map(({ id, name }) => [id, name]))

const listOf = <T>(value: T | T[] | undefined): T[] | undefined =>
  value === undefined ? undefined : Array.isArray(value) ? value : [value]

function filterOf(
  { kind, category, department, state, tag, official, period }: SearchRequest,
  understood: Understood,
  categories: { id: string; name: string }[],
): SearchFilter {
  const called = understood.categories
    .flatMap((name) => categoriesCalled(categories, name))
    .map(({ id }) => id)
  // A name that nobody has finds nothing, rather than everything.
  const named = understood.categories.length > 0 ? [...called, ...(called.length === 0 ? [NOWHERE] : [])] : []
  const categoryIds = [...(listOf(category) ?? []), ...named]
  const tags = listOf(tag)
  const kinds = listOf(kind)
  const departmentIds = listOf(department)
  const states = listOf(state)
  return {
    ...(kinds && { kinds }),
    ...(categoryIds.length > 0 && { categoryIds }),
    ...(departmentIds && { departmentIds }),
    ...(states && { states }),
    ...(tags && { tags }),
    ...(official && { official }),
    ...(period && { period }),
    ...(understood.mine && { mine: true }),
  }
}

/** Those that the person reads, without what `-kategorie:` excludes. */
function searchedCategories(categories: { id: string; name: string }[], { not }: Understood): string[] {
  const excluded = not.categories.flatMap((name) => categoriesCalled(categories, name))
  return categories.filter((category) => !excluded.includes(category)).map(({ id }) => id)
}

const NOWHERE = "00000000-0000-0000-0000-000000000000"

/** Asks the preferred engine, and the next one where that is slow or gone. */
async function ask(
  { engines }: Pick<Parts, "engines">,
  query: EngineQuery,
): Promise<{ answer: EngineAnswer; substitute: boolean }> {
  for (const [at, engine] of engines.entries()) {
    try {
      return { answer: await engine.search(query), substitute: at > 0 }
    } catch (error) {
      if (!(error instanceof EngineUnavailable) || at === engines.length - 1) throw error
    }
  }
  throw new Error("no engine")
}

/** A search of everything, or of one category, that found nothing at all. */
async function noteMiss(
  misses: Misses,
  actor: Actor,
  { q, after }: SearchRequest,
  understood: Understood,
  { categoryIds = [], ...others }: SearchFilter,
): Promise<void> {
  if (after || isEmpty(understood) || Object.keys(others).length > 0 || categoryIds.length > 1) return
  if (understood.tags.length > 0) return
  // As it was typed: an address taken apart would no longer look like one.
  if (understood.words.length + understood.phrases.length > 0)
    await noteAside(misses.note(actor, q, categoryIds[0] ?? null))
}

/** From what was found, or else from what is found with the words taken loosely: visible texts in any case. */
async function spellingOf(
  parts: Parts,
  actor: Actor,
  query: EngineQuery,
  typed: string,
  shown: ShownDocument[],
): Promise<string | null> {
  const { words } = query.understood
  const textsOf = (documents: ShownDocument[]) =>
    documents.map(({ thread, text }) => `${thread.title} ${text}`)
  if (words.length === 0 || shown.length > 5) return correctIfFew(typed, words, textsOf(shown.slice(0, 10)))
  // Where all words are there as they are, none is to be corrected.
  if (!hasUnknown(words, textsOf(shown))) return null
  const { answer } = await ask(parts, {
    ...query,
    filter: {},
    loose: true,
    facets: false,
    sort: "relevance",
    size: 10,
  })
  const loosely = await parts.source.load(parts.db, actor, answer.ids)
  return correct(typed, words, textsOf([...shown, ...loosely]))
}

const correctIfFew = (typed: string, words: string[], texts: string[]) =>
  texts.length > 0 && hasUnknown(words, texts) ? correct(typed, words, texts) : null

async function suggest({ db, source, engines }: Parts, actor: Actor, typed: string): Promise<Suggestion[]> {
  if (typed.trim().length < 2) return []
  const categories = await source.visibleCategories(db, actor)
  const understood = understand(typed)
  if (isEmpty(understood)) return []
  const prefix = /[\p{L}\p{N}]$/u.test(typed) && understood.words.length > 0
  const { answer } = await ask(
    { engines },
    {
      understood,
      prefix,
      loose: false,
      byTitle: true,
      categoryIds: searchedCategories(categories, understood),
      actorId: actor.id,
      filter: { ...filterOf({ q: "" }, understood, categories), kinds: ["question", "best-practice"] },
      sort: "relevance",
      after: null,
      size: SUGGESTIONS,
      facets: false,
    },
  )
  const matches = matcherOf(looked(understood), prefix)
  return (await source.load(db, actor, answer.ids)).filter(isNamed).map((one) => suggestionView(one, matches))
}

async function similar(
  { db, source, engines }: Parts,
  actor: Actor,
  { title, body }: { title: string; body: string },
  exceptThread?: string,
): Promise<Similar[]> {
  const wordsOf = (text: string) =>
    (foldLooks(text).match(/\p{L}[\p{L}\p{M}\p{N}]+/gu) ?? []).filter(
      (word) => !isFunctionWord(word.toLowerCase()),
    )
  // The title says in few words what the text says in many.
  const words = [...wordsOf(title), ...wordsOf(title), ...wordsOf(body.slice(0, DRAFT_LENGTH))]
  if (words.length === 0) return []
  const categories = await source.visibleCategories(db, actor)
  const { answer } = await ask(
    { engines },
    {
      understood: { ...understand(""), words },
      prefix: false,
      loose: true,
      byTitle: false,
      categoryIds: categories.map(({ id }) => id),
      actorId: actor.id,
      filter: { kinds: ["question", "best-practice", "official-answer"] },
      sort: "relevance",
      after: null,
      // Without the one that is being written about, and what is there twice.
      size: MOST_SIMILAR * 2,
      facets: false,
    },
  )
  const shown = await source.load(db, actor, answer.ids)
  const matches = matcherOf([...new Set(words)].slice(0, 40), false)
  return shown
    .filter((one) => one.thread.id !== exceptThread && !one.duplicate && isNamed(one))
    .slice(0, MOST_SIMILAR)
    .sort((a, b) => Number(b.thread.answered) - Number(a.thread.answered))
    .map((one) => similarView(one, matches))
}

/** What is offered by its title has one: that of a withdrawn question is nobody's to read. */
const isNamed = ({ thread }: ShownDocument) => thread.title !== ""
