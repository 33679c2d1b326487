import { and, asc, eq, isNull, sql } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import { auditOf } from "../../kernel/audit.ts"
import { type Db, isUniqueViolation, newId, type Reader, transact } from "../../kernel/database.ts"
import { notFound } from "../../kernel/errors.ts"
import { now } from "../../kernel/time.ts"
import { refusal } from "../codes.ts"
import { findPerson } from "../people/queries.ts"
import { requireAdmin } from "../policy.ts"
import { people } from "../tables.ts"
import type { Held } from "./kinds.ts"
import type { HoldView, NewHold } from "./schema.ts"
import { legalHolds } from "./tables.ts"

/** Of things that other modules know. */
export type ThreadExists = (reader: Reader, id: string) => Promise<boolean>

const record = auditOf("hold")

/** Everything that is on hold at this moment. */
export async function listHeld(reader: Reader): Promise<Held> {
  const rows = await reader
    .select({ type: legalHolds.subjectType, id: legalHolds.subjectId })
    .from(legalHolds)
    .where(isNull(legalHolds.liftedAt))
  const of = (type: keyof Held) => rows.filter((row) => row.type === type).map(({ id }) => id)
  return { person: of("person"), thread: of("thread") }
}

/** The oldest first. An administrator reads no forum, so of a thread there is no more to tell than its id. */
export async function listHolds(reader: Reader, actor: Actor): Promise<HoldView[]> {
  requireAdmin(actor)
  const rows = await reader
    .select({
      hold: legalHolds,
      placedBy: people.displayName,
      subjectName: sql<string | null>`(select held.display_name from ${people} held
        where ${legalHolds.subjectType} = 'person' and held.id = ${legalHolds.subjectId})`,
    })
    .from(legalHolds)
    .innerJoin(people, eq(people.id, legalHolds.placedById))
    .where(isNull(legalHolds.liftedAt))
    .orderBy(asc(legalHolds.id))
  return rows.map(({ hold: { id, subjectType, subjectId, reason, placedAt }, placedBy, subjectName }) => {
    return { id, subjectType, subjectId, subjectName, reason, placedBy, placedAt: placedAt.toISOString() }
  })
}

export async function placeHold(
  db: Db,
  threadExists: ThreadExists,
  actor: Actor,
  { subjectType, subjectId, reason }: NewHold,
): Promise<{ id: string }> {
  requireAdmin(actor)
  const exists =
    subjectType === "person" ? (await findPerson(db, subjectId)) !== null : await threadExists(db, subjectId)
  if (!exists) throw refusal(422, "hold.subject-unknown", "subjectId")
  try {
    return await transact(db, async (tx) => {
      const id = newId()
      const values = { id, subjectType, subjectId, reason: reason.trim() }
      await tx.insert(legalHolds).values({ ...values, placedById: actor.id, placedAt: now() })
      await record(tx, actor, "placed", id, { type: subjectType, held: subjectId, reason: values.reason })
      return { id }
    })
  } catch (error) {
    if (isUniqueViolation(error)) throw refusal(409, "hold.placed-already", "subjectId")
    throw error
  }
}

/** That it was there, and why, stays in the audit log. */
export async function liftHold(db: Db, actor: Actor, id: string): Promise<void> {
  requireAdmin(actor)
  await transact(db, async (tx) => {
    const [lifted] = await tx
      .update(legalHolds)
      .set({ liftedAt: now() })
      .where(and(eq(legalHolds.id, id), isNull(legalHolds.liftedAt)))
      .returning({ type: legalHolds.subjectType, held: legalHolds.subjectId })
    if (!lifted) throw notFound()
    await record(tx, actor, "lifted", id, lifted)
  })
}
