import { eq } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import { type Db, type Reader, type Tx, transact } from "../../kernel/database.ts"
import { Refusal } from "../../kernel/errors.ts"
import { touch } from "../../kernel/live.ts"
import { tellInbox } from "../../notifications/index.ts"
import { chosenIn } from "../competences/queries.ts"
import { POINTS, type Rating, selfRatings } from "../competences/tables.ts"
import { evidenceOf } from "../evidence/queries.ts"
import { accessRoundForChange, type Round, refuseBegun } from "./policy.ts"
import type { EditedPreparation, NewRelease } from "./schema.ts"
import { assessmentRounds, type Chosen, type Released, type Situation } from "./tables.ts"

/** For the learner alone, until they release it. 409 `assessment.preparation-changed` from a window that is behind. */
export async function savePreparation(
  db: Db,
  actor: Actor,
  id: string,
  input: EditedPreparation,
): Promise<void> {
  await transact(db, (tx) => save(tx, actor, id, input))
}

/** Shows the other two a copy of what was chosen, as it is now. Released again, it takes the place of the former. */
export async function releasePreparation(db: Db, actor: Actor, id: string, input: NewRelease): Promise<void> {
  await transact(db, (tx) => release(tx, actor, id, input))
}

/** Saves and shows what stands in a form, or does neither. */
export async function releaseWritten(
  db: Db,
  actor: Actor,
  id: string,
  written: EditedPreparation,
  input: NewRelease,
): Promise<void> {
  await transact(db, async (tx) => {
    await save(tx, actor, id, written)
    await release(tx, actor, id, input)
  })
}

async function save(tx: Tx, actor: Actor, id: string, input: EditedPreparation) {
  const { situations, version } = input
  const { round } = await accessRoundForChange(tx, actor, id, ["learner"])
  refuseBegun(round)
  if (round.preparationVersion !== version) throw new Refusal(409, "assessment.preparation-changed")
  const former = chosenOf(round)
  const { evidenceIds = former.evidenceIds, formerRatings = former.formerRatings } = input
  await tx
    .update(assessmentRounds)
    .set({ situations, chosen: { evidenceIds, formerRatings }, preparationVersion: version + 1 })
    .where(eq(assessmentRounds.id, id))
}

/** What is ticked: as it was kept, otherwise what is shown already. */
export function chosenOf({ chosen, released }: Pick<Round, "chosen" | "released">): Chosen {
  if (chosen) return chosen
  return {
    evidenceIds: released?.evidence.map(({ id }) => id) ?? [],
    formerRatings: (released?.formerRatings.length ?? 0) > 0,
  }
}

async function release(tx: Tx, actor: Actor, id: string, input: NewRelease): Promise<void> {
  const { round, three } = await accessRoundForChange(tx, actor, id, ["learner"])
  refuseBegun(round)
  const released = await copyOf(tx, round, input)
  const isEmpty = released.situations.length + released.ratings.length + released.evidence.length === 0
  if (isEmpty) throw new Refusal(422, "assessment.nothing-to-release")
  const { evidenceIds, formerRatings } = input
  await tx
    .update(assessmentRounds)
    .set({ released, chosen: { evidenceIds, formerRatings }, isReleaseDropped: false })
    .where(eq(assessmentRounds.id, id))
  // From now on the round can begin.
  if (!round.released && three.facilitator) await tellReady(tx, id, three.facilitator.personId)
  touch(tx, "assessment", id)
}

const tellReady = (tx: Tx, id: string, facilitatorId: string): Promise<void> =>
  tellInbox(tx, { notice: "qualification.round-ready", subjectId: id, groupId: id }, [facilitatorId])

/** Until the round begins. Doing it twice changes nothing. */
export async function withdrawPreparation(db: Db, actor: Actor, id: string): Promise<void> {
  await transact(db, async (tx) => {
    const { round } = await accessRoundForChange(tx, actor, id, ["learner"])
    refuseBegun(round)
    await tx.update(assessmentRounds).set({ released: null }).where(eq(assessmentRounds.id, id))
    touch(tx, "assessment", id)
  })
}

async function copyOf(tx: Tx, round: Round, input: NewRelease): Promise<Released> {
  const pieces = await evidenceOf(tx, round.learnerId)
  const chosen = pieces.filter(({ id }) => input.evidenceIds.includes(id))
  if (chosen.length < input.evidenceIds.length)
    throw new Refusal(422, "assessment.evidence-unknown", "evidenceIds")
  const { latest, first } = await ownRatings(tx, round)
  return {
    situations: round.situations.filter(isWritten),
    ratings: input.ratings ? latest : [],
    formerRatings: input.formerRatings ? first : [],
    evidence: chosen.map(({ memberId, version, ...piece }) => piece),
  }
}

/** Where the learner stands now, and where they began, as it is stored. */
export async function ownRatings(
  reader: Reader,
  round: Round,
): Promise<{ latest: Rating[]; first: Rating[] }> {
  const { keys } = await chosenIn(reader, round.cohortId)
  const rows = await reader.select().from(selfRatings).where(eq(selfRatings.memberId, round.learnerId))
  const written = POINTS.flatMap((point) => rows.filter((row) => row.point === point))
  const ofChosen = (ratings: Rating[]) =>
    ratings.filter(({ competence, level }) => keys.includes(competence) && level !== null)
  return {
    latest: ofChosen(written.at(-1)?.ratings ?? []),
    first: ofChosen(rows.find(({ point }) => point === "start")?.ratings ?? []),
  }
}

const isWritten = ({ deed, novelty, proof }: Situation) => `${deed}${novelty}${proof}`.trim() !== ""
