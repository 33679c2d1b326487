import { newId } from "../../server/kernel/database.ts"
import type { Engine, EngineQuery, SearchDocument } from "../../server/search/index.ts"
import { understand } from "../../server/search/index.ts"
import type { Ranking } from "./references.ts"
import type { BenchDocument, BenchQuery, BenchSet } from "./sets.ts"
import { median, percentile } from "./times.ts"

const BATCH = 200
const CATEGORY = newId()

export type Figures = {
  mrr10: number
  success1: number
  success10: number
  typo: { mrr10: number; success1: number; success10: number }
}
export type EngineFigures = Figures & {
  indexSeconds: number
  documentsPerSecond: number
  p50: number
  p99: number
}

/** Indexes the set through the real port and asks it every query, as typed and with a typing error. */
export async function measureEngine(
  engine: Engine,
  { documents, queries }: BenchSet,
): Promise<EngineFigures> {
  const ids = new Map(documents.map(({ id }) => [id, newId()]))
  const begin = performance.now()
  for (let at = 0; at < documents.length; at += BATCH)
    await engine.write(
      documents.slice(at, at + BATCH).map((one) => documentOf(one, ids)),
      [],
    )
  const indexSeconds = (performance.now() - begin) / 1000
  const times: number[] = []
  const rankIn = async (query: string, id: string) => {
    const start = performance.now()
    const { ids: found } = await engine.search(queryOf(query))
    times.push(performance.now() - start)
    return found.indexOf(ids.get(id) ?? "") + 1
  }
  const clean: number[] = []
  const typo: number[] = []
  for (const one of queries) {
    clean.push(await rankIn(one.query, one.id))
    typo.push(await rankIn(one.typo, one.id))
  }
  return {
    ...figuresOf(clean),
    typo: figuresOf(typo),
    indexSeconds,
    documentsPerSecond: documents.length / indexSeconds,
    p50: median(times),
    p99: percentile(times, 0.99),
  }
}

export function measureReference(ranking: Ranking, { documents, queries }: BenchSet): Figures {
  const places = new Map(documents.map(({ id }, at) => [id, at]))
  const rankIn = (query: string, id: string) => rankOf(ranking(query), places.get(id) ?? -1)
  const ask = (text: (query: BenchQuery) => string) =>
    figuresOf(queries.map((one) => rankIn(text(one), one.id)))
  return { ...ask(({ query }) => query), typo: ask(({ typo }) => typo) }
}

/** Place among all, the first being 1; 0 for what has no score or stands below the tenth. Of equals the earlier is first. */
function rankOf(scores: Float64Array, at: number): number {
  const own = scores[at] ?? 0
  if (own === 0) return 0
  let rank = 1
  scores.forEach((score, other) => {
    if (score > own || (score === own && other < at)) rank += 1
  })
  return rank <= 10 ? rank : 0
}

function figuresOf(ranks: number[]) {
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, ranks.length)
  return {
    mrr10: mean(ranks.map((rank) => (rank > 0 ? 1 / rank : 0))),
    success1: mean(ranks.map((rank) => Number(rank === 1))),
    success10: mean(ranks.map((rank) => Number(rank > 0))),
  }
}

function documentOf({ id, title, text }: BenchDocument, ids: Map<string, string>): SearchDocument {
  const own = ids.get(id) ?? ""
  return {
    id: own,
    threadId: own,
    kind: "question",
    categoryId: CATEGORY,
    departmentId: null,
    authorId: CATEGORY,
    title,
    text,
    context: "",
    tags: [],
    state: "open",
    official: false,
    accepted: false,
    outdated: false,
    duplicate: false,
    createdAt: new Date(),
  }
}

const queryOf = (query: string): EngineQuery => ({
  understood: understand(query),
  prefix: false,
  loose: false,
  byTitle: false,
  categoryIds: [CATEGORY],
  actorId: CATEGORY,
  filter: {},
  sort: "relevance",
  after: null,
  size: 10,
  facets: false,
})
