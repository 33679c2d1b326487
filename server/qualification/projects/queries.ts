import { and, asc, desc, eq, inArray, isNull } from "drizzle-orm"
import { people } from "../../accounts/index.ts"
import type { Actor } from "../../kernel/actor.ts"
import { madeAt, type Reader } from "../../kernel/database.ts"
import { forbidden, notFound } from "../../kernel/errors.ts"
import { byName } from "../../kernel/order.ts"
import { dayOf } from "../../kernel/time.ts"
import { accessCohort, enrolmentOf, isPart } from "../policy.ts"
import { learnersOf } from "../queries.ts"
import { workProcesses } from "../starts/tables.ts"
import { cohortMembers, cohortSteps, type Feature, programmeSteps } from "../tables.ts"
import { accessProject } from "./policy.ts"
import type { ProjectRow, ProjectView } from "./schema.ts"
import {
  agreements,
  projectComments,
  projectDecisions,
  projectItems,
  projectPeople,
  projectSubmissions,
  projects,
  sessionRounds,
} from "./tables.ts"

/** All projects of a cohort, for its learners and facilitators: of others' only title, goal, state and people. */
export async function listProjects(reader: Reader, actor: Actor, cohortId: string): Promise<ProjectRow[]> {
  const standing = await accessCohort(reader, actor, cohortId, ["learner", "facilitator"])
  const mine = enrolmentOf(standing)
  const rows = await reader
    .select()
    .from(projects)
    .where(eq(projects.cohortId, cohortId))
    .orderBy(byName(projects.title), asc(projects.id))
  const persons = await peopleOf(
    reader,
    rows.map(({ id }) => id),
  )
  return rows.map(({ id, title, goal, state }) => {
    const own = persons.filter(({ projectId }) => projectId === id)
    const isOwn = own.some(({ memberId }) => memberId === mine?.id)
    return {
      ...{ id, title, goal, state },
      people: own.map(({ name }) => name),
      isOwn,
      canOpen: isOwn || isPart(standing, "facilitator"),
    }
  })
}

/** What a learner takes part in. */
export const selectOwnProjects = (reader: Reader, memberId: string) =>
  reader
    .select({ id: projects.id, title: projects.title, state: projects.state })
    .from(projectPeople)
    .innerJoin(projects, eq(projects.id, projectPeople.projectId))
    .where(eq(projectPeople.memberId, memberId))
    .orderBy(byName(projects.title), asc(projects.id))

export async function findProject(reader: Reader, actor: Actor, id: string): Promise<ProjectView> {
  const { project, own, mine } = await accessProject(reader, actor, id)
  const taking = await peopleOf(reader, [id])
  const learners = await learnersOf(reader, project.cohortId)
  const { workProcessId, ...described } = project
  const takes = (memberId: string) => taking.some((one) => one.memberId === memberId)
  return {
    ...described,
    people: taking.map(({ memberId, name }) => ({ memberId, name })),
    others: learners
      .filter(({ id: memberId }) => !takes(memberId))
      .map(({ id: memberId, name }) => ({ memberId, name })),
    items: await itemsOf(reader, id),
    decisions: await reader
      .select({ id: projectDecisions.id, day: projectDecisions.day, body: projectDecisions.body })
      .from(projectDecisions)
      .where(eq(projectDecisions.projectId, id))
      .orderBy(asc(projectDecisions.day), asc(projectDecisions.id)),
    comments: (await commentsOf(reader, id)).map(({ memberId, ...comment }) => ({
      ...comment,
      createdAt: madeAt(comment.id).toISOString(),
      isOwn: own.some((one) => one.id === memberId),
    })),
    workProcess: await workProcessOf(reader, workProcessId),
    lines: await linesOf(reader, id),
    submissions: await submissionsOf(reader, id),
    agreementSteps: await agreementStepsOf(reader, project.cohortId),
    managers: await managersOf(
      reader,
      project.cohortId,
      learners.filter((learner) => takes(learner.id)),
    ),
    can: { edit: mine !== undefined, comment: true },
  }
}

/** An entry of an own project. */
export async function findProjectItem(reader: Reader, actor: Actor, id: string) {
  const [item] = await reader.select().from(projectItems).where(eq(projectItems.id, id))
  if (!item) throw notFound()
  const { mine } = await accessProject(reader, actor, item.projectId)
  if (!mine) throw forbidden()
  return item
}

/** An own comment. */
export async function findProjectComment(reader: Reader, actor: Actor, id: string) {
  const [comment] = await reader.select().from(projectComments).where(eq(projectComments.id, id))
  if (!comment) throw notFound()
  const { own } = await accessProject(reader, actor, comment.projectId)
  if (!own.some((one) => one.id === comment.memberId)) throw forbidden()
  return comment
}

const peopleOf = (reader: Reader, projectIds: string[]) =>
  reader
    .select({
      projectId: projectPeople.projectId,
      memberId: projectPeople.memberId,
      name: people.displayName,
    })
    .from(projectPeople)
    .innerJoin(cohortMembers, eq(cohortMembers.id, projectPeople.memberId))
    .innerJoin(people, eq(people.id, cohortMembers.personId))
    .where(inArray(projectPeople.projectId, projectIds))
    .orderBy(byName(people.displayName))

/** Names of the managers whom these learners make agreements with. */
async function managersOf(reader: Reader, cohortId: string, learners: { managerId: string | null }[]) {
  const ids = await managerIdsOf(reader, cohortId, learners)
  if (ids.length === 0) return []
  const rows = await reader
    .select({ name: people.displayName })
    .from(people)
    .where(inArray(people.id, ids))
    .orderBy(byName(people.displayName))
  return rows.map(({ name }) => name)
}

/** Only who is a manager of the cohort today. */
export async function managerIdsOf(
  reader: Reader,
  cohortId: string,
  learners: { managerId: string | null }[],
): Promise<string[]> {
  const wanted = [...new Set(learners.flatMap(({ managerId }) => managerId ?? []))]
  if (wanted.length === 0) return []
  const rows = await reader
    .select({ id: cohortMembers.personId })
    .from(cohortMembers)
    .where(
      and(
        eq(cohortMembers.cohortId, cohortId),
        eq(cohortMembers.part, "manager"),
        isNull(cohortMembers.leftAt),
        inArray(cohortMembers.personId, wanted),
      ),
    )
  return rows.map(({ id }) => id)
}

export async function itemsOf(reader: Reader, projectId: string) {
  return reader
    .select({
      id: projectItems.id,
      kind: projectItems.kind,
      title: projectItems.title,
      day: projectItems.day,
      who: people.displayName,
      done: projectItems.done,
    })
    .from(projectItems)
    .leftJoin(cohortMembers, eq(cohortMembers.id, projectItems.memberId))
    .leftJoin(people, eq(people.id, cohortMembers.personId))
    .where(eq(projectItems.projectId, projectId))
    .orderBy(asc(projectItems.day), asc(projectItems.id))
}

const commentsOf = (reader: Reader, projectId: string) =>
  reader
    .select({
      id: projectComments.id,
      memberId: projectComments.memberId,
      author: people.displayName,
      body: projectComments.body,
      version: projectComments.version,
    })
    .from(projectComments)
    .leftJoin(cohortMembers, eq(cohortMembers.id, projectComments.memberId))
    .leftJoin(people, eq(people.id, cohortMembers.personId))
    .where(eq(projectComments.projectId, projectId))
    .orderBy(asc(projectComments.id))

async function workProcessOf(reader: Reader, id: string | null) {
  if (id === null) return null
  const rows = await reader
    .select({ id: workProcesses.id, title: workProcesses.title })
    .from(workProcesses)
    .where(eq(workProcesses.id, id))
  return rows[0] ?? null
}

/** Everybody in the cohort sees them at the meeting; here they stand together. */
async function linesOf(reader: Reader, projectId: string): Promise<ProjectView["lines"]> {
  const rows = await reader
    .select({
      cohortStepId: cohortSteps.id,
      step: programmeSteps.title,
      startsAt: cohortSteps.startsAt,
      name: people.displayName,
      state: sessionRounds.state,
      hurdle: sessionRounds.hurdle,
      request: sessionRounds.request,
    })
    .from(sessionRounds)
    .innerJoin(cohortSteps, eq(cohortSteps.id, sessionRounds.cohortStepId))
    .innerJoin(programmeSteps, eq(programmeSteps.id, cohortSteps.stepId))
    .innerJoin(cohortMembers, eq(cohortMembers.id, sessionRounds.memberId))
    .innerJoin(people, eq(people.id, cohortMembers.personId))
    .where(eq(sessionRounds.projectId, projectId))
    .orderBy(desc(cohortSteps.startsAt), byName(people.displayName))
  return rows.map((row) => ({ ...row, startsAt: row.startsAt.toISOString() }))
}

/** The dated steps whose project the manager is asked about. */
export async function agreementStepsOf(reader: Reader, cohortId: string) {
  const rows = await selectAsking(reader, cohortId)
  return rows.filter(asksForAgreement).map(({ id, title }) => ({ id, title }))
}

/** The dated steps of a cohort that could ask for it; which of them do, `asksForAgreement` says. */
export const selectAsking = (reader: Reader, cohortId: string) =>
  reader
    .select({ id: cohortSteps.id, title: programmeSteps.title, features: programmeSteps.features })
    .from(cohortSteps)
    .innerJoin(programmeSteps, eq(programmeSteps.id, cohortSteps.stepId))
    .where(and(eq(cohortSteps.cohortId, cohortId), isNull(cohortSteps.cancelledAt)))
    .orderBy(asc(cohortSteps.startsAt), asc(programmeSteps.position))

export const asksForAgreement = ({ features }: { features: Feature[] }) => features.includes("agreement")

/** The latest first. */
async function submissionsOf(reader: Reader, projectId: string): Promise<ProjectView["submissions"]> {
  const rows = await reader
    .select({
      id: projectSubmissions.id,
      step: programmeSteps.title,
      startsAt: cohortSteps.startsAt,
      number: projectSubmissions.number,
      manager: people.displayName,
      answer: agreements.answer,
      comment: agreements.comment,
      talkOn: agreements.talkOn,
      answeredOn: agreements.answeredOn,
    })
    .from(projectSubmissions)
    .innerJoin(cohortSteps, eq(cohortSteps.id, projectSubmissions.cohortStepId))
    .innerJoin(programmeSteps, eq(programmeSteps.id, cohortSteps.stepId))
    .innerJoin(agreements, eq(agreements.submissionId, projectSubmissions.id))
    .innerJoin(people, eq(people.id, agreements.managerId))
    .where(eq(projectSubmissions.projectId, projectId))
    .orderBy(asc(cohortSteps.startsAt), asc(projectSubmissions.number), byName(people.displayName))
  const found = new Map<string, ProjectView["submissions"][number]>()
  for (const { id, step, number, startsAt, ...answer } of rows) {
    const former = found.get(id)?.answers ?? []
    found.set(id, { id, step, number, submittedOn: dayOf(madeAt(id)), answers: [...former, answer] })
  }
  return [...found.values()].toReversed()
}
