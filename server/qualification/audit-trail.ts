import { eq, inArray } from "drizzle-orm"
import { forgetAudit, unnameAudit } from "../kernel/audit.ts"
import type { Tx } from "../kernel/database.ts"
import { forgetAbout } from "../notifications/index.ts"
import { assessmentRounds } from "./assessments/tables.ts"
import { events } from "./events/tables.ts"
import { plans } from "./plans/tables.ts"
import type { Member } from "./policy.ts"
import { agreements, projectSubmissions, projects } from "./projects/tables.ts"
import { cohortSteps } from "./tables.ts"

/**
 * On the day of deletion the audit log forgets who did what in a cohort, and to whom. Entries about certificates and
 * lessons stay, as those do.
 */
export const forgetTrail = async (tx: Tx, cohortId: string): Promise<void> =>
  forgetAudit(tx, cohortId, await subjectsIn(tx, cohortId))

/** With what is a learner's own: neither as who did something in the cohort, nor in the details, are they named. */
export const unnameTrail = async (tx: Tx, { id, personId, cohortId }: Member): Promise<void> =>
  unnameAudit(tx, { actorId: personId, named: id, frame: cohortId, subjects: await subjectsIn(tx, cohortId) })

/** Nor does anybody's inbox tell of it any more. */
export const forgetInbox = async (tx: Tx, cohortId: string): Promise<void> =>
  forgetAbout(tx, [cohortId, ...(await subjectsIn(tx, cohortId))])

/** Everything of a cohort that entries are about. */
async function subjectsIn(tx: Tx, cohortId: string): Promise<string[]> {
  const own = tx.select({ id: projects.id }).from(projects).where(eq(projects.cohortId, cohortId))
  const found = await tx
    .select({ id: agreements.id })
    .from(agreements)
    .innerJoin(projectSubmissions, eq(projectSubmissions.id, agreements.submissionId))
    .where(inArray(projectSubmissions.projectId, own))
  for (const table of [cohortSteps, events, plans, projects, assessmentRounds])
    found.push(...(await tx.select({ id: table.id }).from(table).where(eq(table.cohortId, cohortId))))
  return found.map(({ id }) => id)
}
