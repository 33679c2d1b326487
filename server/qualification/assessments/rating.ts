import { and, eq } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import { type Db, type Reader, transact } from "../../kernel/database.ts"
import { Refusal } from "../../kernel/errors.ts"
import { touch } from "../../kernel/live.ts"
import { now } from "../../kernel/time.ts"
import { inOrder } from "../competences/actions.ts"
import { chosenIn } from "../competences/queries.ts"
import { storedRatings } from "../competences/stored.ts"
import { startTimer } from "../timers/actions.ts"
import { accessRoundForChange, type Round, refuseBegun, refuseUnbegun } from "./policy.ts"
import type { NewRating } from "./schema.ts"
import { assessmentRatings, assessmentRounds } from "./tables.ts"
import { notesUntilOf, phasesFor, timed } from "./timing.ts"

/** From here on the preparation stays as it was released, and all speak about the same competences. */
export async function beginRound(db: Db, actor: Actor, id: string): Promise<void> {
  await transact(db, async (tx) => {
    const { round } = await accessRoundForChange(tx, actor, id, ["facilitator"])
    refuseBegun(round)
    if (!round.released) throw new Refusal(409, "assessment.not-released")
    const { keys } = await chosenIn(tx, round.cohortId)
    await tx
      .update(assessmentRounds)
      .set({ begunAt: now(), competences: keys, notesUntil: notesUntilOf(now()) })
      .where(eq(assessmentRounds.id, id))
    await startTimer(tx, timed(id), phasesFor(actor.locale))
    touch(tx, "assessment", id)
  })
}

/**
 * Of the learner or of the facilitator, each by themselves. A submitted one can be changed until the other has
 * submitted, too: then both lie open.
 */
export async function saveRating(db: Db, actor: Actor, id: string, input: NewRating): Promise<void> {
  await transact(db, async (tx) => {
    const { round, own } = await accessRoundForChange(tx, actor, id, ["learner", "facilitator"])
    refuseUnbegun(round)
    const rows = await ratingsOf(tx, round)
    const former = rows.find(({ memberId }) => memberId === own.memberId)
    const values = {
      ratings: storedRatings(inOrder(round.competences, input.ratings)),
      submitted: input.submit,
    }
    // Sent again because the answer was lost on the way.
    if (former && isSame(former, values)) return
    if (round.notesDeleted || areOpen(rows)) throw new Refusal(409, "assessment.ratings-open")
    if (input.ratings.some(({ competence }) => !round.competences.includes(competence)))
      throw new Refusal(422, "competence.not-chosen", "ratings")
    if (input.submit) refuseGaps(round, input)
    if ((former?.version ?? 0) !== input.version) throw new Refusal(409, "assessment.rating-changed")
    if (former)
      await tx
        .update(assessmentRatings)
        .set({ ...values, version: former.version + 1 })
        .where(and(eq(assessmentRatings.roundId, id), eq(assessmentRatings.memberId, own.memberId)))
    else await tx.insert(assessmentRatings).values({ roundId: id, memberId: own.memberId, ...values })
    // What is only kept is nobody's business; that something was submitted is.
    if (input.submit || former?.submitted) touch(tx, "assessment", id)
  })
}

type Rated = Pick<typeof assessmentRatings.$inferSelect, "ratings" | "submitted">

const isSame = (one: Rated, other: Rated) =>
  one.submitted === other.submitted &&
  one.ratings.length === other.ratings.length &&
  one.ratings.every(({ competence, level, sentence }) =>
    other.ratings.some(
      (rated) => rated.competence === competence && rated.level === level && rated.sentence === sentence,
    ),
  )

function refuseGaps(round: Round, { ratings }: NewRating): void {
  const rated = ratings.filter(({ level }) => level !== null).map(({ competence }) => competence)
  if (!round.competences.every((key) => rated.includes(key)))
    throw new Refusal(422, "assessment.rating-incomplete", "ratings")
}

export const ratingsOf = (reader: Reader, { id }: Round) =>
  reader.select().from(assessmentRatings).where(eq(assessmentRatings.roundId, id))

/** Neither sees the other's until both have submitted. */
export const areOpen = (rows: { submitted: boolean }[]) =>
  rows.filter(({ submitted }) => submitted).length === 2
