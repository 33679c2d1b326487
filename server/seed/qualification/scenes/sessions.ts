import { recordAttendance } from "../../../qualification/core.ts"
import {
  addPhoto,
  findEntry,
  findMinutes,
  recordEntry,
  releaseMinutes,
  saveMinutes,
  saveRound,
  settleTask,
} from "../../../qualification/meet.ts"
import type { Scene } from "../../parts.ts"
import type { SeedEntry, SeedPhoto, SeedSession } from "../../reading/cohort/sessions.ts"
import { readPicture } from "../../reading/index.ts"
import type { Stage } from "../stage.ts"
import { on } from "../when.ts"

/** What was written before a session, what happened in it, and its minutes. */
export function scenesOfSession(stage: Stage, session: SeedSession): Scene[] {
  const { step, round, held } = session
  const before = Object.entries(round).map(([who, line], index) => ({
    at: stage.at({ ...on(step, -2), time: `${10 + index}:20` }),
    play: async () => saveRound(stage.db, await stage.actor(who), stage.stepId(step), line),
  }))
  if (!held) return before
  const entries = held.entries.flatMap((entry, index) => scenesOfEntry(stage, session, entry, index))
  return [
    ...before,
    { at: stage.during(step, 10), play: () => recordAttendances(stage, session) },
    ...entries,
    ...held.photos.map((photo, index) => ({
      at: stage.during(step, 30 + index),
      play: () => takePhoto(stage, session, photo),
    })),
    { at: stage.at(on(step, 1, "11:00")), play: () => giveOutMinutes(stage, session, held.forManagers) },
  ]
}

async function recordAttendances(stage: Stage, { step, missing }: SeedSession): Promise<void> {
  const facilitator = await stage.facilitator()
  for (const { who } of stage.content.learners)
    await recordAttendance(
      stage.db,
      facilitator,
      stage.stepId(step),
      stage.member(who),
      missing[who] ?? "present",
    )
}

function scenesOfEntry(stage: Stage, { step }: SeedSession, entry: SeedEntry, index: number): Scene[] {
  let id = ""
  const { kind, body, who, due, result } = entry
  const record = async () => {
    const memberId = who === undefined ? null : stage.member(who)
    const dueOn = due === undefined ? null : stage.day(due)
    const input = { kind, body, memberId, dueOn }
    id = (await recordEntry(stage.db, await stage.facilitator(), stage.stepId(step), input)).id
  }
  const settle = async ({ text, done }: NonNullable<SeedEntry["result"]>) => {
    const actor = await stage.actor(who ?? stage.content.facilitator)
    const { version } = await findEntry(stage.db, actor, id)
    await settleTask(stage.db, actor, id, { version, done, result: text })
  }
  const recorded = { at: stage.during(step, 20 + index), play: record }
  return result ? [recorded, { at: stage.at(result.at), play: () => settle(result) }] : [recorded]
}

async function takePhoto(stage: Stage, { step }: SeedSession, { by, file, caption }: SeedPhoto) {
  const name = `${file}.jpg`
  const photo = { name, bytes: await readPicture(name), caption, key: undefined }
  await addPhoto(stage.db, stage.parts.files, await stage.actor(by), stage.stepId(step), photo)
}

/** As the module puts them together. */
async function giveOutMinutes(stage: Stage, { step }: SeedSession, forManagers: boolean): Promise<void> {
  const facilitator = await stage.facilitator()
  const id = stage.stepId(step)
  const { body, version } = await findMinutes(stage.db, facilitator, id)
  const saved = await saveMinutes(stage.db, facilitator, id, { body, version })
  await releaseMinutes(stage.db, facilitator, id, { version: saved.version, forManagers })
}
