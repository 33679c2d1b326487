import { and, desc, eq, or, type SQL, sql } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import type { Reader } from "../../kernel/database.ts"
import { UUID } from "../../kernel/schemas.ts"
import { auditLog } from "../../kernel/tables.ts"
import { calledIn } from "../leaving/former.ts"
import { departments, people } from "../tables.ts"
import type { AuditQuery, AuditView, SubjectFacts } from "./schema.ts"

/** Of things that other modules know, by id; rights are the reader's. */
export type DescribeSubjects = (actor: Actor, ids: string[]) => Promise<Map<string, SubjectFacts>>

const PAGE = 50

/** As it is today: the log itself holds ids, so that a name can still be corrected. */
const subjectName = sql<string | null>`case ${auditLog.subjectType}
  when 'person' then (select subject.display_name from ${people} subject where subject.id::text = ${auditLog.subjectId})
  when 'department' then (select subject.name from ${departments} subject where subject.id::text = ${auditLog.subjectId})
  end`

/** Newest first; `next` is the id of the last entry shown. For the administration only. */
export async function listAudit(
  reader: Reader,
  actor: Actor,
  describe: DescribeSubjects,
  query: AuditQuery,
): Promise<{ items: AuditView[]; next: string | null }> {
  const rows = await reader
    .select({ entry: auditLog, actorName: people.displayName, subjectName })
    .from(auditLog)
    .leftJoin(people, eq(people.id, auditLog.actorId))
    .where(and(...filters(query)))
    .orderBy(desc(auditLog.at), desc(auditLog.id))
    .limit(PAGE + 1)
  const shown = rows.slice(0, PAGE)
  const facts = await describe(actor, [...new Set(shown.flatMap(({ entry }) => uuidIn(entry.subjectId)))])
  const items = shown.map(({ entry, actorName, subjectName }): AuditView => {
    const { id, action, subjectType, subjectId, detail } = entry
    const by =
      entry.actorId && actorName !== null
        ? { id: entry.actorId, displayName: calledIn(actor.locale, actorName) }
        : null
    return {
      id,
      at: entry.at.toISOString(),
      actor: by,
      action,
      subjectType,
      subjectId,
      subjectName: subjectName && calledIn(actor.locale, subjectName),
      subject: facts.get(subjectId ?? "") ?? null,
      detail,
    }
  })
  return { items, next: rows.length > PAGE ? (items.at(-1)?.id ?? null) : null }
}

const AS_ID = new RegExp(`^${UUID}$`)
const uuidIn = (id: string | null) => (id && AS_ID.test(id) ? [id] : [])

function filters({ after, action, subjectType, subjectId, actorId }: AuditQuery): (SQL | undefined)[] {
  return [
    after
      ? sql`(${auditLog.at}, ${auditLog.id}) <
          (select shown.at, shown.id from ${auditLog} shown where shown.id = ${after})`
      : undefined,
    action
      ? or(eq(auditLog.action, action), sql`starts_with(${auditLog.action}, ${`${action}.`})`)
      : undefined,
    subjectType ? eq(auditLog.subjectType, subjectType) : undefined,
    subjectId ? eq(auditLog.subjectId, subjectId) : undefined,
    actorId ? eq(auditLog.actorId, actorId) : undefined,
  ]
}
