import { and, eq, isNotNull } from "drizzle-orm"
import type { Bilingual } from "../../kernel/actor.ts"
import type { Reader } from "../../kernel/database.ts"
import { COMPETENCE_KEYS, findCompetence } from "../competences/frameworks/index.ts"
import { levelOf } from "../competences/stored.ts"
import { cohortMembers } from "../tables.ts"
import { assessmentResults, assessmentRounds } from "./tables.ts"

export type ConfirmedCompetence = {
  framework: string
  version: string
  id: string
  name: Bilingual
  level: number
  /** Where the learner stood at the start, where the two said so. */
  startLevel: number | null
}

export type ConfirmedAssessment = {
  competences: ConfirmedCompetence[]
  /** As the learner worded them, one sentence each. */
  sentences: string[]
  confirmedAt: Date
}

/**
 * What both confirmed, for the certificate: nothing of how it came about. For whoever has already made sure that the
 * reader may have it; it asks for no rights itself.
 */
export async function findConfirmedAssessment(
  reader: Reader,
  memberId: string,
): Promise<ConfirmedAssessment | null> {
  const [round] = await reader
    .select()
    .from(assessmentRounds)
    .where(and(eq(assessmentRounds.learnerId, memberId), isNotNull(assessmentRounds.confirmedAt)))
  if (!round?.confirmedAt) return null
  const results = await reader
    .select({
      competence: assessmentResults.competence,
      level: assessmentResults.level,
      startLevel: assessmentResults.startLevel,
    })
    .from(assessmentResults)
    .where(eq(assessmentResults.roundId, round.id))
  return {
    competences: results
      .toSorted((a, b) => COMPETENCE_KEYS.indexOf(a.competence) - COMPETENCE_KEYS.indexOf(b.competence))
      .flatMap(confirmedOf),
    sentences: round.sentences.split("\n").filter((sentence) => sentence.trim() !== ""),
    confirmedAt: round.confirmedAt,
  }
}

type Row = { competence: string; level: number; startLevel: number | null }

function confirmedOf({ competence: key, level, startLevel }: Row): ConfirmedCompetence[] {
  const known = findCompetence(key)
  if (!known) return []
  const { framework, competence } = known
  return [
    {
      framework: framework.id,
      version: framework.version,
      id: competence.id,
      name: competence.name,
      level: levelOf(level),
      startLevel: startLevel === null ? null : levelOf(startLevel),
    },
  ]
}

/** The learners of a cohort, by membership, whose assessment both confirmed: the requirement `assessment`. */
export const selectAssessed = (reader: Reader, cohortId: string) =>
  reader
    .select({ memberId: cohortMembers.id })
    .from(assessmentRounds)
    .innerJoin(cohortMembers, eq(cohortMembers.id, assessmentRounds.learnerId))
    .where(and(eq(cohortMembers.cohortId, cohortId), isNotNull(assessmentRounds.confirmedAt)))
