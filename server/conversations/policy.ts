import { and, eq, ne, type SQL, sql } from "drizzle-orm"
import { memberships, people } from "../accounts/index.ts"
import type { Actor } from "../kernel/actor.ts"
import type { Reader, Tx } from "../kernel/database.ts"
import { notFound } from "../kernel/errors.ts"
import { among, type Open } from "../kernel/statements.ts"
import { groupIdIn } from "./groups.ts"
import type { Outside } from "./outside.ts"
import { refuseSwitchedOff } from "./settings.ts"
import { conversationBlocks, conversationMembers, conversationMessages, conversations } from "./tables.ts"

/** A conversation as one of its people stands in it. Nobody else has a way to it, whatever their roles. */
export type Standing = {
  id: string
  groupId: string | null
  /** What it is called; empty where it has no name of its own. */
  title: string
  latestNumber: number
  readTo: number
  /** The conversation of a group has no row before its first message. */
  isStored: boolean
}

/** Whoever belongs to the house writes to others of the house; the learners of a group write to each other. */
export const mayStart = (actor: Actor) => actor.departments.length > 0

/** Ids of the conversations in which somebody takes part, as a subquery; those of a group only once something was said. */
export const conversationIdsOf = (personId: Open<string>, outside: Pick<Outside, "groupIdsOf">): SQL => sql`(
  select own.conversation_id from ${conversationMembers} own
    join ${conversations} chosen on chosen.id = own.conversation_id and chosen.group_id is null
    where own.person_id = ${personId} and not own.has_left
  union all
  select ofgroup.id from ${conversations} ofgroup where ofgroup.group_id in ${outside.groupIdsOf(personId)}
    and not exists (select from ${conversationMembers} gone where gone.conversation_id = ofgroup.id
      and gone.person_id = ${personId} and gone.has_left))`

/** Ids of the people whose messages somebody does not read, as a subquery. */
export const blockedBy = (personId: Open<string>): SQL =>
  sql`(select blocked.blocked_id from ${conversationBlocks} blocked where blocked.person_id = ${personId})`

/** 404 for whoever takes no part in it, as for one that is not there. */
export async function accessConversation(
  reader: Reader,
  outside: Outside,
  actor: Actor,
  id: string,
): Promise<Standing> {
  await refuseSwitchedOff(reader)
  const standing = await findStanding(reader, outside, actor, id)
  if (!standing || standing.hasLeft) throw notFound()
  return standing
}

/** The same, locking the conversation against other changes of it; that of a group is stored from now on. */
export async function accessConversationForChange(
  tx: Tx,
  outside: Outside,
  actor: Actor,
  id: string,
): Promise<Standing> {
  await lockConversation(tx, id)
  const standing = await accessConversation(tx, outside, actor, id)
  return standing.isStored ? standing : storeForChange(tx, outside, actor, standing)
}

/** The conversation of one of the person's groups, also where they have left it; 404 for any other. */
export async function accessGroupConversationForChange(
  tx: Tx,
  outside: Outside,
  actor: Actor,
  id: string,
): Promise<Standing> {
  await refuseSwitchedOff(tx)
  await lockConversation(tx, id)
  const standing = await findStanding(tx, outside, actor, id)
  if (!standing || standing.groupId === null) throw notFound()
  return standing.isStored ? standing : storeForChange(tx, outside, actor, standing)
}

async function storeForChange(
  tx: Tx,
  outside: Outside,
  actor: Actor,
  { id, groupId }: Standing,
): Promise<Standing> {
  await tx.insert(conversations).values({ id, groupId, latestId: id }).onConflictDoNothing()
  await lockConversation(tx, id)
  return accessConversation(tx, outside, actor, id)
}

const lockConversation = (tx: Tx, id: string) =>
  tx.select({ id: conversations.id }).from(conversations).where(eq(conversations.id, id)).for("update")

async function findStanding(
  reader: Reader,
  outside: Outside,
  actor: Actor,
  id: string,
): Promise<(Standing & { hasLeft: boolean }) | null> {
  const [row] = await reader
    .select({ conversation: conversations, own: conversationMembers })
    .from(conversations)
    .leftJoin(
      conversationMembers,
      and(
        eq(conversationMembers.conversationId, conversations.id),
        eq(conversationMembers.personId, actor.id),
      ),
    )
    .where(eq(conversations.id, id))
  const { latestNumber = 0, title = "" } = row?.conversation ?? {}
  const { readTo = 0, hasLeft = false } = row?.own ?? {}
  const groupId = groupIdIn(id)
  const common = { id, groupId, latestNumber, readTo, hasLeft, isStored: row !== undefined }
  if (groupId === null) return row?.own ? { ...common, title } : null
  const group = (await outside.groupsOf(reader, actor)).find((one) => one.id === groupId)
  return group ? { ...common, title: group.name } : null
}

/** The people of each of these conversations today, active ones only. */
export async function listPeopleIn(
  reader: Reader,
  outside: Outside,
  ids: string[],
): Promise<Map<string, string[]>> {
  const rows = await reader
    .select({
      id: conversationMembers.conversationId,
      personId: conversationMembers.personId,
      hasLeft: conversationMembers.hasLeft,
    })
    .from(conversationMembers)
    .innerJoin(people, eq(people.id, conversationMembers.personId))
    .where(and(among(conversationMembers.conversationId, ids), eq(people.active, true)))
  const groupIds = ids.flatMap((id) => groupIdIn(id) ?? [])
  const learners = groupIds.length > 0 ? await outside.learnersIn(reader, groupIds) : []
  return new Map(
    ids.map((id): [string, string[]] => {
      const own = rows.filter((row) => row.id === id)
      const groupId = groupIdIn(id)
      if (groupId === null) return [id, own.filter(({ hasLeft }) => !hasLeft).map(({ personId }) => personId)]
      const gone = own.filter(({ hasLeft }) => hasLeft).map(({ personId }) => personId)
      const inGroup = learners.filter((one) => one.groupId === groupId && !gone.includes(one.personId))
      return [id, inGroup.map(({ personId }) => personId)]
    }),
  )
}

/**
 * Whom a message of this person reaches: the others, without those who have blocked them. Between two people that is
 * nobody as soon as one of them has blocked the other or has left; which of these it is, is not said.
 */
export async function listReached(
  reader: Reader,
  outside: Outside,
  actor: Actor,
  conversationId: string,
): Promise<string[]> {
  const here = (await listPeopleIn(reader, outside, [conversationId])).get(conversationId) ?? []
  const others = here.filter((personId) => personId !== actor.id)
  if (others.length === 0) return []
  const blocks = await reader
    .select()
    .from(conversationBlocks)
    .where(
      sql`(${eq(conversationBlocks.blockedId, actor.id)} and ${among(conversationBlocks.personId, others)})
        or (${eq(conversationBlocks.personId, actor.id)} and ${among(conversationBlocks.blockedId, others)})`,
    )
  const deaf = blocks.filter(({ blockedId }) => blockedId === actor.id).map(({ personId }) => personId)
  const unwanted = blocks.filter(({ personId }) => personId === actor.id).map(({ blockedId }) => blockedId)
  const isBetweenTwo = others.length === 1 && groupIdIn(conversationId) === null
  return others.filter((id) => !deaf.includes(id) && !(isBetweenTwo && unwanted.includes(id)))
}

/** A learning group writes also while nobody else is in it. */
export const mayWrite = ({ groupId }: Pick<Standing, "groupId">, reached: string[]) =>
  groupId !== null || reached.length > 0

/** Whether two people have a conversation in common, so that one of them knows of the other. */
export async function sharesConversation(
  reader: Reader,
  outside: Outside,
  actor: Actor,
  personId: string,
): Promise<boolean> {
  const common = await reader
    .select({ id: conversations.id })
    .from(conversations)
    .where(
      and(
        sql`${conversations}.id in ${conversationIdsOf(actor.id, outside)}`,
        sql`(${conversations}.id in ${conversationIdsOf(personId, outside)} or exists (
          select from ${conversationMessages} said where said.conversation_id = ${conversations}.id
            and said.author_id = ${personId}))`,
      ),
    )
    .limit(1)
  const [first] = common
  if (first) return true
  const groupIds = (await outside.groupsOf(reader, actor)).map(({ id }) => id)
  const learners = groupIds.length > 0 ? await outside.learnersIn(reader, groupIds) : []
  return learners.some((one) => one.personId === personId)
}

/** Those of these people to whom the person may write: active, of the house, and neither has blocked the other. */
export async function listReachable(reader: Reader, actor: Actor, personIds: string[]): Promise<string[]> {
  const rows = await reader
    .select({ id: people.id })
    .from(people)
    .where(
      and(
        among(people.id, personIds),
        eq(people.active, true),
        ne(people.id, actor.id),
        sql`exists (select from ${memberships} own where own.person_id = ${people}.id)`,
        sql`not exists (select from ${conversationBlocks} blocked where blocked.person_id = ${people}.id
          and blocked.blocked_id = ${actor.id})`,
        sql`${people}.id not in ${blockedBy(actor.id)}`,
      ),
    )
  return rows.map(({ id }) => id)
}
