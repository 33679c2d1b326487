import { and, eq } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import type { Reader, Tx } from "../../kernel/database.ts"
import { forbidden, notFound } from "../../kernel/errors.ts"
import { isOwn } from "../policy.ts"
import { cohortMembers } from "../tables.ts"
import { journalEntries } from "./tables.ts"

export type Entry = typeof journalEntries.$inferSelect

/** The journal is for learners, and stays with whoever was one and wrote in it. 403 for everybody else. */
export async function accessJournal(reader: Reader, actor: Actor): Promise<void> {
  if (!(await keepsJournal(reader, actor))) throw forbidden()
}

async function keepsJournal(reader: Reader, actor: Actor): Promise<boolean> {
  const learning = await reader
    .select({ id: cohortMembers.id })
    .from(cohortMembers)
    .where(and(isOwn(actor), eq(cohortMembers.part, "learner")))
    .limit(1)
  if (learning.length > 0) return true
  const written = await reader
    .select({ id: journalEntries.id })
    .from(journalEntries)
    .where(eq(journalEntries.personId, actor.id))
    .limit(1)
  return written.length > 0
}

/** Their own: for anybody else it does not exist. */
export async function accessEntry(reader: Reader, actor: Actor, id: string): Promise<Entry> {
  const [entry] = await reader.select().from(journalEntries).where(isOwnEntry(actor, id))
  if (!entry) throw notFound()
  return entry
}

/** The same, locking it against the rotation of keys and against another window. */
export async function accessEntryForChange(tx: Tx, actor: Actor, id: string): Promise<Entry> {
  const [entry] = await tx.select().from(journalEntries).where(isOwnEntry(actor, id)).for("update")
  if (!entry) throw notFound()
  return entry
}

const isOwnEntry = (actor: Actor, id: string) =>
  and(eq(journalEntries.id, id), eq(journalEntries.personId, actor.id))
