import { asc, eq } from "drizzle-orm"
import { people } from "../../accounts/index.ts"
import type { Actor } from "../../kernel/actor.ts"
import type { Reader } from "../../kernel/database.ts"
import { chosenIn } from "../competences/queries.ts"
import { levelOf, shownRatings } from "../competences/stored.ts"
import type { Rating } from "../competences/tables.ts"
import { competenceViews } from "../competences/view.ts"
import { cohortMembers, cohorts } from "../tables.ts"
import { findTimer } from "../timers/actions.ts"
import { confirmationsOf, isComplete } from "./confirming.ts"
import { formerOf } from "./plan.ts"
import { accessRound, isCertified, type Place, type Sitting } from "./policy.ts"
import { chosenOf, ownRatings } from "./preparing.ts"
import { areOpen, ratingsOf } from "./rating.ts"
import type { AssessmentView } from "./schema.ts"
import { proposeSentences } from "./sentences.ts"
import { assessmentObservations, assessmentResults } from "./tables.ts"
import { timed } from "./timing.ts"

/** A round as one of the three may see it at this moment. */
export async function findRound(reader: Reader, actor: Actor, id: string): Promise<AssessmentView> {
  const place = await accessRound(reader, actor, id)
  const { round, seat, own, three } = place
  const { learner, peer, facilitator } = three
  if (!learner || !facilitator) throw new Error("a round without its learner or facilitator")
  const keys = round.begunAt ? round.competences : (await chosenIn(reader, round.cohortId)).keys
  const [cohort] = await reader
    .select({ id: cohorts.id, name: cohorts.name })
    .from(cohorts)
    .where(eq(cohorts.id, round.cohortId))
  if (!cohort) throw new Error("a round without a cohort")
  const rows = await ratingsOf(reader, round)
  const confirmed = await confirmationsOf(reader, round)
  const results = await resultsOf(reader, id, keys)
  const phase = phaseOf(place, rows)
  const ofOne = (sitting: Sitting) => rows.find(({ memberId }) => memberId === sitting.memberId)
  const ownRow = ofOne(own)
  const isOpen = areOpen(rows)
  return {
    id,
    cohort,
    seat,
    learner: named(learner),
    peer: peer && named(peer),
    facilitator: named(facilitator),
    startsAt: round.startsAt.toISOString(),
    place: round.place,
    former: formerOf(round),
    phase,
    competences: competenceViews(keys, actor.locale),
    preparation:
      seat === "learner"
        ? {
            situations: round.situations,
            ...chosenOf(round),
            version: round.preparationVersion,
            dropped: round.isReleaseDropped,
          }
        : null,
    released: releasedTo(place, isOpen),
    ownRating:
      seat === "peer"
        ? null
        : {
            ratings: shownRatings(ownRow?.ratings ?? (await begunWith(reader, place))),
            submitted: ownRow?.submitted ?? false,
            version: ownRow?.version ?? 0,
          },
    submitted: {
      learner: ofOne(learner)?.submitted ?? false,
      facilitator: ofOne(facilitator)?.submitted ?? false,
    },
    ratings: isOpen
      ? {
          learner: shownRatings(ofOne(learner)?.ratings ?? []),
          facilitator: shownRatings(ofOne(facilitator)?.ratings ?? []),
        }
      : null,
    observations: await observationsOf(reader, id, own),
    results,
    timer: await findTimer(reader, timed(id)),
    sentences: round.sentences,
    proposedSentences: proposeSentences(learner.name, results, actor.locale),
    version: round.version,
    confirmed: {
      learner: confirmed.includes(learner.memberId),
      facilitator: confirmed.includes(facilitator.memberId),
    },
    reopened: round.isReopened,
    thinking: thinkingOf(place),
    notesUntil: round.notesUntil,
    notesDeleted: round.notesDeleted,
    can: await rightsOf(reader, place, phase, confirmed),
  }
}

/** What the learner rated of themselves shows the others nothing before they have rated, too. */
function releasedTo({ round: { released }, seat }: Place, isOpen: boolean): AssessmentView["released"] {
  if (!released) return null
  const isShown = isOpen || seat === "learner"
  return {
    ...released,
    ratings: isShown ? shownRatings(released.ratings) : [],
    formerRatings: isShown ? shownRatings(released.formerRatings) : [],
  }
}

/** The learner goes on from their last self-rating, which nobody else sees. */
async function begunWith(reader: Reader, { round, seat }: Place): Promise<Rating[]> {
  return seat === "learner" && !round.notesDeleted ? (await ownRatings(reader, round)).latest : []
}

const named = ({ memberId, name }: Sitting) => ({ memberId, name })

function phaseOf({ round }: Place, rows: { submitted: boolean }[]): AssessmentView["phase"] {
  if (!round.begunAt) return "preparing"
  if (round.confirmedAt) return "confirmed"
  return round.notesDeleted || areOpen(rows) ? "agreeing" : "rating"
}

async function rightsOf(
  reader: Reader,
  { round, seat, own }: Place,
  phase: AssessmentView["phase"],
  confirmed: string[],
): Promise<AssessmentView["can"]> {
  const isOfTwo = seat !== "peer"
  const isSettled = phase === "confirmed" && (await isCertified(reader, round))
  const isTalk = phase === "agreeing" || (phase === "confirmed" && !isSettled)
  const isDone = confirmed.includes(own.memberId)
  return {
    prepare: seat === "learner" && phase === "preparing",
    release: seat === "learner" && phase === "preparing",
    withdraw: seat === "learner" && phase === "preparing" && round.released !== null,
    begin: seat === "facilitator" && phase === "preparing" && round.released !== null,
    rate: isOfTwo && phase === "rating",
    observe: seat === "peer" && phase !== "preparing" && !round.notesDeleted,
    agree: isOfTwo && isTalk,
    word: seat === "learner" && isTalk,
    confirm: isOfTwo && phase === "agreeing" && !isDone && (await isComplete(reader, round)),
    think: isOfTwo && phase === "agreeing",
  }
}

function thinkingOf({ round, own, three }: Place): AssessmentView["thinking"] {
  const thinker = Object.values(three).find((one) => one !== null && one.memberId === round.thinkerId)
  if (!thinker || !round.thinkUntil) return null
  return { name: thinker.name, until: round.thinkUntil, isMe: thinker.memberId === own.memberId }
}

async function observationsOf(reader: Reader, roundId: string, own: Sitting) {
  const rows = await reader
    .select({ observation: assessmentObservations, by: people.displayName })
    .from(assessmentObservations)
    .leftJoin(cohortMembers, eq(cohortMembers.id, assessmentObservations.memberId))
    .leftJoin(people, eq(people.id, cohortMembers.personId))
    .where(eq(assessmentObservations.roundId, roundId))
    .orderBy(asc(assessmentObservations.id))
  return rows.map(({ observation: { id, competence, text, memberId }, by }) => {
    return { id, by, competence, text, isMine: memberId === own.memberId }
  })
}

async function resultsOf(reader: Reader, roundId: string, keys: string[]) {
  const rows = await reader.select().from(assessmentResults).where(eq(assessmentResults.roundId, roundId))
  return keys.flatMap((key) =>
    rows
      .filter(({ competence }) => competence === key)
      .map(({ roundId: _round, level, startLevel, ...result }) => ({
        ...result,
        level: levelOf(level),
        startLevel: startLevel === null ? null : levelOf(startLevel),
      })),
  )
}
