import { and, eq } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import type { Reader, Tx } from "../../kernel/database.ts"
import { forbidden, notFound } from "../../kernel/errors.ts"
import { accessCohort, enrolmentOf, isPart, type Member, type Standing } from "../policy.ts"
import { projectPeople, projects } from "./tables.ts"

export type Project = typeof projects.$inferSelect
export type ProjectStanding = Standing & {
  project: Project
  /** The own membership, where the project is one's own. */
  mine: Member | undefined
}

/**
 * Its learners and the facilitators of the cohort see all of a project; other learners know that it exists, but see
 * no more of it than the list shows; to managers and strangers it does not exist.
 */
export async function accessProject(reader: Reader, actor: Actor, id: string): Promise<ProjectStanding> {
  const [project] = await reader.select().from(projects).where(eq(projects.id, id))
  if (!project) throw notFound()
  return standingOf(reader, actor, project)
}

/** For its learners, locking it. */
export async function accessOwnProjectForChange(
  tx: Tx,
  actor: Actor,
  id: string,
): Promise<ProjectStanding & { mine: Member }> {
  const [project] = await tx.select().from(projects).where(eq(projects.id, id)).for("update")
  if (!project) throw notFound()
  const standing = await standingOf(tx, actor, project)
  if (!standing.mine) throw forbidden()
  return { ...standing, mine: standing.mine }
}

async function standingOf(reader: Reader, actor: Actor, project: Project): Promise<ProjectStanding> {
  const standing = await accessCohort(reader, actor, project.cohortId)
  const enrolment = enrolmentOf(standing)
  if (!enrolment && !isPart(standing, "facilitator")) throw notFound()
  const mine = enrolment && (await takesPart(reader, project.id, enrolment.id)) ? enrolment : undefined
  if (!mine && !isPart(standing, "facilitator")) throw forbidden()
  return { ...standing, project, mine }
}

async function takesPart(reader: Reader, projectId: string, memberId: string): Promise<boolean> {
  const rows = await reader
    .select({ id: projectPeople.memberId })
    .from(projectPeople)
    .where(and(eq(projectPeople.projectId, projectId), eq(projectPeople.memberId, memberId)))
  return rows.length > 0
}
