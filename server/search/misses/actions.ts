import { and, count, eq, inArray, isNotNull, isNull, lt, or, sql } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import { type Db, newId, only, type Tx, transact } from "../../kernel/database.ts"
import { notFound } from "../../kernel/errors.ts"
import { dailyHash } from "../../kernel/throttle.ts"
import { today } from "../../kernel/time.ts"
import { addDays } from "../../kernel/workdays.ts"
import { requireSpecialist } from "../policy.ts"
import { searchMisses, searchMissSeekers } from "../tables.ts"
import type { MissParts } from "./parts.ts"
import { ownMisses } from "./queries.ts"
import { wordingOf } from "./wording.ts"

/** So many different people of one day make it no longer the business of one. */
const ENOUGH = 5
const KEPT_DAYS = 90

/**
 * A search that found nothing. Who searched is remembered until the day's end, as a hash under a key of that day and
 * of this one miss, so that two searches of one person cannot be put together.
 * @param categoryId the one category that was searched in, if it was one
 */
export async function noteMiss(
  { db, findPersonalData }: MissParts,
  actor: Actor,
  typed: string,
  categoryId: string | null,
): Promise<void> {
  const wording = wordingOf(typed, findPersonalData)
  if (!wording) return
  const day = today()
  const hash = await dailyHash(db, `miss|${wording.query}|${categoryId}|${actor.id}`)
  const seeker = Buffer.from(hash, "base64url")
  await transact(db, async (tx) => {
    const miss = await keepMiss(tx, { ...wording, categoryId, day })
    if (miss.shownSince) return
    await tx.insert(searchMissSeekers).values({ missId: miss.id, day, seeker }).onConflictDoNothing()
    if ((await countSeekers(tx, miss.id, day)) < ENOUGH) return
    await tx.update(searchMisses).set({ shownSince: day }).where(eq(searchMisses.id, miss.id))
    await tx.delete(searchMissSeekers).where(eq(searchMissSeekers.missId, miss.id))
  })
}

type Kept = Omit<typeof searchMisses.$inferInsert, "id">

/** Two people who search for the same at once wait for each other here. */
async function keepMiss(tx: Tx, kept: Kept) {
  const rows = await tx
    .insert(searchMisses)
    .values({ id: newId(), ...kept })
    .onConflictDoUpdate({
      target: [searchMisses.query, searchMisses.categoryId],
      // The 90 days count from the day on which it was shown.
      set: {
        day: sql`case when ${searchMisses.shownSince} is null then excluded.day else ${searchMisses.day} end`,
      },
    })
    .returning({ id: searchMisses.id, shownSince: searchMisses.shownSince })
  return only(rows)
}

async function countSeekers(tx: Tx, missId: string, day: string): Promise<number> {
  const seekers = await tx
    .select({ count: count() })
    .from(searchMissSeekers)
    .where(and(eq(searchMissSeekers.missId, missId), eq(searchMissSeekers.day, day)))
  return only(seekers).count
}

/** Done with it: somebody wrote the post, or nobody needs it. Searched for again by five people, it comes again. */
export async function settleMiss(parts: MissParts, actor: Actor, id: string): Promise<void> {
  requireSpecialist(actor)
  await transact(parts.db, async (tx) => {
    const isOwn = ownMisses(await parts.answeredCategories(tx, actor))
    const settled = await tx
      .delete(searchMisses)
      .where(and(eq(searchMisses.id, id), isNotNull(searchMisses.shownSince), isOwn))
      .returning({ id: searchMisses.id })
    if (settled.length === 0) throw notFound()
  })
}

/** Words were blacked out that nobody may read any more, not in a list of searches either. */
export async function forgetMisses(tx: Tx, holdsThem: (words: string) => boolean): Promise<void> {
  const rows = await tx
    .select({ id: searchMisses.id, query: searchMisses.query, shown: searchMisses.shown })
    .from(searchMisses)
  const ids = rows.filter(({ query, shown }) => holdsThem(shown) || holdsThem(query)).map(({ id }) => id)
  if (ids.length > 0) await tx.delete(searchMisses).where(inArray(searchMisses.id, ids))
}

/**
 * Deletes the hashes of days gone by and what too few people searched for: with the day's key, there is no way to find
 * out whether the next one is new. Then what is older than 90 days.
 */
export async function sweepMisses(db: Db): Promise<void> {
  const day = today()
  const oldest = addDays(today(), -KEPT_DAYS)
  await db.delete(searchMissSeekers).where(lt(searchMissSeekers.day, day))
  const isForgotten = and(isNull(searchMisses.shownSince), lt(searchMisses.day, day))
  await db.delete(searchMisses).where(or(isForgotten, lt(searchMisses.day, oldest)))
}
