import { and, desc, eq } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import { type Db, newId, type Tx, transact } from "../../kernel/database.ts"
import { forbidden } from "../../kernel/errors.ts"
import { once } from "../../kernel/submissions.ts"
import { now } from "../../kernel/time.ts"
import { programmeSteps, programmes } from "../tables.ts"
import {
  accessDraftForChange,
  accessProgramme,
  accessProgrammeForChange,
  isDraft,
  isOwn,
  type Programme,
  stepsInOrder,
} from "./policy.ts"
import { renderDescription } from "./rendered.ts"
import type { EditedProgramme } from "./schema.ts"

/** A draft of the person's own that begins like the programme: another programme, with editions of its own. */
export async function copyProgramme(
  db: Db,
  actor: Actor,
  id: string,
  input: { key?: string },
): Promise<{ id: string }> {
  return transact(db, async (tx) => {
    const source = await accessProgramme(tx, actor, id)
    return once(tx, actor, input.key, ["programme", id], (copyId) =>
      insertCopy(tx, actor, source, { id: copyId, familyId: copyId, edition: 1 }),
    )
  })
}

/** The next edition of an own programme as a draft; where one is begun already, that one. */
export async function prepareEdition(db: Db, actor: Actor, id: string): Promise<{ id: string }> {
  return transact(db, async (tx) => {
    const source = await accessProgrammeForChange(tx, actor, id)
    if (!isOwn(actor, source)) throw forbidden()
    if (isDraft(source)) return { id }
    // The first edition stands for all of them, so that two windows wait for each other.
    const family = eq(programmes.familyId, source.familyId)
    await tx
      .select({ id: programmes.id })
      .from(programmes)
      .where(and(family, eq(programmes.edition, 1)))
      .for("update")
    const [latest] = await tx
      .select()
      .from(programmes)
      .where(family)
      .orderBy(desc(programmes.edition))
      .limit(1)
    if (latest && isDraft(latest)) return { id: latest.id }
    const draft = { id: newId(), familyId: source.familyId, edition: (latest ?? source).edition + 1 }
    await insertCopy(tx, actor, source, draft)
    return { id: draft.id }
  })
}

/** 409 `programme.changed` when somebody was faster. */
export async function editProgramme(db: Db, actor: Actor, id: string, input: EditedProgramme): Promise<void> {
  await transact(db, async (tx) => {
    const { version } = await accessDraftForChange(tx, actor, id, input.version)
    const { name, description, requirements, foundation } = input
    await tx
      .update(programmes)
      .set({
        name: name.trim(),
        description,
        html: renderDescription(input),
        requirements,
        ...(foundation && { foundation }),
        version: version + 1,
      })
      .where(eq(programmes.id, id))
  })
}

/** A draft that is not needed goes for good; no cohort can have started with it. */
export async function discardDraft(db: Db, actor: Actor, id: string): Promise<void> {
  await transact(db, async (tx) => {
    await accessDraftForChange(tx, actor, id, null)
    await tx.delete(programmeSteps).where(eq(programmeSteps.programmeId, id))
    await tx.delete(programmes).where(eq(programmes.id, id))
  })
}

type Place = Pick<Programme, "id" | "familyId" | "edition">

async function insertCopy(tx: Tx, actor: Actor, source: Programme, place: Place): Promise<void> {
  const { name, description, html, requirements, foundation } = source
  const copied = { name, description, html, requirements, foundation }
  await tx.insert(programmes).values({ ...place, ...copied, authorId: actor.id, createdAt: now() })
  const steps = await stepsInOrder(tx, source.id)
  if (steps.length === 0) return
  await tx
    .insert(programmeSteps)
    .values(steps.map((step, position) => ({ ...step, id: newId(), programmeId: place.id, position })))
}
