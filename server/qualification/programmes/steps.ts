import { eq } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import { type Db, type Tx, transact } from "../../kernel/database.ts"
import { notFound, Refusal } from "../../kernel/errors.ts"
import { once } from "../../kernel/submissions.ts"
import { programmeSteps, programmes } from "../tables.ts"
import {
  accessDraftForChange,
  type Programme,
  type ProgrammeStep,
  programmeIdOf,
  stepsInOrder,
} from "./policy.ts"
import { renderStep } from "./rendered.ts"
import { type EditedStep, MOST_STEPS, type NewStep, type StepFields } from "./schema.ts"

/** It comes behind the steps of its week and before. */
export async function addStep(
  db: Db,
  actor: Actor,
  programmeId: string,
  { key, ...input }: NewStep,
): Promise<{ id: string }> {
  return transact(db, async (tx) => {
    const draft = await accessDraftForChange(tx, actor, programmeId, null)
    const sent = ["programme-step", programmeId, input.kind, input.title, String(input.week)]
    return once(tx, actor, key, sent, async (id) => {
      const steps = await stepsInOrder(tx, programmeId)
      if (steps.length >= MOST_STEPS) throw new Refusal(422, "programme.too-many-steps")
      await tx.insert(programmeSteps).values({ ...rendered(input), id, programmeId, position: steps.length })
      await putInOrder(tx, draft, placed(steps, { id, week: input.week }))
    })
  })
}

/** 409 `programme.changed` when the programme was changed meanwhile. In another week it moves there. */
export async function editStep(
  db: Db,
  actor: Actor,
  id: string,
  { version, ...input }: EditedStep,
): Promise<void> {
  await transact(db, async (tx) => {
    const { draft, steps, index } = await accessStepForChange(tx, actor, id, version)
    const former = steps[index]
    await tx.update(programmeSteps).set(rendered(input, former)).where(eq(programmeSteps.id, id))
    const rest = steps.filter((step) => step.id !== id)
    const moves = former?.week !== input.week
    await putInOrder(tx, draft, moves ? placed(rest, { id, week: input.week }) : idsOf(steps))
  })
}

/** Changes places with its neighbour; at the end of the list nothing happens. */
export async function moveStep(db: Db, actor: Actor, id: string, direction: "up" | "down"): Promise<void> {
  await transact(db, async (tx) => {
    const { draft, steps, index } = await accessStepForChange(tx, actor, id, null)
    const other = direction === "up" ? index - 1 : index + 1
    const ids = idsOf(steps)
    const neighbour = ids[other]
    if (neighbour === undefined) return
    ids[index] = neighbour
    ids[other] = id
    await putInOrder(tx, draft, ids)
  })
}

export async function removeStep(db: Db, actor: Actor, id: string): Promise<{ programmeId: string }> {
  return transact(db, async (tx) => {
    const { draft, steps } = await accessStepForChange(tx, actor, id, null)
    await tx.delete(programmeSteps).where(eq(programmeSteps.id, id))
    await putInOrder(
      tx,
      draft,
      idsOf(steps).filter((one) => one !== id),
    )
    return { programmeId: draft.id }
  })
}

async function accessStepForChange(tx: Tx, actor: Actor, id: string, version: number | null) {
  const draft = await accessDraftForChange(tx, actor, await programmeIdOf(tx, id), version)
  const steps = await stepsInOrder(tx, draft.id)
  const index = steps.findIndex((step) => step.id === id)
  // It was removed while this waited for the lock.
  if (index < 0) throw notFound()
  return { draft, steps, index }
}

/** The order with the step behind the last one that does not begin later. */
function placed(others: ProgrammeStep[], step: Pick<ProgrammeStep, "id" | "week">): string[] {
  const behind = others.findLastIndex(({ week }) => week <= step.week)
  return idsOf(others).toSpliced(behind + 1, 0, step.id)
}

const idsOf = (steps: ProgrammeStep[]) => steps.map(({ id }) => id)

/** Every change of a step is a change of its programme. */
async function putInOrder(tx: Tx, { id, version }: Programme, ids: string[]): Promise<void> {
  for (const [position, stepId] of ids.entries())
    await tx.update(programmeSteps).set({ position }).where(eq(programmeSteps.id, stepId))
  await tx
    .update(programmes)
    .set({ version: version + 1 })
    .where(eq(programmes.id, id))
}

/** Refuses Markdown that cannot be rendered. */
function rendered(fields: StepFields, former?: ProgrammeStep) {
  const guidance = fields.guidance ?? former?.guidance ?? ""
  return { ...fields, title: fields.title.trim(), guidance, html: renderStep({ ...fields, guidance }) }
}
