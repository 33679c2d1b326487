import { and, eq } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import { audit } from "../../kernel/audit.ts"
import { type Db, transact } from "../../kernel/database.ts"
import { forbidden, Refusal } from "../../kernel/errors.ts"
import { holdFiles } from "../../kernel/file-checks.ts"
import type { FileStore } from "../../kernel/files.ts"
import { touch } from "../../kernel/live.ts"
import { once } from "../../kernel/submissions.ts"
import { accessFiledStep, accessStepFile, bringerOf, mayRemoveFile } from "./policy.ts"
import { type CaptionedFile, receiveCaptioned } from "./receiving.ts"
import { type FileKind, stepFiles } from "./tables.ts"

type Rules = { most: number; full: string; wanted: "pictures" | "files"; removed: string; channel: string }

/** By kind; a step has so many hand-outs at most, and so many sheets of each learner. Channels: see `live.ts`. */
const RULES: Record<FileKind, Rules> = {
  handout: {
    most: 30,
    full: "step-file.too-many-handouts",
    wanted: "files",
    removed: "cohort.handout-removed",
    channel: "handouts",
  },
  sheet: {
    most: 20,
    full: "step-file.too-many-sheets",
    wanted: "pictures",
    removed: "cohort.sheet-removed",
    channel: "sheets",
  },
}

/** Slides and the like, by a facilitator, for the whole group. */
export const handOut = (db: Db, files: FileStore, actor: Actor, stepId: string, sent: CaptionedFile) =>
  add(db, files, actor, stepId, "handout", sent)

/** The photo of an own sheet of paper, by a learner. Images only; drawn anew without place and device. */
export const handIn = (db: Db, files: FileStore, actor: Actor, stepId: string, sent: CaptionedFile) =>
  add(db, files, actor, stepId, "sheet", sent)

async function add(
  db: Db,
  files: FileStore,
  actor: Actor,
  stepId: string,
  kind: FileKind,
  sent: CaptionedFile,
): Promise<{ id: string }> {
  bringerOf(await accessFiledStep(db, actor, stepId), kind)
  const { most, full, wanted, channel } = RULES[kind]
  const file = await receiveCaptioned(db, files, actor, sent, wanted)
  return transact(db, async (tx) => {
    const member = bringerOf(await accessFiledStep(tx, actor, stepId), kind)
    return once(tx, actor, sent.key, ["step-file", kind, stepId], async (id) => {
      const ofStep = and(eq(stepFiles.cohortStepId, stepId), eq(stepFiles.kind, kind))
      const counted = kind === "sheet" ? and(ofStep, eq(stepFiles.memberId, member.id)) : ofStep
      if ((await tx.$count(stepFiles, counted)) >= most) throw new Refusal(422, full, "files")
      await files.quota.admit(tx, actor.id, file)
      // First the file, then the row: a row never points to nothing.
      await files.put(id, file.bytes)
      const { name, mediaType, caption } = file
      await tx.insert(stepFiles).values({
        ...{ id, cohortStepId: stepId, kind, memberId: member.id, name, mediaType, caption },
        image: file.kind === "image",
        bytes: file.bytes.length,
      })
      await holdFiles(tx, [id])
      touch(tx, channel, stepId)
    })
  })
}

/** A hand-out by a facilitator; a sheet by its learner or a facilitator. */
export async function removeStepFile(db: Db, files: FileStore, actor: Actor, id: string): Promise<void> {
  await transact(db, async (tx) => {
    const { file, step } = await accessStepFile(tx, actor, id)
    if (!mayRemoveFile(step, file)) throw forbidden()
    const { cohortStepId, kind, memberId } = file
    await audit(tx, actor, {
      action: RULES[kind].removed,
      subjectType: "step",
      subjectId: cohortStepId,
      ...(kind === "sheet" && { detail: { memberId } }),
    })
    touch(tx, RULES[kind].channel, cohortStepId)
    // Before its row goes: what lies on the disk counts as somebody's.
    await files.remove(id)
    await tx.delete(stepFiles).where(eq(stepFiles.id, id))
  })
}
