import { findImpulse, saveImpulse, shareEntry, shareImpulse, writeEntry } from "../../../qualification/own.ts"
import { attachEvidence, listSources, saveSelfRating, takeEvidence } from "../../../qualification/proof.ts"
import { addWorkProcess, saveExperience } from "../../../qualification/work.ts"
import type { Scene } from "../../parts.ts"
import type {
  SeedEvidence,
  SeedImpulse,
  SeedJournalEntry,
  SeedSelfRating,
  SeedTakenEvidence,
} from "../../reading/cohort/learning.ts"
import { idOf } from "../../town.ts"
import type { Stage } from "../stage.ts"

/** What each learner does for themselves, and gives the group. */
export function scenesOfLearning(stage: Stage): Scene[] {
  const { content, db, cohortId } = stage
  return [
    ...content.experiences.map(({ by, at, ...answers }) => ({
      at: stage.at(at),
      play: async () => saveExperience(db, await stage.actor(by), cohortId, answers),
    })),
    ...content.processes.map(({ by, at, ...process }) => ({
      at: stage.at(at),
      play: async () => void (await addWorkProcess(db, await stage.actor(by), cohortId, process)),
    })),
    ...content.impulses
      .filter(({ step }) => stage.isOut(step))
      .map((one) => ({
        at: later(stage.at(one.at), stage.during(one.step, 60)),
        play: () => answerImpulse(stage, one),
      })),
    ...content.journal.map((one) => ({ at: stage.at(one.at), play: () => write(stage, one) })),
    ...content.selfRatings.map((one) => ({ at: stage.at(one.at), play: () => rate(stage, one) })),
    ...content.evidence.map((one) => ({ at: stage.at(one.at), play: () => collect(stage, one) })),
    ...content.takenEvidence.map((one) => ({ at: stage.at(one.at), play: () => take(stage, one) })),
  ]
}

/** Nobody answers an impulse before it is released. */
const later = (one: Date, other: Date) => (one > other ? one : other)

async function answerImpulse(stage: Stage, { by, step, state, answers, sharedWith }: SeedImpulse) {
  const actor = await stage.actor(by)
  const id = stage.stepId(step)
  const { questions } = await findImpulse(stage.db, actor, id, async () => [])
  const all = questions.map((_, index) => answers[index] ?? "")
  const { version } = await saveImpulse(stage.db, actor, id, { state, answers: all, version: 0 })
  if (sharedWith) await shareImpulse(stage.db, actor, id, { with: sharedWith, version })
}

/** Without its keys an installation keeps no journal. */
async function write(stage: Stage, { by, at, about, title, body, sharedWith }: SeedJournalEntry) {
  const { db, keys, cohortId } = stage
  if (!keys) return
  const actor = await stage.actor(by)
  const cohortStepId = about === undefined ? null : stage.stepId(about)
  const entry = { title, body, writtenOn: stage.day(at), cohortId, cohortStepId }
  const { id } = await writeEntry(db, keys, actor, entry)
  if (sharedWith) await shareEntry(db, keys, actor, id, { cohortId, with: sharedWith, version: 1 })
}

async function rate(stage: Stage, { by, point, levels, sentences }: SeedSelfRating) {
  const ratings = Object.entries(levels).map(([competence, level]) => ({
    competence,
    level,
    sentence: sentences[competence] ?? "",
  }))
  await saveSelfRating(stage.db, await stage.actor(by), stage.cohortId, { point, ratings, version: 0 })
}

async function collect(stage: Stage, { by, at, thread, ...piece }: SeedEvidence) {
  const input = { ...piece, address: thread === undefined ? "" : addressOf(stage, thread) }
  await attachEvidence(stage.db, await stage.actor(by), stage.cohortId, input)
}

function addressOf(stage: Stage, thread: string): string {
  return idOf(stage.town.addresses, thread)
}

async function take(stage: Stage, { by, at, source, title, ...shows }: SeedTakenEvidence) {
  const { db, keys, cohortId } = stage
  if (source === "journal" && !keys) return
  const actor = await stage.actor(by)
  const { projects, entries } = await listSources(db, keys, actor, cohortId)
  const all = source === "journal" ? entries : projects.flatMap(({ milestones }) => milestones)
  const found = all.find((one) => one.title === title)
  if (!found) throw new Error(`${by} has no ${source} "${title}"`)
  await takeEvidence(db, keys, actor, cohortId, { source, sourceId: found.id, ...shows })
}
