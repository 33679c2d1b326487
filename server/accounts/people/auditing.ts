import type { Actor } from "../../kernel/actor.ts"
import { type AuditEntry, auditAll } from "../../kernel/audit.ts"
import type { Tx } from "../../kernel/database.ts"

/** Who changes something: an administrator, or a directory, which the audit log then names. */
export type By = { actor: Actor | null; directory?: string }

/** Records what was done, in the transaction that does it. */
export const auditBy = (tx: Tx, by: By, entry: AuditEntry) => auditAllBy(tx, by, [entry])

/** The same of any number, in one statement. */
export const auditAllBy = (tx: Tx, { actor, directory }: By, entries: AuditEntry[]) =>
  auditAll(
    tx,
    actor,
    entries.map(({ detail = {}, ...entry }) => {
      return { ...entry, detail: directory === undefined ? detail : { ...detail, directory } }
    }),
  )

/** The same of a person. */
export const auditPerson = (
  tx: Tx,
  by: By,
  subjectId: string,
  entry: Pick<AuditEntry, "action" | "detail">,
) => auditBy(tx, by, { ...entry, subjectType: "person", subjectId })
