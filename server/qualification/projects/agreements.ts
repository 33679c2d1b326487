import { and, asc, desc, eq, sql } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import { audit } from "../../kernel/audit.ts"
import { type Db, madeAt, newId, type Reader, type Tx, transact } from "../../kernel/database.ts"
import { forbidden, notFound, Refusal } from "../../kernel/errors.ts"
import { touch } from "../../kernel/live.ts"
import { dayOf, today } from "../../kernel/time.ts"
import { learnersOf } from "../queries.ts"
import { cohortMembers, cohortSteps, cohorts, programmeSteps } from "../tables.ts"
import { tellAnswered, tellSubmitted } from "./notices.ts"
import { accessOwnProjectForChange, accessProject, type Project } from "./policy.ts"
import { agreementStepsOf, itemsOf, managerIdsOf } from "./queries.ts"
import type { AgreementRow, AgreementView, Answered, NewSubmission } from "./schema.ts"
import { agreements, projectPeople, projectSubmissions, projects, type Submitted } from "./tables.ts"

/**
 * Gives the managers of its learners a copy of the project as it is now. A version newer than the person looked at is
 * refused (409 `project.changed`), a project without any manager, too (422 `project.no-manager`).
 */
export async function submitProject(
  db: Db,
  actor: Actor,
  projectId: string,
  { cohortStepId, message, version }: NewSubmission,
): Promise<{ id: string }> {
  return transact(db, async (tx) => {
    const { project } = await accessOwnProjectForChange(tx, actor, projectId)
    if (project.version !== version) throw new Refusal(409, "project.changed")
    const steps = await agreementStepsOf(tx, project.cohortId)
    if (!steps.some(({ id }) => id === cohortStepId))
      throw new Refusal(422, "project.no-step", "cohortStepId")
    const { content, managerIds } = await prepareSubmission(tx, project, message)
    if (managerIds.length === 0) throw new Refusal(422, "project.no-manager")
    const id = newId()
    const number = (await latestNumber(tx, projectId, cohortStepId)) + 1
    await tx.insert(projectSubmissions).values({ id, projectId, cohortStepId, number, content })
    const waiting = managerIds.map((managerId) => ({
      id: newId(),
      submissionId: id,
      managerId,
      answer: "waiting" as const,
    }))
    await tx.insert(agreements).values(waiting)
    await tellSubmitted(tx, { projectId, cohortId: project.cohortId, submissionId: id }, waiting)
    touch(tx, "session", cohortStepId)
    await audit(tx, actor, {
      action: "project.submitted",
      subjectType: "project",
      subjectId: projectId,
      detail: { cohortId: project.cohortId },
    })
    return { id }
  })
}

/** What a submission of today would show, and to whom. */
async function prepareSubmission(reader: Reader, project: Project, message: string) {
  const taking = await reader.select().from(projectPeople).where(eq(projectPeople.projectId, project.id))
  const learners = (await learnersOf(reader, project.cohortId)).filter(({ id }) =>
    taking.some((one) => one.memberId === id),
  )
  const items = await itemsOf(reader, project.id)
  const { title, goal, reason, concerned, risks, state } = project
  const content: Submitted = {
    ...{ title, goal, reason, concerned, risks, state },
    people: learners.map(({ name }) => name),
    milestones: items
      .filter(({ kind }) => kind === "milestone")
      .map((item) => ({ title: item.title, day: item.day, done: item.done })),
    tasks: items
      .filter(({ kind }) => kind === "task")
      .map((item) => ({ title: item.title, day: item.day, done: item.done, who: item.who ?? "" })),
    message,
  }
  return { content, managerIds: await managerIdsOf(reader, project.cohortId, learners) }
}

/** The same, for those who are about to submit it. */
export async function previewSubmission(reader: Reader, actor: Actor, projectId: string): Promise<Submitted> {
  const { project, mine } = await accessProject(reader, actor, projectId)
  if (!mine) throw forbidden()
  return (await prepareSubmission(reader, project, "")).content
}

async function latestNumber(tx: Tx, projectId: string, cohortStepId: string): Promise<number> {
  const [latest] = await tx
    .select({ number: projectSubmissions.number })
    .from(projectSubmissions)
    .where(
      and(eq(projectSubmissions.projectId, projectId), eq(projectSubmissions.cohortStepId, cohortStepId)),
    )
    .orderBy(desc(projectSubmissions.number))
    .limit(1)
  return latest?.number ?? 0
}

/** What was submitted to the person, in one cohort or across all: what waits first. */
export async function listAgreements(
  reader: Reader,
  actor: Actor,
  cohortId?: string,
): Promise<AgreementRow[]> {
  const rows = await select(reader)
    .where(and(forManager(actor), cohortId ? eq(projects.cohortId, cohortId) : undefined))
    .orderBy(sql`${agreements.answer} <> 'waiting'`, desc(projectSubmissions.id), asc(agreements.id))
    .limit(200)
  return rows.map((row) => ({
    id: row.agreement.id,
    cohort: row.cohort,
    step: row.step,
    title: row.submission.content.title,
    people: row.submission.content.people,
    answer: row.agreement.answer,
    submittedOn: dayOf(madeAt(row.submission.id)),
    talkOn: row.agreement.talkOn,
    answeredOn: row.agreement.answeredOn,
    outdated: row.outdated,
  }))
}

export async function findAgreement(reader: Reader, actor: Actor, id: string): Promise<AgreementView> {
  const [row] = await select(reader).where(and(eq(agreements.id, id), forManager(actor)))
  if (!row) throw notFound()
  const { answer, comment, talkOn, answeredOn, version } = row.agreement
  const { content, number } = row.submission
  return {
    id,
    cohort: row.cohort,
    step: row.step,
    number,
    content,
    answer,
    comment,
    submittedOn: dayOf(madeAt(row.submission.id)),
    talkOn,
    answeredOn,
    version,
    outdated: row.outdated,
  }
}

/** Agrees, comments, or asks for a talk. An answer can be changed as long as nothing newer was submitted. */
export async function answerAgreement(db: Db, actor: Actor, id: string, input: Answered): Promise<void> {
  await transact(db, async (tx) => {
    const [locked] = await tx.select().from(agreements).where(eq(agreements.id, id)).for("update")
    const [row] = await select(tx).where(and(eq(agreements.id, id), forManager(actor)))
    if (!locked || !row) throw notFound()
    if (row.outdated) throw new Refusal(409, "agreement.outdated")
    if (locked.version !== input.version) throw new Refusal(409, "agreement.changed")
    const { answer, comment } = input
    if (answer === "commented" && comment.trim() === "")
      throw new Refusal(422, "agreement.comment", "comment")
    const talkOn = answer === "talk" ? input.talkOn : null
    if (answer === "talk" && (talkOn === null || talkOn < today()))
      throw new Refusal(422, "agreement.talk", "talkOn")
    await tx
      .update(agreements)
      .set({ answer, comment, talkOn, answeredOn: today(), version: locked.version + 1 })
      .where(eq(agreements.id, id))
    await tellAnswered(tx, id)
    await audit(tx, actor, {
      action: "agreement.answered",
      subjectType: "agreement",
      subjectId: id,
      detail: { answer },
    })
  })
}

/** Whoever is no manager of the cohort any more loses sight of what was submitted to them. */
const forManager = (actor: Actor) =>
  and(
    eq(agreements.managerId, actor.id),
    sql`exists (select 1 from ${cohortMembers} where ${cohortMembers.cohortId} = ${projects.cohortId}
      and ${cohortMembers.personId} = ${actor.id} and ${cohortMembers.part} = 'manager'
      and ${cohortMembers.leftAt} is null)`,
  )

/** A newer version of the project was submitted for the same step. */
const isOutdated = sql<boolean>`exists (select 1 from ${projectSubmissions} newer
        where newer.project_id = ${projectSubmissions.projectId}
        and newer.cohort_step_id = ${projectSubmissions.cohortStepId}
        and newer.number > ${projectSubmissions.number})`

const select = (reader: Reader) =>
  reader
    .select({
      agreement: agreements,
      submission: projectSubmissions,
      cohort: cohorts.name,
      step: programmeSteps.title,
      outdated: isOutdated,
    })
    .from(agreements)
    .innerJoin(projectSubmissions, eq(projectSubmissions.id, agreements.submissionId))
    .innerJoin(projects, eq(projects.id, projectSubmissions.projectId))
    .innerJoin(cohorts, eq(cohorts.id, projects.cohortId))
    .innerJoin(cohortSteps, eq(cohortSteps.id, projectSubmissions.cohortStepId))
    .innerJoin(programmeSteps, eq(programmeSteps.id, cohortSteps.stepId))
    .$dynamic()

/**
 * For the certificate: of each learner the steps for which their own manager agreed with the latest that one of the
 * learner's projects submitted.
 */
export const selectAgreed = (reader: Reader, cohortId: string) =>
  reader
    .select({ memberId: projectPeople.memberId, cohortStepId: projectSubmissions.cohortStepId })
    .from(projectPeople)
    .innerJoin(cohortMembers, eq(cohortMembers.id, projectPeople.memberId))
    .innerJoin(projectSubmissions, eq(projectSubmissions.projectId, projectPeople.projectId))
    .innerJoin(agreements, eq(agreements.submissionId, projectSubmissions.id))
    .where(
      and(
        eq(cohortMembers.cohortId, cohortId),
        eq(agreements.answer, "agreed"),
        eq(agreements.managerId, cohortMembers.managerId),
        sql`not ${isOutdated}`,
      ),
    )

/** For the certificate: the learners one of whose projects is finished. */
export const selectFinished = (reader: Reader, cohortId: string) =>
  reader
    .select({ memberId: projectPeople.memberId })
    .from(projectPeople)
    .innerJoin(projects, eq(projects.id, projectPeople.projectId))
    .where(and(eq(projects.cohortId, cohortId), eq(projects.state, "finished")))
