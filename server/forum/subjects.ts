import { eq, inArray } from "drizzle-orm"
import { people, type SubjectFacts } from "../accounts/index.ts"
import type { Actor } from "../kernel/actor.ts"
import type { Reader } from "../kernel/database.ts"
import { selectStandings } from "./loading.ts"
import { mayReadTitle, maySeePost } from "./policy.ts"
import { postAddress } from "./posts/address.ts"
import { categories, posts } from "./tables.ts"

/**
 * What entries of the audit log are about, for who reads the log: who wrote the post and where it stands, and its title
 * only for who may read it. The role of the administration alone reads nothing.
 */
export async function describeForumSubjects(
  reader: Reader,
  actor: Actor,
  ids: string[],
): Promise<Map<string, SubjectFacts>> {
  const rows = await selectStandings(reader, { author: people.displayName, category: categories.name })
    .innerJoin(people, eq(people.id, posts.authorId))
    .where(inArray(posts.id, ids))
  const named = await reader
    .select({ id: categories.id, name: categories.name })
    .from(categories)
    .where(inArray(categories.id, ids))
  const ofPosts = rows.map(({ author, category, ...seen }): [string, SubjectFacts] => {
    const isSeen = maySeePost(actor, seen)
    return [
      seen.post.id,
      {
        title: isSeen && mayReadTitle(actor, seen) ? seen.thread.title : null,
        address: isSeen ? postAddress(seen.post.id) : null,
        person: author,
        place: category,
      },
    ]
  })
  const ofCategories = named.map(({ id, name }): [string, SubjectFacts] => [
    id,
    { title: name, address: null, person: null, place: null },
  ])
  return new Map([...ofPosts, ...ofCategories])
}
