import { type SQL, sql } from "drizzle-orm"
import { type Db, type Tx, transact } from "../../kernel/database.ts"
import { gramsOf, MARK, nameKey, stemNumber } from "../german.ts"
import type { SearchDocument } from "../model.ts"
import { FIELD_END, prepare, type Scored } from "../ranking.ts"

/** The schema that holds an index: the live one, or one that is being built beside it. */
export type Schema = "search_index" | "search_next"
export const nameOf = (schema: Schema, table: "documents" | "statistics" | "words"): SQL =>
  sql`${sql.identifier(schema)}.${sql.identifier(table)}`

/** In the statistics, terms below 0 stand for sums over all documents. */
export const SUMS = { documents: -1, grams: -2, stems: -3 } as const

type Stored = Scored & { id: string }

/** Puts documents in the place of what is there, takes others away, and keeps the statistics in step. */
export async function writeDocuments(
  db: Db,
  schema: Schema,
  changed: SearchDocument[],
  removed: string[],
): Promise<void> {
  const prepared = changed.map((document) => ({
    document,
    scored: prepare([document.title, document.text, document.context]),
  }))
  await transact(db, async (tx) => {
    const ids = [...changed.map(({ id }) => id), ...removed]
    const former = await readStored(tx, schema, ids)
    const counted = new Counted()
    for (const one of former) counted.add(one, -1)
    for (const { scored } of prepared) counted.add(scored, 1)
    if (removed.length > 0)
      await tx.execute(sql`delete from ${nameOf(schema, "documents")} where id in ${removed}`)
    if (prepared.length > 0) await insertDocuments(tx, schema, prepared)
    await counted.store(tx, schema)
  })
}

async function readStored(tx: Tx, schema: Schema, ids: string[]): Promise<Stored[]> {
  if (ids.length === 0) return []
  const { rows } = await tx.execute<Stored>(sql`select id, words, stems,
    gram_length as "gramLength", stem_length as "stemLength"
    from ${nameOf(schema, "documents")} where id in ${ids} order by id for update`)
  return rows
}

type Prepared = { document: SearchDocument; scored: Scored }

/** One statement for all: what is unchanged there is written again, which does no harm. */
async function insertDocuments(tx: Tx, schema: Schema, prepared: Prepared[]): Promise<void> {
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
  const table = nameOf(schema, "documents")
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

/** The term of a stem that stands in a title: where a word is frequent, that is where it matters. */
export const inTitle = (stem: string) => `^${stem}`

/** The term of a tag, however it is spelt. */
export const tagTerm = (tag: string) => stemNumber(`#${nameKey(tag)}`)

export function termsOf(scored: Pick<Scored, "words" | "stems">, tags: readonly string[] = []): number[] {
  const terms = new Set<number>()
  for (const word of wordsOf(scored)) for (const gram of gramsOf(word)) terms.add(gram)
  for (const stem of stemsOf(scored)) terms.add(stemNumber(stem))
  for (const word of functionsOf(scored)) terms.add(stemNumber(word))
  const [title = ""] = scored.stems.split(FIELD_END)
  for (const stem of stemsOf({ stems: title })) terms.add(stemNumber(inTitle(stem)))
  for (const tag of tags) terms.add(tagTerm(tag))
  return [...terms].sort((a, b) => a - b)
}

/** What a batch changes in the statistics, so that a frequent term is written once a batch and not once a post. */
class Counted {
  readonly #terms = new Map<number, number>()
  readonly #words = new Map<string, number>()

  add(scored: Scored, sign: 1 | -1): void {
    for (const term of termsOf(scored)) this.#terms.set(term, (this.#terms.get(term) ?? 0) + sign)
    for (const word of wordsOf(scored)) this.#words.set(word, (this.#words.get(word) ?? 0) + sign)
    const sums = { documents: 1, grams: scored.gramLength, stems: scored.stemLength }
    for (const [name, amount] of Object.entries(sums)) {
      const term = SUMS[name as keyof typeof SUMS]
      this.#terms.set(term, (this.#terms.get(term) ?? 0) + sign * amount)
    }
  }

  /** In one order in every process, so that two batches never wait for each other crosswise. */
  async store(tx: Tx, schema: Schema): Promise<void> {
    const terms = [...this.#terms].filter(([, amount]) => amount !== 0).sort(([a], [b]) => a - b)
    const words = [...this.#words].filter(([, amount]) => amount !== 0).sort(([a], [b]) => (a < b ? -1 : 1))
    if (terms.length > 0)
      await tx.execute(sql`insert into ${nameOf(schema, "statistics")} as s (term, amount)
        select * from unnest(${sql.param(terms.map(([term]) => term))}::int[], ${sql.param(terms.map(([, amount]) => amount))}::bigint[])
        on conflict (term) do update set amount = s.amount + excluded.amount`)
    if (words.length > 0)
      await tx.execute(sql`insert into ${nameOf(schema, "words")} as w (word, documents)
        select * from unnest(${sql.param(words.map(([word]) => word))}::text[], ${sql.param(words.map(([, amount]) => amount))}::int[])
        on conflict (word) do update set documents = w.documents + excluded.documents`)
    if (words.some(([, amount]) => amount < 0))
      await tx.execute(sql`delete from ${nameOf(schema, "words")} where documents <= 0
        and word = any(${sql.param(words.map(([word]) => word))}::text[])`)
  }
}
