import type pg from "pg"
import { newId } from "../../server/kernel/database.ts"
import { renderMarkdown } from "../../server/kernel/markdown.ts"
import { randomOf, sentenceOf } from "../search/words.ts"
import { copy, knownColumns, type Row } from "./copy.ts"

/** How large a forum the load is measured on. Posts come to about twelve a thread. */
export type Size = {
  threads: number
  people: number
  departments: number
  categories: number
  /** Of so many of the latest threads a third waits for an answer; what is older has one, after years. */
  backlog: number
}
export const sizeOf = (threads: number): Size => ({
  threads,
  people: 2000,
  departments: 20,
  categories: 40,
  backlog: 1500,
})

export type Forum = {
  departments: string[]
  people: string[]
  categories: string[]
  /** Threads of exactly 20 posts, whose page is measured. */
  measured: string[]
  posts: number
}

type Random = () => number

/**
 * Fills an empty, migrated database through COPY. Which thread has how many posts, marks, attachments and in which state
 * it is follows from one seed, so that two revisions are measured on the same forum.
 * @param textOf the text of a post, by its number; in Markdown
 */
export async function fillForum(
  pool: pg.Pool,
  size: Size,
  textOf: (random: Random) => string,
  progress: (threads: number) => void,
): Promise<Forum> {
  const random = randomOf(20261130)
  const base = await fillBase(pool, size, random)
  const forum: Forum = { ...base, measured: [], posts: 0 }
  // Rendered once each: what is measured is how the program reads, not how it renders.
  const texts = Array.from({ length: 2000 }, () => {
    const markdown = textOf(random)
    return {
      text: JSON.stringify({ body: markdown }),
      html: JSON.stringify({ body: renderMarkdown(markdown, "body") }),
    }
  })
  const columns = await knownColumns(pool)
  for (let done = 0; done < size.threads; done += BATCH) {
    const batch = newBatch(columns)
    for (let at = done; at < Math.min(done + BATCH, size.threads); at++)
      addThread(batch, forum, at, size, random, texts)
    for (const [table, { columns, rows }] of Object.entries(batch)) await copy(pool, table, columns, rows)
    forum.posts += batch.posts.rows.length
    progress(Math.min(done + BATCH, size.threads))
  }
  await settleAnswers(pool)
  await pool.query("vacuum analyze")
  return forum
}

/** Where the schema stores what the order of answers follows from; an older one gets it from its migration. */
async function settleAnswers(pool: pg.Pool): Promise<void> {
  const { rowCount } = await pool.query(
    "select 1 from information_schema.columns where table_name = 'answers' and column_name = 'helpful_count'",
  )
  if (!rowCount) return
  await pool.query(`update answers a set helpful_count = (select count(*) from marks m
      where m.post_id = a.id and m.kind = 'helpful'), gone = p.withdrawn_at is not null or p.hidden_at is not null
    from posts p where p.id = a.id`)
}

const BATCH = 500
const pick = <T>(random: Random, from: readonly T[]): T => {
  const found = from[Math.floor(random() * from.length)]
  if (found === undefined) throw new Error("nothing to pick from")
  return found
}

async function fillBase(pool: pg.Pool, size: Size, random: Random) {
  const ids = (count: number) => Array.from({ length: count }, () => newId())
  const [departments, people, categories] = [ids(size.departments), ids(size.people), ids(size.categories)]
  await copy(
    pool,
    "departments",
    ["id", "name", "short_name"],
    departments.map((id, at) => [id, `Amt ${at + 1}`, `A${at + 1}`]),
  )
  const roles = (at: number) => (at % 20 === 0 ? "{clerk,specialist}" : "{clerk}")
  await copy(
    pool,
    "people",
    ["id", "display_name", "email", "roles", "created_at"],
    people.map((id, at) => [
      id,
      `${sentenceOf(random, 1).slice(0, -1)} ${at}`,
      `${id}@example.org`,
      roles(at),
      moment(0),
    ]),
  )
  await copy(
    pool,
    "memberships",
    ["person_id", "department_id"],
    people.map((id, at) => [id, departments[at % departments.length] ?? ""]),
  )
  await copy(
    pool,
    "categories",
    ["id", "kind", "name", "responsible_id", "audience", "position"],
    categories.map((id, at) => [
      id,
      at % 8 === 7 ? "best-practices" : "questions",
      `Thema ${at + 1}`,
      departments[at % departments.length] ?? "",
      at % 10 === 9 ? "listed" : "all",
      at,
    ]),
  )
  const listed = categories.filter((_, at) => at % 10 === 9)
  const seen = listed.flatMap((id) => departments.slice(0, 5).map((department) => [id, department]))
  await copy(pool, "category_departments", ["category_id", "department_id"], seen)
  return { departments, people, categories }
}

const TABLES = {
  threads: ["id", "kind", "category_id", "title", "tags", "created_at"],
  posts: [
    "id",
    "kind",
    "thread_id",
    "parent_id",
    "author_id",
    "text",
    "html",
    "created_at",
    "withdrawn_at",
    "hidden_at",
  ],
  questions: ["id", "state", "wanted_by", "taken_by_id", "closed_at", "category_id", "author_id"],
  answers: [
    "id",
    "question_id",
    "official_id",
    "legal_status_date",
    "review_date",
    "needs_review_since",
    "accepted_at",
  ],
  marks: ["post_id", "person_id", "kind"],
  attachments: ["id", "post_id", "uploader_id", "name", "media_type", "image", "bytes", "created_at"],
} as const
type Batch = Record<keyof typeof TABLES, { columns: readonly string[]; rows: Row[] }>
/** Columns that the schema lacks are the last ones of their table, so rows are cut to those that it has. */
const newBatch = (known: Set<string>): Batch =>
  Object.fromEntries(
    Object.entries(TABLES).map(([table, columns]) => [
      table,
      { columns: columns.filter((column) => known.has(`${table}.${column}`)), rows: [] },
    ]),
  ) as unknown as Batch

const TAGS = ["miete", "einkommen", "frist", "nachweis", "umzug", "rueckforderung", "haushalt", "antrag"]
const STATES = [
  "open",
  "in-progress",
  "asked-back",
  "answered",
  "answered",
  "answered",
  "answered",
  "answered",
  "closed",
]

type Text = { text: string; html: string }

function addThread(batch: Batch, forum: Forum, at: number, size: Size, random: Random, texts: Text[]): void {
  const id = newId()
  const isMeasured = at % 40 === 0
  const categoryAt = Math.floor(random() * forum.categories.length)
  const isPractice = categoryAt % 8 === 7 && !isMeasured
  const category = forum.categories[isMeasured ? categoryAt - (categoryAt % 10) : categoryAt] ?? ""
  const responsible = forum.departments[categoryAt % forum.departments.length] ?? ""
  const created = moment(at)
  const kind = isPractice ? "best-practice" : "question"
  const tags = `{${[pick(random, TAGS), pick(random, TAGS)].join(",")}}`
  batch.threads.rows.push([id, kind, category, sentenceOf(random, 7).slice(0, 150), tags, created])
  const add = (post: { id: string; kind: string; parent: string | null; gone: boolean }) => {
    const { text, html } = pick(random, texts)
    const isHidden = post.gone && random() < 0.3
    const author = pick(random, forum.people)
    batch.posts.rows.push([
      post.id,
      post.kind,
      id,
      post.parent,
      author,
      text,
      html,
      created,
      post.gone && !isHidden ? created : null,
      isHidden ? created : null,
    ])
    for (let n = Math.floor(random() * 4); n > 0; n--)
      batch.marks.rows.push([post.id, forum.people[(at * 7 + n) % forum.people.length] ?? "", "helpful"])
    if (random() < 0.05)
      batch.attachments.rows.push([
        newId(),
        post.id,
        pick(random, forum.people),
        "Bescheid.pdf",
        "application/pdf",
        false,
        81_234,
        created,
      ])
    return author
  }
  const asker = add({ id, kind, parent: null, gone: false })
  const drawn = pick(random, at < size.threads - size.backlog ? STATES.slice(3) : STATES)
  // Those whose page is measured are answered as well.
  const state = isMeasured && drawn === "closed" ? "answered" : drawn
  if (!isPractice)
    batch.questions.rows.push([
      id,
      state,
      null,
      state === "in-progress" ? pick(random, forum.people) : null,
      state === "closed" ? created : null,
      category,
      asker,
    ])
  const many = isMeasured ? 19 : Math.floor(random() * 23)
  const answers: string[] = []
  for (let n = 0; n < many; n++) {
    const isAnswer = !isPractice && (n % 3 === 0 || answers.length === 0)
    const post = newId()
    const gone = !isMeasured && random() < 0.02
    add({
      id: post,
      kind: isAnswer ? "answer" : "comment",
      parent: isAnswer ? null : (answers.at(-1) ?? id),
      gone,
    })
    if (!isAnswer) continue
    answers.push(post)
    const isOfficial = answers.length === 1 && state === "answered"
    batch.answers.rows.push([
      post,
      id,
      isOfficial ? responsible : null,
      isOfficial ? "2026-01-01" : null,
      isOfficial ? "2027-01-01" : null,
      isOfficial && random() < 0.05 ? created : null,
      answers.length === 2 && random() < 0.3 ? created : null,
    ])
  }
  if (isMeasured) forum.measured.push(id)
}

/** Three years of questions, one after the other. */
const moment = (at: number) => new Date(Date.UTC(2023, 10, 1) + at * 60_000).toISOString()
