import { and, eq, inArray, or, type SQL, sql } from "drizzle-orm"
import type { Actor } from "./actor.ts"
import { newId, type Tx } from "./database.ts"
import { auditLog } from "./tables.ts"
import { now } from "./time.ts"

export type AuditEntry = {
  action: string
  subjectType: string
  subjectId?: string | null
  /** Ids, old and new settings, a reason; never the text of a post and never a secret. */
  detail?: Record<string, unknown>
}

/** Written in the transaction of the action: what is not done is not logged, and the other way round. */
export const audit = (tx: Tx, actor: Actor | null, entry: AuditEntry): Promise<void> =>
  auditAll(tx, actor, [entry])

/** The same of any number of entries, a thousand in a statement. */
export async function auditAll(tx: Tx, actor: Actor | null, entries: AuditEntry[]): Promise<void> {
  const rows = entries.map(({ action, subjectType, subjectId = null, detail = {} }) => ({
    id: newId(),
    at: now(),
    actorId: actor?.id ?? null,
    action,
    subjectType,
    subjectId,
    detail,
  }))
  for (let at = 0; at < rows.length; at += ENTRIES_AT_ONCE)
    await tx.insert(auditLog).values(rows.slice(at, at + ENTRIES_AT_ONCE))
}
const ENTRIES_AT_ONCE = 1000

/**
 * Records what happens to things of one type, in the write's own transaction.
 * @param area what the actions begin with, e.g. "report" of "report.released"
 */
export const auditOf =
  (subjectType: string, area = subjectType) =>
  (tx: Tx, actor: Actor, action: string, subjectId: string, detail: Record<string, unknown> = {}) =>
    audit(tx, actor, { action: `${area}.${action}`, subjectType, subjectId, detail })

/**
 * Entries about these things, and those whose details say that they are within `frame`, tell no longer who did them nor
 * any details. That something was done, and when, stays: the log never loses an entry.
 */
export async function forgetAudit(tx: Tx, frame: string, subjects: string[]): Promise<void> {
  await mayForget(tx)
  await tx.update(auditLog).set({ actorId: null, detail: {} }).where(within(frame, subjects))
}

/**
 * What a person did to these things was done by nobody in particular from now on, and an id that stands for them in the
 * details of any entry is left out.
 */
export async function unnameAudit(
  tx: Tx,
  { actorId, named, frame, subjects }: { actorId: string; named: string; frame: string; subjects: string[] },
): Promise<void> {
  await mayForget(tx)
  const own = and(eq(auditLog.actorId, actorId), within(frame, subjects))
  await tx.update(auditLog).set({ actorId: null }).where(own)
  const others = sql`(select coalesce(jsonb_object_agg(part.key, part.value), '{}') from jsonb_each(${auditLog.detail}) part
    where part.value <> to_jsonb(${named}::text))`
  await tx.update(auditLog).set({ detail: others }).where(names(named))
}

/** Entries that are older and still tell somebody or something, except those about or by one of these. */
export const auditBefore = (before: Date, exceptIds: string[]): SQL =>
  sql`${auditLog.at} < ${before} and (${auditLog.actorId} is not null or ${auditLog.detail} <> '{}'::jsonb)
    and (${auditLog.actorId} is null or not ${auditLog.actorId} = any(${sql.param(exceptIds)}::uuid[]))
    and (${auditLog.subjectId} is null or not ${auditLog.subjectId} = any(${sql.param(exceptIds)}::text[]))`

/** Exactly those tell no longer by whom it was done, nor any details. */
export async function forgetAuditBefore(tx: Tx, before: Date, exceptIds: string[]): Promise<void> {
  await mayForget(tx)
  await tx.update(auditLog).set({ actorId: null, detail: {} }).where(auditBefore(before, exceptIds))
}

/** The database refuses every other change of an entry, and this one without being told; until the transaction ends. */
export const mayForget = (tx: Tx) => tx.execute(sql`select set_config('fachforum.audit_forgets', 'on', true)`)

const within = (frame: string, subjects: string[]) =>
  or(inArray(auditLog.subjectId, [frame, ...subjects]), names(frame))

/** Some value of the details is this id. */
const names = (id: string): SQL =>
  sql`${auditLog.detail} @? ${`$.* ? (@ == ${JSON.stringify(id)})`}::jsonpath`
