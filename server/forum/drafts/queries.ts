import { and, desc, eq, type SQL } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import type { Reader } from "../../kernel/database.ts"
import { notFound } from "../../kernel/errors.ts"
import type { DraftView } from "./schema.ts"
import { postDrafts } from "./tables.ts"

/** An own draft; 404 for anybody else's. */
export async function findDraft(reader: Reader, actor: Actor, id: string): Promise<DraftView> {
  const [draft] = await selectOwn(reader, actor, eq(postDrafts.id, id))
  if (!draft) throw notFound()
  return draft
}

export const hasDraft = async (reader: Reader, actor: Actor, id: string): Promise<boolean> =>
  (await reader.$count(postDrafts, and(eq(postDrafts.personId, actor.id), eq(postDrafts.id, id)))) > 0

export const countDrafts = (reader: Reader, actor: Actor): Promise<number> =>
  reader.$count(postDrafts, eq(postDrafts.personId, actor.id))

/** The person's own drafts, the latest first. */
export const listDrafts = (reader: Reader, actor: Actor): Promise<DraftView[]> => selectOwn(reader, actor)

async function selectOwn(reader: Reader, actor: Actor, which?: SQL): Promise<DraftView[]> {
  const rows = await reader
    .select()
    .from(postDrafts)
    .where(and(eq(postDrafts.personId, actor.id), which))
    .orderBy(desc(postDrafts.id))
  return rows.map(({ personId: _, createdAt, ...draft }) => ({
    ...draft,
    createdAt: createdAt.toISOString(),
  }))
}
