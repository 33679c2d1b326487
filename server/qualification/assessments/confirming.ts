import { and, eq } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import { type Db, type Reader, transact } from "../../kernel/database.ts"
import { Refusal } from "../../kernel/errors.ts"
import { touch } from "../../kernel/live.ts"
import { now, today } from "../../kernel/time.ts"
import { addDays } from "../../kernel/workdays.ts"
import { accessRoundForChange, type Round, refuseUnbegun } from "./policy.ts"
import type { NewConfirmation, NewThought } from "./schema.ts"
import { assessmentConfirmations, assessmentResults, assessmentRounds } from "./tables.ts"

const LONGEST_THOUGHT_DAYS = 60

/** What one saw: 409 `assessment.changed` when it is another text by now. The second confirmation completes it. */
export async function confirmRound(
  db: Db,
  actor: Actor,
  id: string,
  { version }: NewConfirmation,
): Promise<void> {
  await transact(db, async (tx) => {
    const { round, own, three } = await accessRoundForChange(tx, actor, id, ["learner", "facilitator"])
    refuseUnbegun(round)
    if (round.version !== version) throw new Refusal(409, "assessment.changed")
    if (!(await isComplete(tx, round))) throw new Refusal(409, "assessment.incomplete")
    await tx
      .insert(assessmentConfirmations)
      .values({ roundId: id, memberId: own.memberId, confirmedAt: now() })
      .onConflictDoNothing()
    const confirmed = await confirmationsOf(tx, round)
    const both = [three.learner, three.facilitator].every(
      (one) => one !== null && confirmed.includes(one.memberId),
    )
    await tx
      .update(assessmentRounds)
      .set({
        isReopened: false,
        ...(both && { confirmedAt: round.confirmedAt ?? now() }),
        ...((both || round.thinkerId === own.memberId) && { thinkUntil: null, thinkerId: null }),
      })
      .where(eq(assessmentRounds.id, id))
    touch(tx, "assessment", id)
  })
}

/** Instead of confirming at once. Null ends it. */
export async function thinkOver(db: Db, actor: Actor, id: string, { until }: NewThought): Promise<void> {
  await transact(db, async (tx) => {
    const { round, own } = await accessRoundForChange(tx, actor, id, ["learner", "facilitator"])
    refuseUnbegun(round)
    if (round.confirmedAt) throw new Refusal(409, "assessment.confirmed")
    const latest = addDays(today(), LONGEST_THOUGHT_DAYS)
    if (until !== null && (until <= today() || until > latest))
      throw new Refusal(422, "assessment.thought-date", "until")
    if (until === null && round.thinkerId !== own.memberId) return
    await tx
      .delete(assessmentConfirmations)
      .where(and(eq(assessmentConfirmations.roundId, id), eq(assessmentConfirmations.memberId, own.memberId)))
    await tx
      .update(assessmentRounds)
      .set({ thinkUntil: until, thinkerId: until === null ? null : own.memberId })
      .where(eq(assessmentRounds.id, id))
    touch(tx, "assessment", id)
  })
}

/** Every competence has a level, each that is reached a reason or evidence, and there is something to say. */
export async function isComplete(reader: Reader, round: Round): Promise<boolean> {
  const results = await reader.select().from(assessmentResults).where(eq(assessmentResults.roundId, round.id))
  const isAgreed = (key: string) =>
    results.some(({ competence, ...result }) => competence === key && isBacked(result))
  return round.sentences !== "" && round.competences.every(isAgreed)
}

const isBacked = ({ level, reason, evidence }: { level: number; reason: string; evidence: string }) =>
  level === 0 || `${reason}${evidence}` !== ""

/** The memberships of those who have confirmed the present version. */
export async function confirmationsOf(reader: Reader, { id }: Round): Promise<string[]> {
  const rows = await reader
    .select({ memberId: assessmentConfirmations.memberId })
    .from(assessmentConfirmations)
    .where(eq(assessmentConfirmations.roundId, id))
  return rows.map(({ memberId }) => memberId)
}
