import type { Actor } from "../../kernel/actor.ts"
import { audit } from "../../kernel/audit.ts"
import { type Db, newId, type Tx, transact } from "../../kernel/database.ts"
import { Refusal } from "../../kernel/errors.ts"
import { findValidCertificate } from "../certificates/valid.ts"
import { accessCohort, accessCohortForChange, lockMember } from "../policy.ts"
import { COMPETENCE_KEYS, isOn } from "./frameworks/index.ts"
import { chosenIn, foundationOf, hasLater, isFixed, ownEnrolment, selfRatingsOf } from "./queries.ts"
import type { NewChoice, NewSelfRating } from "./schema.ts"
import { storedRatings } from "./stored.ts"
import { competenceChoices, type Rating, selfRatings } from "./tables.ts"

/** 422 `competences.foundation` for one of another framework than the programme's; 409 `competences.fixed` once an assessment is under way, 409 `competences.changed` when somebody was faster. */
export async function chooseCompetences(
  db: Db,
  actor: Actor,
  cohortId: string,
  input: NewChoice,
): Promise<void> {
  await transact(db, async (tx) => {
    await accessCohortForChange(tx, actor, cohortId, ["facilitator"])
    if (await isFixed(tx, cohortId)) throw new Refusal(409, "competences.fixed")
    const { version } = await chosenIn(tx, cohortId)
    if (version !== input.version) throw new Refusal(409, "competences.changed")
    const foundation = await foundationOf(tx, cohortId)
    if (!input.competences.every((key) => isOn(foundation, key)))
      throw new Refusal(422, "competences.foundation", "competences")
    const competences = COMPETENCE_KEYS.filter((key) => input.competences.includes(key))
    await tx
      .insert(competenceChoices)
      .values({ cohortId, competences })
      .onConflictDoUpdate({
        target: competenceChoices.cohortId,
        set: { competences, version: version + 1 },
      })
    await audit(tx, actor, {
      action: "cohort.competences-chosen",
      subjectType: "cohort",
      subjectId: cohortId,
      detail: { competences },
    })
  })
}

/**
 * Of the learner themselves. 409 `self-rating.later-exists` for a point that a later one has closed: who compares
 * start and end must be able to trust the start.
 */
export async function saveSelfRating(
  db: Db,
  actor: Actor,
  cohortId: string,
  { point, ratings, version }: NewSelfRating,
): Promise<void> {
  await transact(db, async (tx) => {
    const member = ownEnrolment(await accessCohort(tx, actor, cohortId, ["learner"]))
    const chosen = await refuseFaultyRatings(tx, cohortId, ratings)
    await lockMember(tx, member.id)
    const rows = await selfRatingsOf(tx, member)
    if (hasLater(rows, point)) throw new Refusal(409, "self-rating.later-exists")
    if (await findValidCertificate(tx, member.id)) throw new Refusal(409, "assessment.certified")
    const former = rows.find((row) => row.point === point)
    if ((former?.version ?? 0) !== version) throw new Refusal(409, "self-rating.changed")
    const saved = { ratings: storedRatings(inOrder(chosen, ratings)), version: version + 1 }
    await tx
      .insert(selfRatings)
      .values({ id: newId(), memberId: member.id, point, ...saved })
      .onConflictDoUpdate({ target: [selfRatings.memberId, selfRatings.point], set: saved })
  })
}

async function refuseFaultyRatings(tx: Tx, cohortId: string, ratings: Rating[]): Promise<string[]> {
  const { keys } = await chosenIn(tx, cohortId)
  if (ratings.some(({ competence }) => !keys.includes(competence)))
    throw new Refusal(422, "competence.not-chosen", "ratings")
  if (ratings.every(({ level }) => level === null)) throw new Refusal(422, "self-rating.empty", "ratings")
  return keys
}

/** One a competence, the last where there are two. */
export const inOrder = (keys: string[], ratings: Rating[]): Rating[] =>
  keys.flatMap((key) => {
    const rating = ratings.findLast(({ competence }) => competence === key)
    return rating ? [{ ...rating, sentence: rating.sentence.trim() }] : []
  })
