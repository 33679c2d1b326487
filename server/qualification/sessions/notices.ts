import { eq } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import type { Tx } from "../../kernel/database.ts"
import { tellInbox } from "../../notifications/index.ts"
import { personsOf } from "../queries.ts"
import { cohortMembers, PARTS } from "../tables.ts"
import { GROUP } from "./access.ts"

/** Tells whoever may read the minutes that they are there. */
export async function tellMinutes(
  tx: Tx,
  cohortId: string,
  stepId: string,
  { forManagers, exceptId }: { forManagers: boolean; exceptId: string },
): Promise<void> {
  const readers = await personsOf(tx, cohortId, forManagers ? PARTS : GROUP)
  const others = readers.filter((personId) => personId !== exceptId)
  await tellInbox(tx, { notice: "qualification.minutes", subjectId: stepId, groupId: stepId }, others)
}

/** Tells somebody of the group of a task that somebody else has given them. */
export async function tellTask(
  tx: Tx,
  actor: Actor,
  { id, sessionId, memberId }: { id: string; sessionId: string; memberId: string | null },
): Promise<void> {
  if (memberId === null) return
  const [member] = await tx
    .select({ personId: cohortMembers.personId })
    .from(cohortMembers)
    .where(eq(cohortMembers.id, memberId))
  if (!member || member.personId === actor.id) return
  await tellInbox(tx, { notice: "qualification.task", subjectId: id, groupId: sessionId }, [member.personId])
}
