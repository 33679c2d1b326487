import { and, eq, isNull, sql } from "drizzle-orm"
import { departments, listByName, memberships, people } from "../accounts/index.ts"
import type { Actor } from "../kernel/actor.ts"
import { type Db, lockName, type Reader, transact } from "../kernel/database.ts"
import { forbidden, Refusal } from "../kernel/errors.ts"
import { byName } from "../kernel/order.ts"
import { among } from "../kernel/statements.ts"
import { once } from "../kernel/submissions.ts"
import { dailyHash, limit } from "../kernel/throttle.ts"
import { sendMessage } from "./messages.ts"
import type { Outside } from "./outside.ts"
import { listReachable, mayStart } from "./policy.ts"
import type { Addressee, NewConversation } from "./schema.ts"
import { refuseSwitchedOff } from "./settings.ts"
import { conversationMembers, conversations } from "./tables.ts"

const SEARCHES_A_MINUTE = 120
const MOST_FOUND = 20
/** Some of those that a name fits cannot be written to. */
const MOST_READ = 60

/** Whom the person can write to, by parts of a name: people of the house. Whoever has blocked them is not among these. */
export async function findAddressees(db: Db, actor: Actor, typed: string): Promise<Addressee[]> {
  await refuseSwitchedOff(db)
  if (!mayStart(actor)) throw forbidden()
  await limit(db, `addressees:${await dailyHash(db, actor.id)}`, SEARCHES_A_MINUTE, 60)
  if (typed.trim() === "") return []
  const found = await listByName(db, typed, null, MOST_READ)
  const reachable = await listReachable(
    db,
    actor,
    found.map(({ id }) => id),
  )
  return found
    .filter(({ id }) => reachable.includes(id))
    .slice(0, MOST_FOUND)
    .map(({ id, displayName, shortNames }) => ({ id, name: displayName, shortNames }))
}

/** Those of these people to whom the person can write, for a form that names them. */
export async function listAddressees(reader: Reader, actor: Actor, ids: string[]): Promise<Addressee[]> {
  await refuseSwitchedOff(reader)
  if (!mayStart(actor)) throw forbidden()
  if (ids.length === 0) return []
  const reachable = await listReachable(reader, actor, ids)
  return reader
    .select({ id: people.id, name: people.displayName, shortNames })
    .from(people)
    .where(among(people.id, reachable))
    .orderBy(byName(people.displayName), people.id)
}

const shortNames = sql<string[]>`array(select department.short_name from ${memberships} own
  join ${departments} department on department.id = own.department_id
  where own.person_id = ${people}.id order by department.short_name collate german_order)`

/**
 * Begins a conversation with chosen people. With one person there is one at most that has no name of its own: what is
 * written goes on there.
 */
export async function startConversation(
  db: Db,
  outside: Outside,
  actor: Actor,
  { personIds, title, body, key }: NewConversation,
): Promise<{ id: string }> {
  return transact(db, async (tx) => {
    await refuseSwitchedOff(tx)
    if (!mayStart(actor)) throw forbidden()
    const chosen = [...new Set(personIds)].sort()
    const reachable = await listReachable(tx, actor, chosen)
    if (reachable.length < chosen.length)
      throw new Refusal(422, "conversation.person-unreachable", "personIds")
    const message = { body, ...(key && { key }) }
    const [only] = chosen
    if (chosen.length === 1 && only && title.trim() === "") {
      // Two who begin with each other at the same time: the second finds what the first has begun.
      await lockName(tx, `pair:${[actor.id, only].sort().join(":")}`)
      const former = await findPair(tx, actor, only)
      if (former) {
        await sendMessage(tx, outside, actor, former, message)
        return { id: former }
      }
    }
    return once(tx, actor, key, ["conversation", ...chosen, title, body], async (id) => {
      await tx.insert(conversations).values({ id, title: title.trim(), latestId: id })
      await tx
        .insert(conversationMembers)
        .values([actor.id, ...chosen].map((personId) => ({ conversationId: id, personId })))
      // It claims the key as well: sent once more, it is found in the pair's conversation.
      await sendMessage(tx, outside, actor, id, message)
    })
  })
}

/** The conversation without a name that the two have with each other and with nobody else. */
async function findPair(reader: Reader, actor: Actor, otherId: string): Promise<string | null> {
  const both = sql`(select array_agg(own.person_id order by own.person_id) from ${conversationMembers} own
    where own.conversation_id = ${conversations}.id)`
  const [found] = await reader
    .select({ id: conversations.id })
    .from(conversationMembers)
    .innerJoin(conversations, eq(conversations.id, conversationMembers.conversationId))
    .where(
      and(
        eq(conversationMembers.personId, actor.id),
        isNull(conversations.groupId),
        eq(conversations.title, ""),
        sql`${both} = ${sql.param([actor.id, otherId].sort())}::uuid[]`,
      ),
    )
    .limit(1)
  return found?.id ?? null
}
