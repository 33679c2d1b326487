import { eq } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import type { Reader } from "../../kernel/database.ts"
import { notFound } from "../../kernel/errors.ts"
import { findPerson } from "../people/queries.ts"
import { requireAdmin } from "../policy.ts"
import type { PersonLeaving } from "./schema.ts"
import { leavings } from "./tables.ts"

export const findOwnLeaving = (reader: Reader, actor: Actor): Promise<PersonLeaving> =>
  leavingOf(reader, actor.id)

/** For an administrator. */
export async function findLeavingOf(reader: Reader, actor: Actor, id: string): Promise<PersonLeaving> {
  requireAdmin(actor)
  if (!(await findPerson(reader, id))) throw notFound()
  return leavingOf(reader, id)
}

async function leavingOf(reader: Reader, personId: string): Promise<PersonLeaving> {
  const [found] = await reader.select().from(leavings).where(eq(leavings.personId, personId))
  if (!found) return { leaving: null }
  const { posts, certificates, dueOn, bySelf, begunAt } = found
  return { leaving: { posts, certificates, dueOn, bySelf, begun: begunAt !== null } }
}
