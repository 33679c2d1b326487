import { and, eq, isNotNull, or } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import { only, type Reader } from "../../kernel/database.ts"
import { forbidden } from "../../kernel/errors.ts"
import { assessmentRounds } from "../assessments/tables.ts"
import { findValidCertificate } from "../certificates/valid.ts"
import { accessCohort, enrolmentOf, isPart, type Member, type Standing } from "../policy.ts"
import { cohorts, programmes } from "../tables.ts"
import { defaultCompetences, type Foundation } from "./frameworks/index.ts"
import type { ChoiceView, SelfRatingsView } from "./schema.ts"
import { shownRatings } from "./stored.ts"
import { competenceChoices, POINTS, type Point, RATED_POINTS, selfRatings } from "./tables.ts"
import { competenceViews } from "./view.ts"

/** What the cohort assesses, for all its members. */
export async function findChoice(reader: Reader, actor: Actor, cohortId: string): Promise<ChoiceView> {
  const standing = await accessCohort(reader, actor, cohortId)
  const { keys, version } = await chosenIn(reader, cohortId)
  const fixed = await isFixed(reader, cohortId)
  return {
    competences: competenceViews(keys, actor.locale),
    version,
    foundation: await foundationOf(reader, cohortId),
    fixed,
    can: { choose: isPart(standing, "facilitator") && !fixed },
  }
}

export async function chosenIn(
  reader: Reader,
  cohortId: string,
): Promise<{ keys: string[]; version: number }> {
  const [row] = await reader.select().from(competenceChoices).where(eq(competenceChoices.cohortId, cohortId))
  if (row) return { keys: row.competences, version: row.version }
  return { keys: defaultCompetences(await foundationOf(reader, cohortId)), version: 0 }
}

/** What the programme of the cohort is built on. */
export async function foundationOf(reader: Reader, cohortId: string): Promise<Foundation> {
  const found = await reader
    .select({ foundation: programmes.foundation })
    .from(cohorts)
    .innerJoin(programmes, eq(programmes.id, cohorts.programmeId))
    .where(eq(cohorts.id, cohortId))
  return only(found).foundation
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
  const isCertified = (await findValidCertificate(reader, member.id)) !== null
  const points = POINTS.filter(
    (point) => RATED_POINTS.some((one) => one === point) || rows.some((row) => row.point === point),
  )
  return {
    competences: competenceViews(keys, actor.locale),
    points: points.map((point) => {
      const row = rows.find((one) => one.point === point)
      const fixed = isCertified || point === "middle" || hasLater(rows, point)
      return { point, ratings: shownRatings(row?.ratings ?? []), version: row?.version ?? 0, fixed }
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
