import { and, eq, inArray, isNull } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import { type Db, type Reader, type Tx, transact } from "../../kernel/database.ts"
import { forbidden, notFound, Refusal } from "../../kernel/errors.ts"
import { touch } from "../../kernel/live.ts"
import { once } from "../../kernel/submissions.ts"
import { isPart } from "../policy.ts"
import { cohortMembers } from "../tables.ts"
import { accessSession, GROUP, LEADING } from "./access.ts"
import { tellTask } from "./notices.ts"
import type { EditedEntry, NewEntry, SettledTask } from "./schema.ts"
import { sessionEntries } from "./tables.ts"

/** To change an entry, or to say what came out of a task. */
type Right = "edit" | "settle"

/** One line of a session. Sent again under its key, also days later, it is there once. */
export async function recordEntry(db: Db, actor: Actor, sessionId: string, input: NewEntry) {
  return transact(db, async (tx) => {
    const { cohort } = await accessSession(tx, actor, sessionId, LEADING)
    const fields = await fieldsOf(tx, cohort.id, input)
    const sent = ["session-entry", sessionId, ...Object.values(fields).map(String)]
    return once(tx, actor, input.key, sent, async (id) => {
      await tx.insert(sessionEntries).values({ id, cohortStepId: sessionId, ...fields })
      await tellTask(tx, actor, { id, sessionId, memberId: fields.memberId })
      touch(tx, "session", sessionId)
    })
  })
}

/** 409 `entry.changed` when somebody was faster. */
export async function editEntry(db: Db, actor: Actor, id: string, input: EditedEntry): Promise<string> {
  return transact(db, async (tx) => {
    const { entry, cohortId } = await accessEntryForChange(tx, actor, id, "edit")
    if (entry.version !== input.version) throw new Refusal(409, "entry.changed")
    const fields = await fieldsOf(tx, cohortId, input)
    await tx
      .update(sessionEntries)
      .set({ ...fields, version: entry.version + 1 })
      .where(eq(sessionEntries.id, id))
    const { memberId } = fields
    if (memberId !== entry.memberId)
      await tellTask(tx, actor, { id, sessionId: entry.cohortStepId, memberId })
    touch(tx, "session", entry.cohortStepId)
    return entry.cohortStepId
  })
}

/** Says what came out of a task: by who has it, or by the facilitator. */
export async function settleTask(db: Db, actor: Actor, id: string, input: SettledTask): Promise<string> {
  return transact(db, async (tx) => {
    const { entry } = await accessEntryForChange(tx, actor, id, "settle")
    if (entry.kind !== "task") throw new Refusal(409, "entry.no-task")
    if (entry.version !== input.version) throw new Refusal(409, "entry.changed")
    const { done, result } = input
    await tx
      .update(sessionEntries)
      .set({ done, result: result.trim(), version: entry.version + 1 })
      .where(eq(sessionEntries.id, id))
    touch(tx, "session", entry.cohortStepId)
    return entry.cohortStepId
  })
}

export async function removeEntry(db: Db, actor: Actor, id: string): Promise<string> {
  return transact(db, async (tx) => {
    const { entry } = await accessEntryForChange(tx, actor, id, "edit")
    await tx.delete(sessionEntries).where(eq(sessionEntries.id, id))
    touch(tx, "session", entry.cohortStepId)
    return entry.cohortStepId
  })
}

/** An entry as it stands: for the facilitator, and for whoever has the task. */
export async function findEntry(reader: Reader, actor: Actor, id: string) {
  const { entry, leads } = await accessEntry(reader, actor, id, "settle")
  return { ...entry, leads }
}

/** Read again behind the lock, so that it is as the others left it. */
async function accessEntryForChange(tx: Tx, actor: Actor, id: string, right: Right) {
  await accessEntry(tx, actor, id, right)
  await tx
    .select({ id: sessionEntries.id })
    .from(sessionEntries)
    .where(eq(sessionEntries.id, id))
    .for("update")
  return accessEntry(tx, actor, id, right)
}

async function accessEntry(reader: Reader, actor: Actor, id: string, right: Right) {
  const [entry] = await reader.select().from(sessionEntries).where(eq(sessionEntries.id, id))
  if (!entry) throw notFound()
  const session = await accessSession(reader, actor, entry.cohortStepId, GROUP)
  const leads = isPart(session, "facilitator")
  if (!leads && (right === "edit" || !(await isOwnTask(reader, actor, entry.memberId)))) throw forbidden()
  return { entry, cohortId: session.cohort.id, leads }
}

async function isOwnTask(reader: Reader, actor: Actor, memberId: string | null): Promise<boolean> {
  if (memberId === null) return false
  const [member] = await reader.select().from(cohortMembers).where(eq(cohortMembers.id, memberId))
  return member?.personId === actor.id
}

/** Person and date belong to tasks only. */
async function fieldsOf(tx: Tx, cohortId: string, { kind, body, memberId, dueOn }: NewEntry | EditedEntry) {
  if (kind !== "task") return { kind, body: body.trim(), memberId: null, dueOn: null }
  if (memberId !== null && !(await isInGroup(tx, cohortId, memberId)))
    throw new Refusal(422, "entry.person-unknown", "memberId")
  return { kind, body: body.trim(), memberId, dueOn }
}

async function isInGroup(tx: Tx, cohortId: string, memberId: string): Promise<boolean> {
  const [member] = await tx
    .select({ id: cohortMembers.id })
    .from(cohortMembers)
    .where(
      and(
        eq(cohortMembers.id, memberId),
        eq(cohortMembers.cohortId, cohortId),
        inArray(cohortMembers.part, [...GROUP]),
        isNull(cohortMembers.leftAt),
      ),
    )
  return member !== undefined
}
