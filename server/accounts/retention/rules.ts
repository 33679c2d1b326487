import { eq } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import { audit } from "../../kernel/audit.ts"
import { type Db, type Reader, transact } from "../../kernel/database.ts"
import { notFound } from "../../kernel/errors.ts"
import { DAY, now } from "../../kernel/time.ts"
import { requireAdmin } from "../policy.ts"
import { listHeld } from "./holds.ts"
import type { RetentionKind } from "./kinds.ts"
import type { NewRetention, RetentionRow, RetentionTrial } from "./schema.ts"
import { retentionRules } from "./tables.ts"

export type Retention = { db: Db; kinds: readonly RetentionKind[] }

export async function listRetention({ db, kinds }: Retention, actor: Actor): Promise<RetentionRow[]> {
  requireAdmin(actor)
  const days = await daysOf(db)
  return kinds.map(({ name, title, explained }) => {
    const { locale } = actor
    return { kind: name, title: title[locale], explained: explained[locale], days: days.get(name) ?? null }
  })
}

/** From the next night on. Null: nothing of this kind goes by itself. */
export async function setRetention(
  { db, kinds }: Retention,
  actor: Actor,
  name: string,
  { days }: NewRetention,
): Promise<void> {
  requireAdmin(actor)
  if (!kinds.some((kind) => kind.name === name)) throw notFound()
  await transact(db, async (tx) => {
    const [former] = await tx.select().from(retentionRules).where(eq(retentionRules.kind, name)).for("update")
    if ((former?.days ?? null) === days) return
    if (days === null) await tx.delete(retentionRules).where(eq(retentionRules.kind, name))
    else
      await tx
        .insert(retentionRules)
        .values({ kind: name, days })
        .onConflictDoUpdate({ target: retentionRules.kind, set: { days } })
    const detail = { kind: name, from: former?.days ?? null, to: days }
    await audit(tx, actor, { action: "retention.changed", subjectType: "retention", detail })
  })
}

/** What would go in the next night, by kind and in numbers alone. */
export async function tryRetention({ db, kinds }: Retention, actor: Actor): Promise<RetentionTrial[]> {
  requireAdmin(actor)
  const held = await listHeld(db)
  const trials: RetentionTrial[] = []
  for (const { kind, days, before } of await dueKinds({ db, kinds })) {
    const count = await kind.count(db, before, held)
    trials.push({ kind: kind.name, title: kind.title[actor.locale], days, count })
  }
  return trials
}

/** Every night. What is on hold stays, and goes in the night after it was lifted. */
export async function applyRetention({ db, kinds }: Retention): Promise<void> {
  for (const { kind, before } of await dueKinds({ db, kinds })) {
    const held = await listHeld(db)
    const count = await kind.count(db, before, held)
    if (count === 0) continue
    await kind.remove(db, before, held)
    await transact(db, (tx) =>
      audit(tx, null, {
        action: "retention.applied",
        subjectType: "retention",
        detail: { kind: kind.name, count },
      }),
    )
  }
}

async function dueKinds({ db, kinds }: Retention) {
  const days = await daysOf(db)
  return kinds.flatMap((kind) => {
    const kept = days.get(kind.name)
    return kept === undefined ? [] : [{ kind, days: kept, before: new Date(now().getTime() - kept * DAY) }]
  })
}

async function daysOf(reader: Reader): Promise<Map<string, number>> {
  const rows = await reader.select().from(retentionRules)
  return new Map(rows.map(({ kind, days }) => [kind, days]))
}
