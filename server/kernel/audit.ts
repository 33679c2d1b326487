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

/** Written in the transaction of the deed: what is not done is not logged, and the other way round. */
export async function audit(tx: Tx, actor: Actor | null, entry: AuditEntry): Promise<void> {
  await tx.insert(auditLog).values({
    id: newId(),
    at: now(),
    actorId: actor?.id ?? null,
    action: entry.action,
    subjectType: entry.subjectType,
    subjectId: entry.subjectId ?? null,
    detail: entry.detail ?? {},
  })
}
