import { and, eq, isNull } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import { type Db, type Reader, type Tx, transact } from "../../kernel/database.ts"
import type { Jobs } from "../../kernel/jobs.ts"
import { notify, tellEach, tellInbox } from "../../notifications/index.ts"
import { personsOf } from "../queries.ts"
import { cohortMembers } from "../tables.ts"
import { agreements, projectPeople, projectSubmissions, projects } from "./tables.ts"

/** Tells the managers that something waits for them, and the facilitators that a project was submitted. */
export async function tellSubmitted(
  tx: Tx,
  { projectId, cohortId, submissionId }: { projectId: string; cohortId: string; submissionId: string },
  waiting: { id: string; managerId: string }[],
): Promise<void> {
  await tellEach(
    tx,
    "qualification.agreement-submitted",
    waiting.map(({ id, managerId }) => ({ personId: managerId, subjectId: id, groupId: id })),
  )
  const facilitators = await personsOf(tx, cohortId, ["facilitator"])
  const about = { subjectId: submissionId, groupId: projectId }
  await tellInbox(tx, { notice: "qualification.project-submitted", ...about }, facilitators)
}

/** Tells the project's learners and the facilitators that a manager has answered. */
export async function tellAnswered(tx: Tx, agreementId: string): Promise<void> {
  const found = await findAgreed(tx, agreementId)
  if (!found) return
  const { projectId, cohortId } = found
  const learners = await peopleOf(tx, projectId)
  const facilitators = await personsOf(tx, cohortId, ["facilitator"])
  const about = { subjectId: agreementId, groupId: projectId }
  const told = [...new Set([...learners, ...facilitators])]
  await tellInbox(tx, { notice: "qualification.agreement-answered", ...about }, told)
}

/** Tells one of the project's learners what somebody else did: gave them a task, or made it their project. */
export async function tellLearner(
  tx: Tx,
  actor: Actor,
  notice: "qualification.task" | "qualification.project-joined",
  { subjectId, projectId }: { subjectId: string; projectId: string },
  personId: string,
): Promise<void> {
  if (personId === actor.id || !(await peopleOf(tx, projectId)).includes(personId)) return
  await tellInbox(tx, { notice, subjectId, groupId: projectId }, [personId])
}

/** Tells the project's learners of a comment, except whoever wrote it. */
export async function tellCommented(
  tx: Tx,
  actor: Actor,
  commentId: string,
  projectId: string,
): Promise<void> {
  const others = (await peopleOf(tx, projectId)).filter((id) => id !== actor.id)
  const about = { subjectId: commentId, groupId: projectId }
  await tellInbox(tx, { notice: "qualification.project-comment", ...about }, others)
}

/** Earlier versions had one job for all of an agreement. See `notifications/former-queues.ts`, and when it goes. */
export function formerAgreementJob(jobs: Jobs, db: Db): void {
  jobs.declare("qualification.agreement", async ({ kind, agreementId }) => {
    if (!agreementId) return
    await transact(db, async (tx) => {
      const found = await findAgreed(tx, agreementId)
      if (!found) return
      const [name, told] =
        kind === "submitted"
          ? ["qualification.agreement-submitted", [found.managerId]]
          : ["qualification.agreement-answered", await peopleOf(tx, found.projectId)]
      await notify(tx, { name }, told, { agreementId })
    })
  })
}

async function findAgreed(reader: Reader, agreementId: string) {
  const [found] = await reader
    .select({
      managerId: agreements.managerId,
      answer: agreements.answer,
      projectId: projectSubmissions.projectId,
      submissionId: projectSubmissions.id,
      cohortId: projects.cohortId,
    })
    .from(agreements)
    .innerJoin(projectSubmissions, eq(projectSubmissions.id, agreements.submissionId))
    .innerJoin(projects, eq(projects.id, projectSubmissions.projectId))
    .where(eq(agreements.id, agreementId))
  return found
}

async function peopleOf(reader: Reader, projectId: string): Promise<string[]> {
  const rows = await reader
    .select({ personId: cohortMembers.personId })
    .from(projectPeople)
    .innerJoin(cohortMembers, eq(cohortMembers.id, projectPeople.memberId))
    .where(and(eq(projectPeople.projectId, projectId), isNull(cohortMembers.leftAt)))
  return rows.map(({ personId }) => personId)
}
