import { eq } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import type { Reader } from "../../kernel/database.ts"
import { notFound } from "../../kernel/errors.ts"
import { compareNames } from "../../kernel/order.ts"
import type { Synonym } from "../model.ts"
import { requireKeeper } from "../policy.ts"
import { searchSynonyms } from "../tables.ts"

/** All groups, by their first terms; for the engines. */
export async function readSynonyms(reader: Reader): Promise<Synonym[]> {
  const groups = await reader.select().from(searchSynonyms)
  return groups.sort((a, b) => compareNames(a.terms[0] ?? "", b.terms[0] ?? ""))
}

/** The same for those who keep them. */
export async function listSynonyms(reader: Reader, actor: Actor): Promise<Synonym[]> {
  requireKeeper(actor)
  return readSynonyms(reader)
}

export async function findSynonym(reader: Reader, actor: Actor, id: string): Promise<Synonym> {
  requireKeeper(actor)
  const [group] = await reader.select().from(searchSynonyms).where(eq(searchSynonyms.id, id))
  if (!group) throw notFound()
  return group
}
