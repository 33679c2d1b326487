import { eq } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import { type Db, type Tx, transact } from "../../kernel/database.ts"
import { Refusal } from "../../kernel/errors.ts"
import { once } from "../../kernel/submissions.ts"
import { chosenIn, ownEnrolment } from "../competences/queries.ts"
import { accessCohort } from "../policy.ts"
import { accessEvidence, accessEvidenceForChange } from "./policy.ts"
import { evidenceOf } from "./queries.ts"
import type { EditedEvidence, NewEvidence } from "./schema.ts"
import { evidence } from "./tables.ts"

/** More than anybody can talk about in forty minutes. */
const MOST_EVIDENCE = 50

export async function attachEvidence(
  db: Db,
  actor: Actor,
  cohortId: string,
  input: NewEvidence,
): Promise<{ id: string }> {
  return transact(db, async (tx) => {
    const member = ownEnrolment(await accessCohort(tx, actor, cohortId, ["learner"]))
    const { kind, key, ...fields } = input
    return once(tx, actor, key, ["evidence", cohortId, fields.title, fields.sentence], async (id) => {
      if (kind === "post" && !fields.address) throw new Refusal(422, "evidence.address-needed", "address")
      await insertEvidence(tx, cohortId, { id, memberId: member.id, kind, copy: "", ...fields })
    })
  })
}

export async function insertEvidence(
  tx: Tx,
  cohortId: string,
  piece: Omit<typeof evidence.$inferInsert, "version">,
): Promise<void> {
  await refuseUnchosen(tx, cohortId, piece.competences)
  if ((await evidenceOf(tx, piece.memberId)).length >= MOST_EVIDENCE)
    throw new Refusal(422, "evidence.too-many")
  await tx.insert(evidence).values(trimmed(piece))
}

/** 409 `evidence.changed` when another window was faster. */
export async function editEvidence(
  db: Db,
  actor: Actor,
  id: string,
  { version, ...fields }: EditedEvidence,
): Promise<void> {
  await transact(db, async (tx) => {
    const former = await accessEvidenceForChange(tx, actor, id)
    if (former.kind === "post" && !fields.address)
      throw new Refusal(422, "evidence.address-needed", "address")
    await refuseUnchosen(
      tx,
      former.cohortId,
      fields.competences.filter((one) => !former.competences.includes(one)),
    )
    if (former.version !== version) throw new Refusal(409, "evidence.changed")
    await tx
      .update(evidence)
      .set({ ...trimmed(fields), version: version + 1 })
      .where(eq(evidence.id, id))
  })
}

export async function removeEvidence(db: Db, actor: Actor, id: string): Promise<void> {
  await transact(db, async (tx) => {
    await accessEvidence(tx, actor, id)
    await tx.delete(evidence).where(eq(evidence.id, id))
  })
}

async function refuseUnchosen(tx: Tx, cohortId: string, competences: string[]): Promise<void> {
  const { keys } = await chosenIn(tx, cohortId)
  if (competences.some((key) => !keys.includes(key)))
    throw new Refusal(422, "competence.not-chosen", "competences")
}

const trimmed = <F extends { title: string; sentence: string }>(fields: F): F => {
  return { ...fields, title: fields.title.trim(), sentence: fields.sentence.trim() }
}
