import { eq } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import type { Reader } from "../../kernel/database.ts"
import { forbidden, notFound } from "../../kernel/errors.ts"
import { hasBegun } from "../cohorts/dates.ts"
import { accessCohortStep, type CohortStep, isPart, type Member, type Standing } from "../policy.ts"
import { cohortMembers, type Part, type StepKind } from "../tables.ts"
import { type FileKind, stepFiles } from "./tables.ts"

/** Managers have nothing to do with what a step hands out. */
const GROUP: Part[] = ["facilitator", "learner"]

/** Steps with a page of their own, on which the files stand. */
export const FILED_KINDS = ["workshop", "meeting", "practice", "impulse"] as const satisfies StepKind[]

type FiledStep = Standing & { step: CohortStep }
export type StepFile = typeof stepFiles.$inferSelect
/** A file, and when whoever brought it left the cohort. */
type Brought = { file: StepFile; leftAt: Date | null }

/** A step with its files, for whoever learns in the group or facilitates it. An impulse is not there before its date. */
export async function accessFiledStep(reader: Reader, actor: Actor, id: string): Promise<FiledStep> {
  const standing = await accessCohortStep(reader, actor, id, GROUP)
  const kind = FILED_KINDS.find((one) => one === standing.step.step.kind)
  if (!kind) throw notFound()
  const isThere = kind !== "impulse" || hasBegun(standing.step) || isPart(standing, "facilitator")
  if (!isThere) throw notFound()
  return standing
}

/** As whom somebody brings a file: facilitators hand out, learners hand in. 403 for whoever is not that. */
export function bringerOf(step: FiledStep, kind: FileKind): Member {
  const member = step.own.find(({ part }) => part === (kind === "handout" ? "facilitator" : "learner"))
  if (!member) throw forbidden()
  return member
}

/** A hand-out is everybody's; a sheet is its learner's, and the facilitators read it until the learner has left. */
export const maySeeFile = (step: Pick<FiledStep, "own">, { file, leftAt }: Brought) =>
  file.kind === "handout" || (file.memberId !== null && leftAt === null && mayRemoveFile(step, file))

export const mayRemoveFile = (step: Pick<FiledStep, "own">, { kind, memberId }: StepFile) =>
  isPart(step, "facilitator") || (kind === "sheet" && step.own.some(({ id }) => id === memberId))

export async function accessStepFile(reader: Reader, actor: Actor, id: string) {
  const [found] = await reader
    .select({ file: stepFiles, leftAt: cohortMembers.leftAt })
    .from(stepFiles)
    .leftJoin(cohortMembers, eq(cohortMembers.id, stepFiles.memberId))
    .where(eq(stepFiles.id, id))
  if (!found) throw notFound()
  const step = await accessFiledStep(reader, actor, found.file.cohortStepId)
  if (!maySeeFile(step, found)) throw notFound()
  return { file: found.file, step }
}
