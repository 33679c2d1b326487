import { createHash } from "node:crypto"
import { and, eq, lt } from "drizzle-orm"
import type { Actor } from "./actor.ts"
import { type Db, newId, only, type Tx } from "./database.ts"
import { submissions } from "./tables.ts"
import { DAY, now } from "./time.ts"

/**
 * Makes a thing once per idempotency key of the person. A repeat gets the id of the first;
 * two at the same time wait for each other on the primary key.
 * @param sent what is to be made, where, and its texts: whoever goes back in the browser, writes something else and
 * sends it under the same key means another thing. Files do not count, as a form without script uploads them again.
 * @param create makes the thing, under the id it is given
 */
export async function once(
  tx: Tx,
  actor: Actor,
  key: string | undefined,
  sent: readonly string[],
  create: (id: string) => Promise<void>,
): Promise<{ id: string }> {
  const id = newId()
  if (key === undefined) {
    await create(id)
    return { id }
  }
  const own = { personId: actor.id, key: digest([key, ...sent]) }
  const claimed = await tx
    .insert(submissions)
    .values({ ...own, resultId: id, at: now() })
    .onConflictDoNothing()
    .returning({ id: submissions.resultId })
  if (claimed.length > 0) {
    await create(id)
    return { id }
  }
  const first = await tx
    .select({ id: submissions.resultId })
    .from(submissions)
    .where(and(eq(submissions.personId, own.personId), eq(submissions.key, own.key)))
  return only(first)
}

const digest = (sent: string[]) => createHash("sha256").update(JSON.stringify(sent)).digest("base64url")

export async function sweepSubmissions(db: Db): Promise<void> {
  await db.delete(submissions).where(lt(submissions.at, new Date(now().getTime() - 2 * DAY)))
}
