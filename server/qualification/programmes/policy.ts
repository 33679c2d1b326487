import { asc, eq, isNotNull, or, type SQL } from "drizzle-orm"
import { type Actor, has } from "../../kernel/actor.ts"
import type { Reader, Tx } from "../../kernel/database.ts"
import { forbidden, notFound, Refusal } from "../../kernel/errors.ts"
import { mayFacilitate } from "../policy.ts"
import { programmeSteps, programmes } from "../tables.ts"

export type Programme = typeof programmes.$inferSelect
export type ProgrammeStep = typeof programmeSteps.$inferSelect

export const isDraft = ({ publishedAt }: Pick<Programme, "publishedAt">) => publishedAt === null

export const isOwn = (actor: Actor, { authorId }: Pick<Programme, "authorId">) => authorId === actor.id

/** Of facilitators: a draft is its author's alone, what was published is for all of them. */
const maySee = (actor: Actor, programme: Programme) => !isDraft(programme) || isOwn(actor, programme)

/** The same as `maySee`, as a condition on `programmes`. */
export const visibleTo = (actor: Actor): SQL | undefined =>
  or(isNotNull(programmes.publishedAt), eq(programmes.authorId, actor.id))

/** Takes a published edition out of the choice, or back into it: its author; of any the administration. */
export const mayOffer = (actor: Actor, programme: Programme) =>
  !isDraft(programme) && (isOwn(actor, programme) || has(actor, "admin"))

/** 403 for whoever is no facilitator, 404 for a draft of somebody else's. */
export async function accessProgramme(reader: Reader, actor: Actor, id: string): Promise<Programme> {
  if (!mayFacilitate(actor)) throw forbidden()
  const [programme] = await reader.select().from(programmes).where(eq(programmes.id, id))
  if (!programme || !maySee(actor, programme)) throw notFound()
  return programme
}

export async function accessProgrammeForChange(tx: Tx, actor: Actor, id: string): Promise<Programme> {
  await tx.select({ id: programmes.id }).from(programmes).where(eq(programmes.id, id)).for("update")
  return accessProgramme(tx, actor, id)
}

/**
 * A draft for changing it, locked. 409 `programme.published` for what is published, and `programme.changed` with the
 * present version when somebody was faster.
 */
export async function accessDraftForChange(
  tx: Tx,
  actor: Actor,
  id: string,
  version: number | null,
): Promise<Programme> {
  const programme = await accessProgrammeForChange(tx, actor, id)
  if (!isOwn(actor, programme)) throw forbidden()
  if (!isDraft(programme)) throw new Refusal(409, "programme.published")
  if (version !== null && version !== programme.version)
    throw new Refusal(409, "programme.changed", undefined, { current: { version: programme.version } })
  return programme
}

/** The programme that a step belongs to; the access to it is the access to the step. */
export async function programmeIdOf(reader: Reader, stepId: string): Promise<string> {
  const [step] = await reader
    .select({ programmeId: programmeSteps.programmeId })
    .from(programmeSteps)
    .where(eq(programmeSteps.id, stepId))
  if (!step) throw notFound()
  return step.programmeId
}

export const stepsInOrder = (reader: Reader, programmeId: string): Promise<ProgrammeStep[]> =>
  reader
    .select()
    .from(programmeSteps)
    .where(eq(programmeSteps.programmeId, programmeId))
    .orderBy(asc(programmeSteps.position), asc(programmeSteps.id))
