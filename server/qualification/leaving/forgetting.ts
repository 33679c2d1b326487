import { and, eq, inArray, isNull } from "drizzle-orm"
import { people } from "../../accounts/index.ts"
import type { Tx } from "../../kernel/database.ts"
import { touch } from "../../kernel/live.ts"
import { tellRemovedRound } from "../assessments/invitations.ts"
import { assessmentRounds } from "../assessments/tables.ts"
import { unnameTrail } from "../audit-trail.ts"
import { forgetSheets } from "../files/forget.ts"
import { journalEntries } from "../journal/tables.ts"
import type { Member } from "../policy.ts"
import { projectPeople, projectSubmissions, projects, type Submitted } from "../projects/tables.ts"
import { cohortMembers } from "../tables.ts"
import { forgetTimersOf } from "../timer-subjects.ts"
import { journalOf, soleProjects } from "./own.ts"

/**
 * Deletes the enrolment of a learner, and with it by foreign key whatever was theirs alone: self-ratings, evidence,
 * impulses, attendance, their round, their sheets. What belongs to the group stays and names them no longer.
 */
export async function forgetLearner(tx: Tx, member: Member): Promise<void> {
  // Before anything goes that entries are about.
  await unnameTrail(tx, member)
  const journal = await journalOf(tx, member)
  await tx.delete(journalEntries).where(journal.where)
  // Not about this cohort, but shown in it.
  await tx
    .update(journalEntries)
    .set({ sharedCohortId: null, sharedWith: null })
    .where(
      and(eq(journalEntries.personId, member.personId), eq(journalEntries.sharedCohortId, member.cohortId)),
    )
  for (const { id } of await soleProjects(tx, member)) await tx.delete(projects).where(eq(projects.id, id))
  await unnameSubmissions(tx, member)
  const rounds = await tx.select().from(assessmentRounds).where(eq(assessmentRounds.learnerId, member.id))
  for (const round of rounds) await tellRemovedRound(tx, round)
  await forgetTimersOf(tx, member.id)
  await forgetSheets(tx)
  await tx.delete(cohortMembers).where(eq(cohortMembers.id, member.id))
}

/** The rounds of others that are not over need another peer. */
export async function freePeer(tx: Tx, { id }: Pick<Member, "id">): Promise<void> {
  const rounds = await tx
    .update(assessmentRounds)
    .set({ peerId: null })
    .where(and(eq(assessmentRounds.peerId, id), isNull(assessmentRounds.confirmedAt)))
    .returning({ id: assessmentRounds.id })
  for (const round of rounds) touch(tx, "assessment", round.id)
}

/** What managers were shown is a copy, with names in it. */
async function unnameSubmissions(tx: Tx, { id, personId }: Member): Promise<void> {
  const [person] = await tx.select({ name: people.displayName }).from(people).where(eq(people.id, personId))
  const own = tx
    .select({ id: projectPeople.projectId })
    .from(projectPeople)
    .where(eq(projectPeople.memberId, id))
  const rows = await tx
    .select({ id: projectSubmissions.id, content: projectSubmissions.content })
    .from(projectSubmissions)
    .where(inArray(projectSubmissions.projectId, own))
    .for("update")
  for (const row of rows)
    await tx
      .update(projectSubmissions)
      .set({ content: without(row.content, person?.name ?? "") })
      .where(eq(projectSubmissions.id, row.id))
}

const without = (content: Submitted, name: string): Submitted => ({
  ...content,
  people: content.people.filter((one) => one !== name),
  tasks: content.tasks.map((task) => (task.who === name ? { ...task, who: "" } : task)),
})
