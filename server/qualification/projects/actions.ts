import { and, eq } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import { audit } from "../../kernel/audit.ts"
import { type Db, type Tx, transact } from "../../kernel/database.ts"
import { forbidden, notFound, Refusal } from "../../kernel/errors.ts"
import { touch } from "../../kernel/live.ts"
import { once } from "../../kernel/submissions.ts"
import { accessCohort, enrolmentOf } from "../policy.ts"
import { findLearner } from "../queries.ts"
import type { ChatLink } from "../schema.ts"
import { workProcesses } from "../starts/tables.ts"
import { tellCommented, tellLearner } from "./notices.ts"
import { accessOwnProjectForChange, accessProject } from "./policy.ts"
import { findProjectComment, findProjectItem } from "./queries.ts"
import type {
  EditedProject,
  EditedProjectComment,
  NewDecision,
  NewItem,
  NewProject,
  NewProjectComment,
} from "./schema.ts"
import { projectComments, projectDecisions, projectItems, projectPeople, projects } from "./tables.ts"

/** Begins a project of the person's own; others take part in it later. */
export async function createProject(
  db: Db,
  actor: Actor,
  cohortId: string,
  input: NewProject,
): Promise<{ id: string }> {
  return transact(db, async (tx) => {
    const own = enrolmentOf(await accessCohort(tx, actor, cohortId, ["learner"]))
    if (!own) throw forbidden()
    const { key, workProcessId = null, ...fields } = input
    return once(tx, actor, key, ["project", cohortId, fields.title, fields.goal], async (id) => {
      if (workProcessId) await refuseForeign(tx, cohortId, workProcessId)
      await tx.insert(projects).values({ id, cohortId, workProcessId, ...fields })
      await tx.insert(projectPeople).values({ projectId: id, memberId: own.id })
    })
  })
}

/** 409 `project.changed` with the newer text when somebody was faster. */
export async function editProject(db: Db, actor: Actor, id: string, input: EditedProject): Promise<void> {
  await transact(db, async (tx) => {
    const { project } = await accessOwnProjectForChange(tx, actor, id)
    const { version, ...fields } = input
    if (project.version !== version)
      throw new Refusal(409, "project.changed", undefined, { current: project })
    await tx
      .update(projects)
      .set({ ...fields, version: version + 1 })
      .where(eq(projects.id, id))
  })
}

/** Where its people meet in a chat of the installation's own; empty takes it away. */
export async function linkProjectChat(db: Db, actor: Actor, id: string, { link }: ChatLink): Promise<void> {
  await transact(db, async (tx) => {
    await accessOwnProjectForChange(tx, actor, id)
    await tx.update(projects).set({ chatLink: link }).where(eq(projects.id, id))
  })
}

/** A learner of the same cohort takes part from now on. Doing it twice changes nothing. */
export async function addToProject(db: Db, actor: Actor, id: string, memberId: string): Promise<void> {
  await transact(db, async (tx) => {
    const { project } = await accessOwnProjectForChange(tx, actor, id)
    const { personId } = await learnerOf(tx, project.cohortId, memberId)
    const { rowCount } = await tx
      .insert(projectPeople)
      .values({ projectId: id, memberId })
      .onConflictDoNothing()
    const about = { subjectId: id, projectId: id }
    if (rowCount) await tellLearner(tx, actor, "qualification.project-joined", about, personId)
  })
}

/** The person takes part no longer. The last one cannot leave: a project belongs to somebody. */
export async function leaveProject(db: Db, actor: Actor, id: string): Promise<void> {
  await transact(db, async (tx) => {
    const { mine } = await accessOwnProjectForChange(tx, actor, id)
    const people = await tx.select().from(projectPeople).where(eq(projectPeople.projectId, id))
    if (people.length === 1) throw new Refusal(409, "project.last")
    await tx
      .delete(projectPeople)
      .where(and(eq(projectPeople.projectId, id), eq(projectPeople.memberId, mine.id)))
  })
}

export async function addItem(db: Db, actor: Actor, id: string, input: NewItem): Promise<{ id: string }> {
  return transact(db, async (tx) => {
    const { project } = await accessOwnProjectForChange(tx, actor, id)
    const memberId = input.kind === "task" ? input.memberId : null
    const learner = memberId ? await learnerOf(tx, project.cohortId, memberId) : null
    const { kind, title, day } = input
    return once(tx, actor, input.key, ["item", id, kind, title], async (itemId) => {
      await tx.insert(projectItems).values({ id: itemId, projectId: id, kind, title, day, memberId })
      const about = { subjectId: itemId, projectId: id }
      if (learner) await tellLearner(tx, actor, "qualification.task", about, learner.personId)
    })
  })
}

export async function markItem(db: Db, actor: Actor, itemId: string, done: boolean): Promise<void> {
  await transact(db, async (tx) => {
    await accessItemForChange(tx, actor, itemId)
    await tx.update(projectItems).set({ done }).where(eq(projectItems.id, itemId))
  })
}

export async function removeItem(db: Db, actor: Actor, itemId: string): Promise<void> {
  await transact(db, async (tx) => {
    await accessItemForChange(tx, actor, itemId)
    await tx.delete(projectItems).where(eq(projectItems.id, itemId))
  })
}

/** A line of the diary. It stays: a changed mind is a new line. */
export async function recordDecision(
  db: Db,
  actor: Actor,
  id: string,
  { day, body, key }: NewDecision,
): Promise<{ id: string }> {
  return transact(db, async (tx) => {
    await accessOwnProjectForChange(tx, actor, id)
    return once(tx, actor, key, ["decision", id, day, body], async (decisionId) => {
      await tx.insert(projectDecisions).values({ id: decisionId, projectId: id, day, body })
    })
  })
}

/** By its learners and by the facilitators. */
export async function commentProject(
  db: Db,
  actor: Actor,
  id: string,
  { body, key }: NewProjectComment,
): Promise<{ id: string }> {
  return transact(db, async (tx) => {
    const { mine, own } = await accessProject(tx, actor, id)
    const author = mine ?? own.find(({ part }) => part === "facilitator")
    if (!author) throw forbidden()
    return once(tx, actor, key, ["project-comment", id, body], async (commentId) => {
      await tx.insert(projectComments).values({ id: commentId, projectId: id, memberId: author.id, body })
      await tellCommented(tx, actor, commentId, id)
      touch(tx, "project", id)
    })
  })
}

export async function editProjectComment(
  db: Db,
  actor: Actor,
  commentId: string,
  { body, version }: EditedProjectComment,
): Promise<void> {
  await transact(db, async (tx) => {
    const comment = await accessOwnCommentForChange(tx, actor, commentId)
    if (comment.version !== version)
      throw new Refusal(409, "project.changed", undefined, {
        current: { body: comment.body, version: comment.version },
      })
    await tx
      .update(projectComments)
      .set({ body, version: version + 1 })
      .where(eq(projectComments.id, commentId))
    touch(tx, "project", comment.projectId)
  })
}

export async function removeProjectComment(db: Db, actor: Actor, commentId: string): Promise<void> {
  await transact(db, async (tx) => {
    const { projectId } = await accessOwnCommentForChange(tx, actor, commentId)
    await tx.delete(projectComments).where(eq(projectComments.id, commentId))
    await audit(tx, actor, {
      action: "project.comment-removed",
      subjectType: "project",
      subjectId: projectId,
    })
    touch(tx, "project", projectId)
  })
}

async function accessItemForChange(tx: Tx, actor: Actor, itemId: string): Promise<void> {
  const { projectId } = await findProjectItem(tx, actor, itemId)
  await accessOwnProjectForChange(tx, actor, projectId)
}

/** Locked once it is known to be the person's own. */
async function accessOwnCommentForChange(tx: Tx, actor: Actor, commentId: string) {
  await findProjectComment(tx, actor, commentId)
  const [comment] = await tx
    .select()
    .from(projectComments)
    .where(eq(projectComments.id, commentId))
    .for("update")
  if (!comment) throw notFound()
  return comment
}

/** Only learners of the cohort take part in a project and take tasks on. */
async function learnerOf(tx: Tx, cohortId: string, memberId: string): Promise<{ personId: string }> {
  const learner = await findLearner(tx, cohortId, memberId)
  if (!learner) throw new Refusal(422, "project.no-learner", "memberId")
  return learner
}

async function refuseForeign(tx: Tx, cohortId: string, workProcessId: string): Promise<void> {
  const rows = await tx
    .select({ id: workProcesses.id })
    .from(workProcesses)
    .where(and(eq(workProcesses.id, workProcessId), eq(workProcesses.cohortId, cohortId)))
  if (rows.length === 0) throw new Refusal(422, "project.no-process", "workProcessId")
}
