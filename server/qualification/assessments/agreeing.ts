import { and, eq } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import { type Db, newId, type Tx, transact } from "../../kernel/database.ts"
import { notFound, Refusal } from "../../kernel/errors.ts"
import { touch } from "../../kernel/live.ts"
import { storedLevel } from "../competences/stored.ts"
import { accessRound, accessRoundForChange, isCertified, type Round, refuseUnbegun } from "./policy.ts"
import { areOpen, ratingsOf } from "./rating.ts"
import type { NewObservation, NewResult, NewSentences } from "./schema.ts"
import {
  assessmentConfirmations,
  assessmentObservations,
  assessmentResults,
  assessmentRounds,
} from "./tables.ts"

const MOST_OBSERVATIONS = 40

/** What the peer saw. They rate nobody. */
export async function addObservation(
  db: Db,
  actor: Actor,
  id: string,
  { competence, text }: NewObservation,
): Promise<{ id: string }> {
  return transact(db, async (tx) => {
    const { round, own } = await accessRoundForChange(tx, actor, id, ["peer"])
    refuseUnbegun(round)
    if (round.notesDeleted) throw new Refusal(409, "assessment.notes-deleted")
    if (competence && !round.competences.includes(competence))
      throw new Refusal(422, "competence.not-chosen", "competence")
    const former = await tx
      .select()
      .from(assessmentObservations)
      .where(eq(assessmentObservations.roundId, id))
    // A form sent twice says the same thing.
    const same = former.find((one) => one.competence === competence && one.text === text.trim())
    if (same) return { id: same.id }
    if (former.length >= MOST_OBSERVATIONS) throw new Refusal(422, "assessment.too-many-observations")
    const observationId = newId()
    const values = { id: observationId, roundId: id, memberId: own.memberId, competence, text: text.trim() }
    await tx.insert(assessmentObservations).values(values)
    touch(tx, "assessment", id)
    return { id: observationId }
  })
}

/** One's own. */
export async function removeObservation(
  db: Db,
  actor: Actor,
  observationId: string,
): Promise<{ roundId: string }> {
  return transact(db, async (tx) => {
    const [found] = await tx
      .select()
      .from(assessmentObservations)
      .where(eq(assessmentObservations.id, observationId))
    if (!found) throw notFound()
    const { own } = await accessRound(tx, actor, found.roundId)
    if (own.memberId !== found.memberId) throw new Refusal(403, "forbidden")
    await tx.delete(assessmentObservations).where(eq(assessmentObservations.id, observationId))
    touch(tx, "assessment", found.roundId)
    return { roundId: found.roundId }
  })
}

/** Level, reason and evidence that the two agreed on. */
export async function saveResult(db: Db, actor: Actor, id: string, input: NewResult): Promise<void> {
  await transact(db, async (tx) => {
    const { round } = await accessRoundForChange(tx, actor, id, ["learner", "facilitator"])
    await refuseOutside(tx, round)
    const { competence, version, ...values } = input
    if (!round.competences.includes(competence)) throw new Refusal(422, "competence.not-chosen", "competence")
    const isIt = and(eq(assessmentResults.roundId, id), eq(assessmentResults.competence, competence))
    const [former] = await tx.select().from(assessmentResults).where(isIt)
    const level = storedLevel(values.level)
    const startLevel = values.startLevel === null ? null : storedLevel(values.startLevel)
    const [reason, evidence] = [values.reason.trim(), values.evidence.trim()]
    // Sent again because the answer was lost on the way.
    const isSame = former?.level === level && former.startLevel === startLevel
    if (isSame && former.reason === reason && former.evidence === evidence) return
    if ((former?.version ?? 0) !== version) throw new Refusal(409, "assessment.result-changed")
    if (former)
      await tx
        .update(assessmentResults)
        .set({ level, startLevel, reason, evidence, version: version + 1 })
        .where(isIt)
    else
      await tx
        .insert(assessmentResults)
        .values({ roundId: id, competence, level, startLevel, reason, evidence })
    await undoConfirmations(tx, round, {})
  })
}

/** Drafted together, worded by the learner. */
export async function saveSentences(db: Db, actor: Actor, id: string, input: NewSentences): Promise<void> {
  await transact(db, async (tx) => {
    const { round } = await accessRoundForChange(tx, actor, id, ["learner"])
    await refuseOutside(tx, round)
    const sentences = input.sentences
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== "")
      .join("\n")
    if (sentences === round.sentences) return
    if (round.version !== input.version) throw new Refusal(409, "assessment.changed")
    await undoConfirmations(tx, round, { sentences })
  })
}

/** Whoever confirmed has not confirmed this. All see that it happened. */
async function undoConfirmations(tx: Tx, round: Round, change: { sentences?: string }): Promise<void> {
  const undone = await tx
    .delete(assessmentConfirmations)
    .where(eq(assessmentConfirmations.roundId, round.id))
    .returning({ memberId: assessmentConfirmations.memberId })
  await tx
    .update(assessmentRounds)
    .set({
      ...change,
      version: round.version + 1,
      confirmedAt: null,
      ...(undone.length > 0 && { isReopened: true }),
    })
    .where(eq(assessmentRounds.id, round.id))
  touch(tx, "assessment", round.id)
}

/** Talk begins when both ratings lie open, and it is over once the certificate is issued. */
async function refuseOutside(tx: Tx, round: Round): Promise<void> {
  refuseUnbegun(round)
  if (await isCertified(tx, round)) throw new Refusal(409, "assessment.certified")
  if (!round.notesDeleted && !areOpen(await ratingsOf(tx, round)))
    throw new Refusal(409, "assessment.ratings-missing")
}
