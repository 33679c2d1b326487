import { type SQL, sql } from "drizzle-orm"
import { type Db, type Tx, transact } from "../../kernel/database.ts"
import { gramsOf, MARK, stemNumber, stemOf } from "../german.ts"
import type { SearchDocument } from "../model.ts"
import { FIELD_END, prepare, type Scored } from "../ranking.ts"
import { inTitle, type Schema, SUMS, tagTerm } from "./layout.ts"
import { deleteTitles, writeTitles } from "./titles.ts"

type Stored = Scored & { id: string; tags: string[] }

/** Puts documents in the place of what is there, takes others away, and keeps the statistics in step. */
export async function writeDocuments(db: Db, changed: SearchDocument[], removed: string[]): Promise<void> {
  const prepared = changed.map(preparedOf)
  await transact(db, async (tx) => {
    const ids = [...changed.map(({ id }) => id), ...removed]
    const former = await lockStored(tx, ids)
    const counted = new Counted()
    for (const one of former) counted.add(one, one.tags, -1)
    for (const { scored, document } of prepared) counted.add(scored, document.tags, 1)
    await deleteDocuments(tx, "search_index", removed)
    await insertDocuments(tx, "search_index", prepared)
    await writeTitles(tx, "search_index", prepared)
    await counted.store(tx)
  })
}

/**
 * The same in the index that is being built. Its statistics are counted when all is there (`rebuild.ts`); until then
 * its words are only gathered.
 * @param gathered words of this build that are known to be there; those that are written here are added
 */
export async function writeToBuild(
  db: Db,
  changed: SearchDocument[],
  removed: string[],
  gathered = new Set<string>(),
): Promise<void> {
  const prepared = changed.map(preparedOf)
  const met = new Set(
    prepared.flatMap(({ scored }) => [...wordsOf(scored)].filter((word) => !gathered.has(word))),
  )
  const words = [...met]
  await transact(db, async (tx) => {
    await deleteDocuments(tx, "search_next", removed)
    await insertDocuments(tx, "search_next", prepared)
    await writeTitles(tx, "search_next", prepared)
    if (words.length > 0)
      await tx.execute(sql`insert into search_next.gathered (word, term, stem, grams)
        select word, term, stem, grams::int[] from ${asRows(words)}`)
  })
  if (gathered.size + words.length > MOST_GATHERED) gathered.clear()
  for (const word of words) gathered.add(word)
}

/** Beyond them, some are gathered twice. */
const MOST_GATHERED = 200_000

/** Words with what they are found by. */
const asRows = (words: string[]): SQL => {
  const numbers = words.map(numbersOf)
  return sql`unnest(${sql.param(words)}::text[], ${sql.param(numbers.map(({ term }) => term))}::int[],
    ${sql.param(numbers.map(({ stem }) => stem))}::int[],
    ${sql.param(words.map((word) => `{${[...new Set(gramsOf(word))]}}`))}::text[]) as n(word, term, stem, grams)`
}

const preparedOf = (document: SearchDocument): Prepared => ({
  document,
  scored: prepare([document.title, document.text, document.context]),
})

async function deleteDocuments(tx: Tx, schema: Schema, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  await tx.execute(
    sql`delete from ${sql.identifier(schema)}.documents where id = any(${sql.param(ids)}::uuid[])`,
  )
  await deleteTitles(tx, schema, ids)
}

async function lockStored(tx: Tx, ids: string[]): Promise<Stored[]> {
  if (ids.length === 0) return []
  const { rows } = await tx.execute<Stored>(sql`select id, tags, words, stems,
    gram_length as "gramLength", stem_length as "stemLength"
    from search_index.documents where id = any(${sql.param(ids)}::uuid[]) order by id for update`)
  return rows
}

type Prepared = { document: SearchDocument; scored: Scored }

/** One statement for all: what is unchanged there is written again, which does no harm. */
async function insertDocuments(tx: Tx, schema: Schema, prepared: Prepared[]): Promise<void> {
  if (prepared.length === 0) return
  const rows = prepared.map(({ document, scored }) => ({
    id: document.id,
    thread_id: document.threadId,
    category_id: document.categoryId,
    department_id: document.departmentId,
    author_id: document.authorId,
    created_at: document.createdAt.toISOString(),
    kind: document.kind,
    state: document.state,
    official: document.official,
    accepted: document.accepted,
    outdated: document.outdated,
    duplicate: document.duplicate,
    tags: document.tags,
    gram_length: scored.gramLength,
    stem_length: scored.stemLength,
    words: scored.words,
    stems: scored.stems,
    terms: termsOf(scored, document.tags),
  }))
  const table = sql`${sql.identifier(schema)}.documents`
  await tx.execute(sql`insert into ${table} select * from json_populate_recordset(null::${table}, ${JSON.stringify(rows)})
    on conflict (id) do update set (thread_id, category_id, department_id, author_id, created_at, kind, state, official,
      accepted, outdated, duplicate, tags, gram_length, stem_length, words, stems, terms)
    = (excluded.thread_id, excluded.category_id, excluded.department_id, excluded.author_id, excluded.created_at,
      excluded.kind, excluded.state, excluded.official, excluded.accepted, excluded.outdated, excluded.duplicate,
      excluded.tags, excluded.gram_length, excluded.stem_length, excluded.words, excluded.stems, excluded.terms)`)
}

/** Words of a stored text that have grams, each once. */
const wordsOf = ({ words }: Pick<Scored, "words">) =>
  new Set(words.split(" ").filter((word) => word !== "" && word !== FIELD_END && !word.startsWith(MARK)))
const stemsOf = ({ stems }: Pick<Scored, "stems">) =>
  new Set(stems.split(" ").filter((stem) => stem !== "" && stem !== FIELD_END))

/** Function words of a stored text, with their mark; and, which does no harm, what else has letters and no grams. */
const functionsOf = ({ words }: Pick<Scored, "words">) =>
  new Set(words.split(" ").filter((word) => word.startsWith(MARK) && !/\d/.test(word)))

/** What a word of the index is found by, and what stands for its stem. */
function numbersOf(word: string): { term: number; stem: number } {
  const remembered = numbers.get(word)
  if (remembered) return remembered
  const found = { term: stemNumber(word), stem: stemNumber(stemOf(word)) }
  if (numbers.size >= MOST_REMEMBERED) numbers.clear()
  numbers.set(word, found)
  return found
}
const MOST_REMEMBERED = 50_000
const numbers = new Map<string, { term: number; stem: number }>()

/** Words as they are, what has no stem of its own (numbers, units, function words), stems of the title, and tags. */
function termsOf(scored: Pick<Scored, "words" | "stems">, tags: readonly string[] = []): number[] {
  const terms = new Set<number>()
  const stems = new Set<number>()
  for (const word of wordsOf(scored)) {
    const { term, stem } = numbersOf(word)
    terms.add(term)
    stems.add(stem)
  }
  for (const stem of stemsOf(scored)) {
    const number = stemNumber(stem)
    if (!stems.has(number)) terms.add(number)
  }
  for (const word of functionsOf(scored)) terms.add(stemNumber(word))
  const [title = ""] = scored.stems.split(FIELD_END)
  for (const stem of stemsOf({ stems: title })) terms.add(stemNumber(inTitle(stem)))
  for (const tag of tags) terms.add(tagTerm(tag))
  return [...terms].sort((a, b) => a - b)
}

/** The grams of a stored text, each once: no term finds it by them, but the score asks how rare they are. */
export function gramsIn(scored: Pick<Scored, "words">): Set<number> {
  const grams = new Set<number>()
  for (const word of wordsOf(scored)) for (const gram of gramsOf(word)) grams.add(gram)
  return grams
}

/** What a batch changes in the statistics, so that a frequent term is written once a batch and not once a post. */
class Counted {
  readonly #terms = new Map<number, number>()
  readonly #words = new Map<string, number>()

  add(scored: Scored, tags: readonly string[], sign: 1 | -1): void {
    for (const term of [...termsOf(scored, tags), ...gramsIn(scored)])
      this.#terms.set(term, (this.#terms.get(term) ?? 0) + sign)
    for (const word of wordsOf(scored)) this.#words.set(word, (this.#words.get(word) ?? 0) + sign)
    const sums = { documents: 1, grams: scored.gramLength, stems: scored.stemLength }
    for (const [name, amount] of Object.entries(sums)) {
      const term = SUMS[name as keyof typeof SUMS]
      this.#terms.set(term, (this.#terms.get(term) ?? 0) + sign * amount)
    }
  }

  /** In one order in every process, so that two batches never wait for each other crosswise. */
  async store(tx: Tx): Promise<void> {
    const words = [...this.#words].filter(([, amount]) => amount !== 0).sort(([a], [b]) => (a < b ? -1 : 1))
    await storeWords(tx, words)
    const terms = [...this.#terms].filter(([, amount]) => amount !== 0).sort(([a], [b]) => a - b)
    if (terms.length > 0)
      await tx.execute(sql`insert into search_index.statistics as s (term, amount)
        select * from unnest(${sql.param(terms.map(([term]) => term))}::int[], ${sql.param(terms.map(([, amount]) => amount))}::bigint[])
        on conflict (term) do update set amount = s.amount + excluded.amount`)
    if (words.some(([, amount]) => amount < 0))
      await tx.execute(sql`delete from search_index.words where documents <= 0
        and word = any(${sql.param(words.map(([word]) => word))}::text[])`)
  }
}

/** @param words with how many more documents they occur in */
async function storeWords(tx: Tx, words: [string, number][]): Promise<void> {
  if (words.length === 0) return
  await tx.execute(sql`
    insert into search_index.words as w (word, term, stem, grams, documents)
    select n.word, n.term, n.stem, n.grams::int[], a.amount
    from ${asRows(words.map(([word]) => word))}
    join unnest(${sql.param(words.map(([word]) => word))}::text[], ${sql.param(words.map(([, amount]) => amount))}::int[])
      as a(word, amount) on a.word = n.word
    order by n.word collate "C"
    on conflict (word) do update set documents = w.documents + excluded.documents,
      term = excluded.term, stem = excluded.stem, grams = excluded.grams`)
}
