import { and, asc, desc, eq, lt, type SQL, sql } from "drizzle-orm"
import { people } from "../accounts/index.ts"
import type { Actor } from "../kernel/actor.ts"
import { madeAt, page, type Reader } from "../kernel/database.ts"
import { checkOf } from "../kernel/file-checks.ts"
import { plainText } from "../kernel/html-text.ts"
import { byName } from "../kernel/order.ts"
import { among, type Open } from "../kernel/statements.ts"
import { conversationIdOf } from "./groups.ts"
import type { Group, Outside } from "./outside.ts"
import {
  accessConversation,
  blockedBy,
  conversationIdsOf,
  listPeopleIn,
  listReached,
  mayWrite,
  type Standing,
} from "./policy.ts"
import type { ConversationRow, ConversationView, MessageView } from "./schema.ts"
import { readConversationSettings, refuseSwitchedOff } from "./settings.ts"
import {
  conversationBlocks,
  conversationFiles,
  conversationMembers,
  conversationMessages,
  conversations,
} from "./tables.ts"

const ON_A_LIST = 30
const ON_A_PAGE = 50
const EXCERPT = 140

/** The person's conversations, the one with the latest message first; those of their groups are there by themselves. */
export async function listConversations(
  reader: Reader,
  outside: Outside,
  actor: Actor,
  after: string | undefined,
): Promise<{ items: ConversationRow[]; next: string | null }> {
  await refuseSwitchedOff(reader)
  const groups = await outside.groupsOf(reader, actor)
  const rows = await selectRows(reader, actor.id)
    .where(
      and(
        sql`${conversations}.id in ${conversationIdsOf(actor.id, outside)}`,
        after === undefined ? undefined : lt(conversations.latestId, after),
      ),
    )
    .orderBy(desc(conversations.latestId))
    .limit(ON_A_LIST + 1)
  const { items, next } = page(rows, ON_A_LIST, ({ conversation }) => conversation.latestId)
  const { unbegun, left } = await otherGroups(reader, actor, groups)
  return {
    items: [
      ...(after === undefined ? unbegun.map((group) => rowOfGroup(group, false)) : []),
      ...items.map((row) => rowOf(row, groups)),
      ...(next === null ? left.map((group) => rowOfGroup(group, true)) : []),
    ],
    next,
  }
}

/** Of the person's groups those in which nothing was written yet, and those whose conversation they have left. */
async function otherGroups(reader: Reader, actor: Actor, groups: Group[]) {
  if (groups.length === 0) return { unbegun: [], left: [] }
  const stored = await reader
    .select({ groupId: conversations.groupId, hasLeft: conversationMembers.hasLeft })
    .from(conversations)
    .leftJoin(conversationMembers, isOwnIn(actor.id))
    .where(
      among(
        conversations.groupId,
        groups.map(({ id }) => id),
      ),
    )
  return {
    unbegun: groups.filter(({ id }) => !stored.some(({ groupId }) => groupId === id)),
    left: groups.filter(({ id }) => stored.some(({ groupId, hasLeft }) => groupId === id && hasLeft)),
  }
}

const isOwnIn = (personId: Open<string>) =>
  and(eq(conversationMembers.conversationId, conversations.id), eq(conversationMembers.personId, personId))

const rowOfGroup = ({ id, name }: Group, left: boolean): ConversationRow => {
  return { id: conversationIdOf(id), title: name, ofGroup: true, unread: 0, latest: null, left }
}

type Latest = { id: string; name: string; html: string }
type Row = {
  conversation: typeof conversations.$inferSelect
  unread: number
  latest: Latest | null
  /** Of chosen people. */
  others: string[]
}

/** What is said of a conversation to one of its people. */
export const selectRows = (reader: Reader, personId: string) =>
  reader
    .select({
      conversation: conversations,
      unread: sql<number>`(select count(*)::int ${unreadOf(personId)})`,
      latest: latestFor(personId),
      others: namesOfOthers(personId),
    })
    .from(conversations)
    .leftJoin(conversationMembers, isOwnIn(personId))
    .$dynamic()

/** What somebody has not seen of others in a conversation; of those whom they have blocked, nothing. */
const unreadOf = (personId: string): SQL => sql`from ${conversationMessages} said
  where said.conversation_id = ${conversations}.id
  and said.number > coalesce(${conversationMembers.readTo}, 0) and said.author_id <> ${personId}
  and said.author_id not in ${blockedBy(personId)}`

/** The latest message that the person reads. */
const latestFor = (personId: string) => sql<Latest | null>`(
  select json_build_object('id', said.id, 'name', author.display_name, 'html', said.html)
  from ${conversationMessages} said join ${people} author on author.id = said.author_id
  where said.conversation_id = ${conversations}.id and said.author_id not in ${blockedBy(personId)}
  order by said.number desc limit 1)`

/** Whoever has blocked the only other one looks as if they had left. */
const isDeafPair = (personId: string) => sql`(${conversations}.title = ''
  and (select count(*) from ${conversationMembers} one where one.conversation_id = ${conversations}.id) = 2
  and exists (select from ${conversationBlocks} deaf
    where deaf.person_id = own.person_id and deaf.blocked_id = ${personId}))`

const namesOfOthers = (personId: string) => sql<string[]>`array(
  select other.display_name from ${conversationMembers} own join ${people} other on other.id = own.person_id
  where own.conversation_id = ${conversations}.id and own.person_id <> ${personId} and not ${isDeafPair(personId)}
  order by other.display_name collate german_order, other.id)`

/** What a conversation is called to one of its people: by its group, its own name, or who else is in it. */
export const titleOf = ({ conversation, others }: Pick<Row, "conversation" | "others">, groups: Group[]) =>
  groups.find(({ id }) => id === conversation.groupId)?.name ?? (conversation.title || others.join(", "))

function rowOf(row: Row, groups: Group[]): ConversationRow {
  const { conversation, unread, latest } = row
  return {
    id: conversation.id,
    title: titleOf(row, groups),
    ofGroup: conversation.groupId !== null,
    unread,
    latest: latest && {
      name: latest.name,
      at: madeAt(latest.id).toISOString(),
      excerpt: plainText(latest.html, EXCERPT),
    },
    left: false,
  }
}

/**
 * A conversation with its latest messages.
 * @param before only messages before this number: an older page
 */
export async function findConversation(
  reader: Reader,
  outside: Outside,
  actor: Actor,
  id: string,
  before?: number,
): Promise<ConversationView> {
  const standing = await accessConversation(reader, outside, actor, id)
  const blocked = await listBlockedIds(reader, actor)
  const here = await peopleIn(reader, outside, actor, id, blocked)
  const { messages, older } = await messagesOf(reader, actor, id, before, blocked)
  const { keptDays } = await readConversationSettings(reader)
  const can = await permitted(reader, outside, actor, standing, messages)
  return {
    id,
    title: await titleIn(reader, actor, standing),
    ofGroup: standing.groupId !== null,
    // Where nobody is reached, it is not told whether the other one has left or has blocked the person.
    people: can.write ? here : here.filter((one) => one.isMe || one.blocked),
    messages,
    older,
    newer: before !== undefined && before <= standing.latestNumber,
    readTo: standing.readTo,
    keptDays,
    can,
  }
}

async function permitted(
  reader: Reader,
  outside: Outside,
  actor: Actor,
  standing: Standing,
  messages: MessageView[],
): Promise<ConversationView["can"]> {
  const reached = await listReached(reader, outside, actor, standing.id)
  const isReader = actor.departments.length > 0
  return {
    write: mayWrite(standing, reached),
    convert: isReader && messages.some(({ html }) => html !== ""),
  }
}

/** As the list has it: by all of its people, also those whose account is closed. */
async function titleIn(reader: Reader, actor: Actor, { id, groupId, title }: Standing): Promise<string> {
  if (groupId !== null || title !== "") return title
  const [row] = await selectRows(reader, actor.id).where(eq(conversations.id, id))
  return row ? titleOf(row, []) : ""
}

async function listBlockedIds(reader: Reader, actor: Actor): Promise<string[]> {
  const rows = await reader
    .select({ id: conversationBlocks.blockedId })
    .from(conversationBlocks)
    .where(eq(conversationBlocks.personId, actor.id))
  return rows.map(({ id }) => id)
}

async function peopleIn(
  reader: Reader,
  outside: Outside,
  actor: Actor,
  id: string,
  blocked: string[],
): Promise<ConversationView["people"]> {
  const ids = (await listPeopleIn(reader, outside, [id])).get(id) ?? []
  const rows = await reader
    .select({ id: people.id, name: people.displayName })
    .from(people)
    .where(among(people.id, ids))
    .orderBy(byName(people.displayName), asc(people.id))
  return rows.map((row) => ({ ...row, isMe: row.id === actor.id, blocked: blocked.includes(row.id) }))
}

async function messagesOf(
  reader: Reader,
  actor: Actor,
  conversationId: string,
  before: number | undefined,
  blocked: string[],
): Promise<{ messages: MessageView[]; older: number | null }> {
  const rows = await reader
    .select({ message: conversationMessages, name: people.displayName })
    .from(conversationMessages)
    .innerJoin(people, eq(people.id, conversationMessages.authorId))
    .where(
      and(
        eq(conversationMessages.conversationId, conversationId),
        before === undefined ? undefined : lt(conversationMessages.number, before),
      ),
    )
    .orderBy(desc(conversationMessages.number))
    .limit(ON_A_PAGE + 1)
  const shown = rows.slice(0, ON_A_PAGE).toReversed()
  const files = await filesOf(
    reader,
    shown.map(({ message }) => message.id),
  )
  const messages = shown.map(({ message, name }): MessageView => {
    const { id, number, authorId, html } = message
    const isBlocked = blocked.includes(authorId)
    const isMe = authorId === actor.id
    return {
      id,
      number,
      author: { id: authorId, name, isMe, blocked: isBlocked },
      at: madeAt(id).toISOString(),
      html: isBlocked ? "" : html,
      files: isBlocked ? [] : (files.get(id) ?? []),
      can: { remove: isMe },
    }
  })
  return { messages, older: rows.length > ON_A_PAGE ? (messages[0]?.number ?? null) : null }
}

async function filesOf(reader: Reader, messageIds: string[]): Promise<Map<string, MessageView["files"]>> {
  if (messageIds.length === 0) return new Map()
  const { id, messageId, name, image, bytes } = conversationFiles
  const rows = await reader
    .select({ id, messageId, name, image, bytes, check: checkOf(id) })
    .from(conversationFiles)
    .where(among(messageId, messageIds))
    .orderBy(asc(id))
  const found = Map.groupBy(rows, (row) => row.messageId)
  return new Map([...found].map(([of, own]) => [of, own.map(({ messageId: _, ...file }) => file)]))
}
