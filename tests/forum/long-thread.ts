import { sql } from "drizzle-orm"
import { newId } from "../../server/kernel/database.ts"
import type { Person } from "../support/world.ts"
import type { Town } from "./town.ts"

/** Answers, or comments under a post, as many as no test could send one by one; oldest first. */
export async function addMany(
  town: Town,
  author: Person,
  threadId: string,
  count: number,
  parentId: string | null = null,
): Promise<string[]> {
  const ids = Array.from({ length: count }, () => newId())
  const kind = parentId ? "comment" : "answer"
  const made = sql`unnest(${sql.param(ids)}::uuid[]) with ordinality as made(id, number)`
  await town.db.execute(sql`insert into posts (id, kind, thread_id, parent_id, author_id, text, html, created_at)
    select id, ${kind}, ${threadId}::uuid, ${parentId}::uuid, ${author.id}::uuid,
      jsonb_build_object('body', 'Beitrag ' || number), jsonb_build_object('body', '<p>Beitrag ' || number || '</p>'),
      now() from ${made}`)
  if (!parentId)
    await town.db.execute(
      sql`insert into answers (id, question_id) select id, ${threadId}::uuid from ${made}`,
    )
  return ids
}
