import { asc, eq, inArray, sql } from "drizzle-orm"
import { people } from "../../accounts/index.ts"
import type { Actor } from "../../kernel/actor.ts"
import type { Reader } from "../../kernel/database.ts"
import { type Standing, selectStandings } from "../loading.ts"
import { mayModerate, maySeePost } from "../policy.ts"
import { attachments, posts } from "../tables.ts"
import type { Occurrence } from "./forms.ts"
import { occurrencesIn } from "./redact.ts"
import type { FormView, OtherPost } from "./schema.ts"
import type { Sought } from "./sought.ts"
import { PLACES, type Place, readTexts, type StoredText, shownTexts } from "./texts.ts"

type Found = Occurrence & { place: Place }

/** What of the words a post holds, in all that is stored with it and in what people get to see of it. */
export async function findIn(reader: Reader, standing: Standing, sought: Sought[]): Promise<Found[]> {
  const texts = (await readTexts(reader, [standing])).get(standing.post.id) ?? []
  const stored = findAll(texts, sought)
  const isKnown = ({ form }: Found) => stored.some((other) => other.form === form)
  // Rendered, the text may show what nobody reads in its source.
  return [...stored, ...findAll(shownTexts(standing), sought).filter((found) => !isKnown(found))]
}

const findAll = (texts: StoredText[], sought: Sought[]): Found[] =>
  texts.flatMap(({ place, source, format }) =>
    occurrencesIn(source, format, sought).map((found) => ({ ...found, place })),
  )

/** The forms of the words, the very words first, each with how often and where it stands. */
export function listForms(found: Found[]): FormView[] {
  const forms = Map.groupBy(found, ({ form }) => form)
  return [...forms.values()]
    .map((all): FormView => {
      const [{ form, result, isMeant }] = all as [Found]
      return {
        form,
        result,
        meant: isMeant,
        count: all.length,
        places: countPlaces(all.map(({ place }) => place)),
      }
    })
    .toSorted((a, b) => Number(b.meant) - Number(a.meant) || b.count - a.count || (a.form < b.form ? -1 : 1))
}

export const countPlaces = (places: Place[]): FormView["places"] =>
  PLACES.map((place) => ({ place, count: places.filter((other) => other === place).length })).filter(
    ({ count }) => count > 0,
  )

/** Other posts of the thread that hold the words, as far as the actor sees them. */
export async function findInOthers(
  reader: Reader,
  actor: Actor,
  { thread }: Standing,
  except: string[],
  sought: Sought[],
): Promise<{ posts: OtherPost[]; found: Found[] }> {
  const author = sql<string>`(select p.display_name from ${people} p where p.id = ${posts.authorId})`
  const rows = await selectStandings(reader, { author })
    .where(eq(posts.threadId, thread.id))
    .orderBy(asc(posts.id))
  const others = rows.filter((row) => !except.includes(row.post.id) && maySeePost(actor, row))
  const texts = await readTexts(reader, others)
  const all = others.map((row) => {
    const found = findAll(texts.get(row.post.id) ?? [], sought)
    const { id, kind } = row.post
    const count = found.filter(({ isMeant }) => isMeant).length
    return { post: { id, kind, author: row.author, count, may: mayModerate(actor, row) }, found }
  })
  const holding = all.filter(({ post }) => post.count > 0)
  return {
    posts: holding.map(({ post }) => post),
    found: holding.filter(({ post }) => post.may).flatMap(({ found }) => found),
  }
}

/** Files whose content nobody here can read or blacken. */
export async function listFiles(reader: Reader, postIds: string[]) {
  return reader
    .select({ id: attachments.id, name: attachments.name })
    .from(attachments)
    .where(sql`${inArray(attachments.postId, postIds)} and ${attachments.removedAt} is null`)
    .orderBy(asc(attachments.id))
}
