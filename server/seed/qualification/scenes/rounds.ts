import {
  addObservation,
  beginRound,
  confirmRound,
  findRound,
  findRoundPlan,
  formRounds,
  issueCertificate,
  listCertificates,
  listEvidence,
  releaseCertificate,
  releasePreparation,
  savePreparation,
  saveRating,
  saveResult,
  saveSentences,
  timeRound,
} from "../../../qualification/proof.ts"
import type { Scene } from "../../parts.ts"
import type { SeedRound } from "../../reading/cohort/together.ts"
import type { Stage } from "../stage.ts"
import { on } from "../when.ts"

/** From the planning of the rounds of three to the certificates. */
export function scenesOfRounds(stage: Stage): Scene[] {
  const { db, cohortId, content } = stage
  if (content.rounds.length === 0) return []
  const form = async () =>
    formRounds(db, await stage.facilitator(), cohortId, { startsAt: null, place: content.place })
  return [
    { at: stage.at(on("workshop-5", 0, "12:30")), play: form },
    ...content.rounds.map((round, index) => ({
      at: stage.at({ ...on("assessment-1", -3), time: `1${index}:15` }),
      play: () => prepare(stage, round),
    })),
    ...content.rounds.map((round, index) => ({
      at: stage.during("assessment-1", index * 45),
      play: () => meet(stage, round),
    })),
    ...content.certificates.map(({ who }, index) => ({
      at: stage.during("certificate-1", index * 5),
      play: async () => {
        const memberId = stage.member(who)
        await issueCertificate(db, await stage.facilitator(), cohortId, { memberId })
      },
    })),
    ...content.certificates.map((one, index) => ({
      at: stage.at(on("certificate-1", 1, `1${index}:40`)),
      play: () => show(stage, one),
    })),
  ]
}

async function roundOf(stage: Stage, learner: string): Promise<{ id: string; peer: string }> {
  const { rounds } = await findRoundPlan(stage.db, await stage.facilitator(), stage.cohortId)
  const round = rounds.find((one) => one.learner.memberId === stage.member(learner))
  const peer = stage.content.learners.find(({ who }) => stage.member(who) === round?.peer?.memberId)
  if (!round || !peer) throw new Error(`${learner} has no round`)
  return { id: round.id, peer: peer.who }
}

async function prepare(stage: Stage, { learner, situations, releasesFormer }: SeedRound): Promise<void> {
  const { db, cohortId } = stage
  const actor = await stage.actor(learner)
  const { id } = await roundOf(stage, learner)
  const { preparation } = await findRound(db, actor, id)
  await savePreparation(db, actor, id, { situations, version: preparation?.version ?? 1 })
  const { items } = await listEvidence(db, actor, cohortId)
  const evidenceIds = items.map((piece) => piece.id)
  await releasePreparation(db, actor, id, { evidenceIds, ratings: false, formerRatings: releasesFormer })
}

/** Both rate by themselves, talk about where they differ, agree, word the sentences, and confirm. */
async function meet(stage: Stage, round: SeedRound): Promise<void> {
  const { db } = stage
  const { id, peer } = await roundOf(stage, round.learner)
  const [learner, facilitator] = [await stage.actor(round.learner), await stage.facilitator()]
  await beginRound(db, facilitator, id)
  for (const observation of round.observations)
    await addObservation(db, await stage.actor(peer), id, observation)
  const ratings = (whose: "own" | "other") =>
    Object.entries(round.levels).map(([competence, levels]) => ({
      competence,
      level: levels[whose],
      sentence: "",
    }))
  await saveRating(db, learner, id, { ratings: ratings("own"), submit: true, version: 0 })
  await saveRating(db, facilitator, id, { ratings: ratings("other"), submit: true, version: 0 })
  for (const [competence, { agreed, reason, evidence }] of Object.entries(round.levels))
    await saveResult(db, facilitator, id, {
      ...{ competence, level: agreed, reason, evidence, version: 0 },
      startLevel: startOf(stage, round, competence),
    })
  const { version } = await findRound(db, learner, id)
  await saveSentences(db, learner, id, { sentences: round.sentences, version })
  const worded = await findRound(db, learner, id)
  for (const actor of [learner, facilitator]) await confirmRound(db, actor, id, { version: worded.version })
  if (worded.timer)
    await timeRound(db, facilitator, id, { control: "end", version: worded.timer.version, minutes: 0 })
}

/** What the learner shows of where they began. */
function startOf({ content }: Stage, { learner, releasesFormer }: SeedRound, competence: string) {
  const start = content.selfRatings.find(({ by, point }) => by === learner && point === "start")
  return releasesFormer ? (start?.levels[competence] ?? null) : null
}

async function show(stage: Stage, { who, ...release }: Stage["content"]["certificates"][number]) {
  const actor = await stage.actor(who)
  const [certificate] = await listCertificates(stage.db, actor)
  if (!certificate) throw new Error(`${who} has no certificate`)
  await releaseCertificate(stage.db, actor, certificate.id, { ...release, version: 1 })
}
