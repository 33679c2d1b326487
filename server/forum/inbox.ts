import { and, eq } from "drizzle-orm"
import { union } from "drizzle-orm/pg-core"
import { departments, findActors, people } from "../accounts/index.ts"
import type { Actor } from "../kernel/actor.ts"
import type { Reader } from "../kernel/database.ts"
import { textOfHtml } from "../kernel/html-text.ts"
import { among } from "../kernel/statements.ts"
import type { InboxFacts } from "../notifications/index.ts"
import { loadStanding, selectStandings } from "./loading.ts"
import { mayHearOf, mayReadTitle, maySeePost } from "./policy.ts"
import { postAddress } from "./posts/address.ts"
import { replyKind } from "./replying.ts"
import { answers, categories, marks, posts } from "./tables.ts"

/**
 * What entries of the inbox are about: of these posts the ones that the person may see now.
 * @param origin what the addresses in a quoted text begin with
 */
export async function describeForumInbox(
  reader: Reader,
  actor: Actor,
  ids: string[],
  origin: string,
): Promise<Map<string, InboxFacts>> {
  const names = { author: people.displayName, category: categories.name, department: departments.name }
  const rows = await selectStandings(reader, names)
    .innerJoin(people, eq(people.id, posts.authorId))
    .leftJoin(departments, eq(departments.id, answers.officialId))
    .where(among(posts.id, ids))
  return new Map(
    rows
      .filter((seen) => mayHearOf(actor, seen))
      .map(({ author, category, department, ...seen }) => [
        seen.post.id,
        {
          kind: seen.answer?.officialId ? "official-answer" : seen.post.kind,
          title: mayReadTitle(actor, seen) ? seen.thread.title : null,
          address: postAddress(seen.post.id),
          person: department ?? author,
          place: category,
          // Made only where it is read: the inbox quotes nothing, and a mail not in every case.
          get text() {
            return seen.post.html.body ? textOfHtml(seen.post.html.body, { origin }) : null
          },
          reply: replyKind(actor, seen),
          ...(seen.answer?.officialId && { legalStatusDate: seen.answer.legalStatusDate }),
        },
      ]),
  )
}

/** The asker of a question and everybody who has it, too, each once. */
export async function listAskers(reader: Reader, questionId: string): Promise<string[]> {
  const asker = reader.select({ personId: posts.authorId }).from(posts).where(eq(posts.id, questionId))
  const same = reader
    .select({ personId: marks.personId })
    .from(marks)
    .where(and(eq(marks.postId, questionId), eq(marks.kind, "same-question")))
  return (await union(asker, same)).map(({ personId }) => personId)
}

/** Who of these people may see a post, by what their rights are within this write. */
export async function readersAmong(reader: Reader, postId: string, personIds: string[]): Promise<string[]> {
  if (personIds.length === 0) return []
  const standing = await loadStanding(reader, postId)
  if (!standing) return []
  const actors = await findActors(reader, personIds)
  return actors.filter((actor) => maySeePost(actor, standing)).map(({ id }) => id)
}
