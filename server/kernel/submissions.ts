import { and, eq, lt } from "drizzle-orm"
import type { Actor } from "./actor.ts"
import type { Db, Tx } from "./database.ts"
import { submissions } from "./tables.ts"
import { DAY, now } from "./time.ts"

/**
 * Makes a thing once per idempotency key of the person. A repeat gets the id of the first;
 * two at the same time wait for each other on the primary key.
 * @param create makes the thing, under the id it is given
 */
export async function once(
  tx: Tx,
  actor: Actor,
  key: string | undefined,
  id: string,
  create: (id: string) => Promise<void>,
): Promise<{ id: string; repeated: boolean }> {
  if (key === undefined) {
    await create(id)
    return { id, repeated: false }
  }
  const claimed = await tx
    .insert(submissions)
    .values({ personId: actor.id, key, resultId: id, at: now() })
    .onConflictDoNothing()
    .returning()
  if (claimed.length > 0) {
    await create(id)
    return { id, repeated: false }
  }
  const first = await tx
    .select()
    .from(submissions)
    .where(and(eq(submissions.personId, actor.id), eq(submissions.key, key)))
  return { id: first[0]?.resultId ?? id, repeated: true }
}

export async function sweepSubmissions(db: Db): Promise<void> {
  await db.delete(submissions).where(lt(submissions.at, new Date(now().getTime() - 2 * DAY)))
}
