import { eq, sql } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import { auditOf } from "../../kernel/audit.ts"
import { type Db, newId, type Tx, transact } from "../../kernel/database.ts"
import { Refusal } from "../../kernel/errors.ts"
import { synonymsChanged } from "../changes.ts"
import { nameKey } from "../german.ts"
import type { Synonym } from "../model.ts"
import { requireKeeper } from "../policy.ts"
import { searchSynonyms } from "../tables.ts"
import { findSynonym, readSynonyms } from "./queries.ts"
import type { NewSynonym } from "./schema.ts"

/** All of them go to every engine at once and are read with every search. */
const MOST_GROUPS = 1000

export async function addSynonym(db: Db, actor: Actor, input: NewSynonym): Promise<{ id: string }> {
  requireKeeper(actor)
  return transact(db, async (tx) => {
    const others = await lockSynonyms(tx)
    if (others.length >= MOST_GROUPS) throw new Refusal(409, "synonyms.too-many")
    const terms = freeTerms(input, others)
    const id = newId()
    await tx.insert(searchSynonyms).values({ id, terms })
    await record(tx, actor, "added", id, { terms })
    return { id }
  })
}

export async function changeSynonym(db: Db, actor: Actor, id: string, input: NewSynonym): Promise<void> {
  requireKeeper(actor)
  await transact(db, async (tx) => {
    const groups = await lockSynonyms(tx)
    const former = await findSynonym(tx, actor, id)
    const terms = freeTerms(
      input,
      groups.filter((group) => group.id !== id),
    )
    if (JSON.stringify(terms) === JSON.stringify(former.terms)) return
    await tx.update(searchSynonyms).set({ terms }).where(eq(searchSynonyms.id, id))
    await record(tx, actor, "changed", id, { from: { terms: former.terms }, to: { terms } })
  })
}

export async function deleteSynonym(db: Db, actor: Actor, id: string): Promise<void> {
  requireKeeper(actor)
  await transact(db, async (tx) => {
    await lockSynonyms(tx)
    const { terms } = await findSynonym(tx, actor, id)
    await tx.delete(searchSynonyms).where(eq(searchSynonyms.id, id))
    await record(tx, actor, "deleted", id, { terms })
  })
}

/** One change at a time: two groups that are right each on their own can share a term. Searches do not wait. */
async function lockSynonyms(tx: Tx): Promise<Synonym[]> {
  await tx.execute(sql`lock table ${searchSynonyms} in share row exclusive mode`)
  return readSynonyms(tx)
}

/** In two groups a term would join them: what means the same as the one would mean the same as the other. */
function freeTerms({ terms }: NewSynonym, others: Synonym[]): string[] {
  const tidy = terms.map((term) => term.normalize("NFC").trim().replace(/\s+/g, " "))
  for (const [at, term] of tidy.entries()) {
    const isSame = (other: string) => nameKey(other) === nameKey(term)
    if (tidy.findIndex(isSame) !== at) throw new Refusal(422, "synonyms.term-twice", "terms", { term })
    const group = others.find((other) => other.terms.some(isSame))
    if (group) throw new Refusal(409, "synonyms.term-taken", "terms", { term, ...group })
  }
  return tidy
}

const noteInLog = auditOf("synonyms")

async function record(tx: Tx, ...change: [Actor, string, string, Record<string, unknown>]) {
  await noteInLog(tx, ...change)
  await synonymsChanged(tx)
}
