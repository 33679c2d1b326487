import { and, eq } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import type { Reader, Tx } from "../../kernel/database.ts"
import { notFound } from "../../kernel/errors.ts"
import { isOwn } from "../policy.ts"
import { cohortMembers } from "../tables.ts"
import { evidence } from "./tables.ts"

export type Evidence = typeof evidence.$inferSelect & { cohortId: string }

/** Its owner's alone: for anybody else it does not exist. */
export async function accessEvidence(reader: Reader, actor: Actor, id: string): Promise<Evidence> {
  const [found] = await reader
    .select()
    .from(evidence)
    .innerJoin(cohortMembers, eq(cohortMembers.id, evidence.memberId))
    .where(and(eq(evidence.id, id), eq(cohortMembers.part, "learner"), isOwn(actor)))
  if (!found) throw notFound()
  return { ...found.evidence, cohortId: found.cohort_members.cohortId }
}

/** The same, locking it against another window. */
export async function accessEvidenceForChange(tx: Tx, actor: Actor, id: string): Promise<Evidence> {
  await accessEvidence(tx, actor, id)
  await tx.select({ id: evidence.id }).from(evidence).where(eq(evidence.id, id)).for("update")
  return accessEvidence(tx, actor, id)
}
