import { and, eq, isNotNull, or } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import type { Reader } from "../../kernel/database.ts"
import { forbidden } from "../../kernel/errors.ts"
import { assessmentRounds } from "../assessments/tables.ts"
import { accessCohort, enrolmentOf, isPart, type Member, type Standing } from "../policy.ts"
import { DEFAULT_COMPETENCES } from "./frameworks/index.ts"
import type { ChoiceView, SelfRatingsView } from "./schema.ts"
import { competenceChoices, POINTS, type Point, selfRatings } from "./tables.ts"
import { competenceViews } from "./view.ts"

/** What the cohort assesses, for all its members. */
export async function findChoice(reader: Reader, actor: Actor, cohortId: string): Promise<ChoiceView> {
  const standing = await accessCohort(reader, actor, cohortId)
  const { keys, version } = await chosenIn(reader, cohortId)
  const fixed = await isFixed(reader, cohortId)
  return {
    competences: competenceViews(keys, actor.locale),
    version,
    fixed,
    can: { choose: isPart(standing, "facilitator") && !fixed },
  }
}

export async function chosenIn(
  reader: Reader,
  cohortId: string,
): Promise<{ keys: string[]; version: number }> {
  const [row] = await reader.select().from(competenceChoices).where(eq(competenceChoices.cohortId, cohortId))
  return row ? { keys: row.competences, version: row.version } : { keys: DEFAULT_COMPETENCES, version: 0 }
}

/** Once somebody has released a preparation, all speak about the same competences. */
export async function isFixed(reader: Reader, cohortId: string): Promise<boolean> {
  const isUnderWay = or(isNotNull(assessmentRounds.released), isNotNull(assessmentRounds.begunAt))
  const rows = await reader
    .select({ id: assessmentRounds.id })
    .from(assessmentRounds)
    .where(and(eq(assessmentRounds.cohortId, cohortId), isUnderWay))
    .limit(1)
  return rows.length > 0
}

/** The own self-ratings of a learner, for the learner alone. */
export async function listSelfRatings(
  reader: Reader,
  actor: Actor,
  cohortId: string,
): Promise<SelfRatingsView> {
  const member = ownEnrolment(await accessCohort(reader, actor, cohortId, ["learner"]))
  const { keys } = await chosenIn(reader, cohortId)
  const rows = await selfRatingsOf(reader, member)
  return {
    competences: competenceViews(keys, actor.locale),
    points: POINTS.map((point) => {
      const row = rows.find((one) => one.point === point)
      const fixed = hasLater(rows, point)
      return { point, ratings: row?.ratings ?? [], version: row?.version ?? 0, fixed }
    }),
  }
}

export const selfRatingsOf = (reader: Reader, { id }: Member) =>
  reader.select().from(selfRatings).where(eq(selfRatings.memberId, id))

export const hasLater = (rows: { point: Point }[], point: Point) =>
  rows.some((one) => POINTS.indexOf(one.point) > POINTS.indexOf(point))

export function ownEnrolment(standing: Standing): Member {
  const member = enrolmentOf(standing)
  if (!member) throw forbidden()
  return member
}
