import type { Db } from "../../server/kernel/database.ts"
import { newId } from "../../server/kernel/database.ts"
import { renderMarkdown } from "../../server/kernel/markdown.ts"
import { randomOf, sentenceOf, textOf } from "./words.ts"

const THREADS_AT_ONCE = 400
/** A question, three answers and a comment. */
const POSTS_PER_THREAD = 5

export type Place = { categoryId: string; personId: string }

/** Fills the forum's tables; what the index makes of them is measured apart. @returns ids of some threads */
export async function fillForum(db: Db, place: Place, posts: number, progress: (done: number) => void) {
  const random = randomOf(1)
  const kept: string[] = []
  const threads = Math.ceil(posts / POSTS_PER_THREAD)
  for (let done = 0; done < threads; done += THREADS_AT_ONCE) {
    const some = Array.from({ length: Math.min(THREADS_AT_ONCE, threads - done) }, () => threadOf(random))
    await insert(db, place, some)
    kept.push(...some.filter((_, at) => at % 40 === 0).map(({ id }) => id))
    progress((done + some.length) * POSTS_PER_THREAD)
  }
  await db.$client.query("analyze")
  return kept
}

type Thread = { id: string; title: string; posts: { id: string; kind: string; text: string }[] }

function threadOf(random: () => number): Thread {
  const id = newId()
  const posts = ["question", "answer", "answer", "answer", "comment"].map((kind, at) => ({
    id: at === 0 ? id : newId(),
    kind,
    text: kind === "comment" ? sentenceOf(random, 12) : textOf(random),
  }))
  return { id, title: sentenceOf(random, 7).slice(0, 150), posts }
}

async function insert(db: Db, { categoryId, personId }: Place, threads: Thread[]): Promise<void> {
  const posts = threads.flatMap((thread) =>
    thread.posts.map(({ id, kind, text }) => ({
      id,
      kind,
      thread: thread.id,
      parent: kind === "comment" ? thread.id : null,
      text: { body: text },
      html: { body: renderMarkdown(text, "body") },
    })),
  )
  const threadRows = JSON.stringify(threads.map(({ id, title }) => ({ id, title })))
  await db.$client.query(
    `insert into threads (id, kind, category_id, title, created_at)
     select id, 'question', $2, title, now() from json_to_recordset($1) as t(id uuid, title text)`,
    [threadRows, categoryId],
  )
  await db.$client.query(
    `insert into posts (id, kind, thread_id, parent_id, author_id, text, html, created_at)
     select id, kind, thread, parent, $2, text, html, now()
     from json_to_recordset($1) as p(id uuid, kind text, thread uuid, parent uuid, text jsonb, html jsonb)`,
    [JSON.stringify(posts), personId],
  )
  await db.$client.query(
    `insert into questions (id, state, category_id, author_id)
     select id, 'open', $2, $3 from json_to_recordset($1) as t(id uuid)`,
    [threadRows, categoryId, personId],
  )
  await db.$client.query(
    `insert into answers (id, question_id) select id, thread
     from json_to_recordset($1) as p(id uuid, kind text, thread uuid) where kind = 'answer'`,
    [JSON.stringify(posts)],
  )
}
