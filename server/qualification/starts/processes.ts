import { asc, eq } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import { type Db, type Reader, type Tx, transact } from "../../kernel/database.ts"
import { notFound, Refusal } from "../../kernel/errors.ts"
import { once } from "../../kernel/submissions.ts"
import { accessCohort } from "../policy.ts"
import type { EditedWorkProcess, NewWorkProcess, WorkProcessView } from "./schema.ts"
import { workProcesses } from "./tables.ts"

const GROUP = ["learner", "facilitator"] as const

export async function listWorkProcesses(
  reader: Reader,
  actor: Actor,
  cohortId: string,
): Promise<WorkProcessView[]> {
  await accessCohort(reader, actor, cohortId, GROUP)
  return reader
    .select()
    .from(workProcesses)
    .where(eq(workProcesses.cohortId, cohortId))
    .orderBy(asc(workProcesses.id))
}

export async function findWorkProcess(reader: Reader, actor: Actor, id: string): Promise<WorkProcessView> {
  const [found] = await reader.select().from(workProcesses).where(eq(workProcesses.id, id))
  if (!found) throw notFound()
  await accessCohort(reader, actor, found.cohortId, GROUP)
  return found
}

export async function addWorkProcess(
  db: Db,
  actor: Actor,
  cohortId: string,
  { key, ...fields }: NewWorkProcess,
): Promise<{ id: string }> {
  return transact(db, async (tx) => {
    await accessCohort(tx, actor, cohortId, GROUP)
    return once(tx, actor, key, ["work-process", cohortId, ...Object.values(fields)], async (id) => {
      await tx.insert(workProcesses).values({ id, cohortId, ...fields, title: fields.title.trim() })
    })
  })
}

/** 409 `process.changed` when somebody else of the group was faster. */
export async function editWorkProcess(
  db: Db,
  actor: Actor,
  id: string,
  { version, ...fields }: EditedWorkProcess,
): Promise<void> {
  await transact(db, async (tx) => {
    await lockUnchanged(tx, actor, id, version)
    await tx
      .update(workProcesses)
      .set({ ...fields, title: fields.title.trim(), version: version + 1 })
      .where(eq(workProcesses.id, id))
  })
}

/** Only as the person has read it: 409 `process.changed`. */
export async function removeWorkProcess(db: Db, actor: Actor, id: string, version: number): Promise<void> {
  await transact(db, async (tx) => {
    await lockUnchanged(tx, actor, id, version)
    await tx.delete(workProcesses).where(eq(workProcesses.id, id))
  })
}

/** Asks for rights first: whoever has none makes nobody wait. */
async function lockUnchanged(tx: Tx, actor: Actor, id: string, version: number): Promise<void> {
  await findWorkProcess(tx, actor, id)
  const [current] = await tx.select().from(workProcesses).where(eq(workProcesses.id, id)).for("update")
  if (!current) throw notFound()
  if (current.version !== version) throw new Refusal(409, "process.changed", undefined, { current })
}
