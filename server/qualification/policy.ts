import { and, eq, isNull } from "drizzle-orm"
import { type Actor, has } from "../kernel/actor.ts"
import type { Reader, Tx } from "../kernel/database.ts"
import { forbidden, notFound } from "../kernel/errors.ts"
import { stepHtml } from "./programmes/rendered.ts"
import { cohortMembers, cohortSteps, cohorts, type Part, programmeSteps } from "./tables.ts"

export type Cohort = typeof cohorts.$inferSelect
export type Member = typeof cohortMembers.$inferSelect
export type CohortStep = typeof cohortSteps.$inferSelect & { step: typeof programmeSteps.$inferSelect }

/** A cohort as one person stands in it; `own` holds at least one part. */
export type Standing = { cohort: Cohort; own: Member[] }

export const mayFacilitate = (actor: Actor) => has(actor, "facilitator")

export const isPart = ({ own }: Pick<Standing, "own">, part: Part) => own.some((one) => one.part === part)

/** The part of a step's text that tells how to hold it: for facilitators of the cohort, null for everybody else. */
export const guidanceFor = (standing: Pick<Standing, "own">, { guidance }: CohortStep["step"]) =>
  isPart(standing, "facilitator") ? guidance : null

/** The texts of a step rendered, so far as the person may read them. */
export const stepHtmlFor = (standing: Pick<Standing, "own">, step: CohortStep["step"]) =>
  stepHtml({ ...step, guidance: guidanceFor(standing, step) })

/** The own enrolment of a learner. */
export const enrolmentOf = ({ own }: Pick<Standing, "own">) => own.find(({ part }) => part === "learner")

/**
 * The one door to everything of a cohort. 404 for whoever has no part in it, whatever their roles in the
 * installation; 403 for members whose parts are not among `parts` (all of them when left out).
 */
export async function accessCohort(
  reader: Reader,
  actor: Actor,
  cohortId: string,
  parts?: readonly Part[],
): Promise<Standing> {
  const rows = await reader
    .select({ cohort: cohorts, member: cohortMembers })
    .from(cohorts)
    .innerJoin(cohortMembers, eq(cohortMembers.cohortId, cohorts.id))
    .where(and(eq(cohorts.id, cohortId), isOwn(actor)))
  return standingOf(rows, parts)
}

/** The same, locking the cohort against other changes of it. */
export async function accessCohortForChange(
  tx: Tx,
  actor: Actor,
  cohortId: string,
  parts?: readonly Part[],
): Promise<Standing> {
  const [cohort] = await tx.select().from(cohorts).where(eq(cohorts.id, cohortId)).for("update")
  if (!cohort) throw notFound()
  return { cohort, own: await partsOf(tx, actor, cohortId, parts) }
}

/**
 * What one person does in the cohort, also in two windows at once, happens one after the other. Rows that refer to the
 * membership do not wait.
 */
export async function lockMember(tx: Tx, memberId: string): Promise<void> {
  await tx
    .select({ id: cohortMembers.id })
    .from(cohortMembers)
    .where(eq(cohortMembers.id, memberId))
    .for("no key update")
}

/** A dated step, for members of its cohort. */
export async function accessCohortStep(
  reader: Reader,
  actor: Actor,
  cohortStepId: string,
  parts?: readonly Part[],
): Promise<Standing & { step: CohortStep }> {
  const rows = await reader
    .select({ cohort: cohorts, member: cohortMembers, dates: cohortSteps, step: programmeSteps })
    .from(cohortSteps)
    .innerJoin(programmeSteps, eq(programmeSteps.id, cohortSteps.stepId))
    .innerJoin(cohorts, eq(cohorts.id, cohortSteps.cohortId))
    .innerJoin(cohortMembers, eq(cohortMembers.cohortId, cohorts.id))
    .where(and(eq(cohortSteps.id, cohortStepId), isOwn(actor)))
  const [found] = rows
  if (!found) throw notFound()
  return { ...standingOf(rows, parts), step: { ...found.dates, step: found.step } }
}

/** Of a person in a cohort: a row for each of their parts, none for whoever has no part in it. */
function standingOf(
  rows: { cohort: Cohort; member: Member }[],
  parts: readonly Part[] | undefined,
): Standing {
  const [first] = rows
  if (!first) throw notFound()
  return {
    cohort: first.cohort,
    own: permitted(
      rows.map(({ member }) => member),
      parts,
    ),
  }
}

function permitted(own: Member[], parts: readonly Part[] | undefined): Member[] {
  if (parts && !own.some(({ part }) => parts.includes(part))) throw forbidden()
  return own
}

async function partsOf(
  reader: Reader,
  actor: Actor,
  cohortId: string,
  parts: readonly Part[] | undefined,
): Promise<Member[]> {
  const own = await reader
    .select()
    .from(cohortMembers)
    .where(and(isOwn(actor), inCohort(cohortId)))
  if (own.length === 0) throw notFound()
  return permitted(own, parts)
}

export type OwnParts = {
  memberIds: string[]
  /** As `accessCohort` has it; null for whoever has no part in the cohort. */
  in(cohortId: string): Pick<Standing, "own"> | null
}

/** All parts that a person has today, for what is looked at across cohorts. */
export async function ownPartsOf(reader: Reader, actor: Actor): Promise<OwnParts> {
  const members = await reader.select().from(cohortMembers).where(isOwn(actor))
  const byCohort = Map.groupBy(members, ({ cohortId }) => cohortId)
  return {
    memberIds: members.map(({ id }) => id),
    in: (cohortId) => {
      const own = byCohort.get(cohortId)
      return own ? { own } : null
    },
  }
}

const inCohort = (cohortId: string) => eq(cohortMembers.cohortId, cohortId)
/** The parts that the person has today. */
export const isOwn = (actor: Actor) => and(eq(cohortMembers.personId, actor.id), isNull(cohortMembers.leftAt))
