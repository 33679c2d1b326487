import { type SQL, sql } from "drizzle-orm"
import { open } from "../kernel/statements.ts"
import { ENTRY_SUBJECT } from "../notifications/index.ts"
import type { Outside } from "./outside.ts"
import { blockedBy, conversationIdsOf } from "./policy.ts"
import { isSwitchedOn } from "./settings.ts"
import { conversationMembers, conversationMessages } from "./tables.ts"

/**
 * In how many conversations the person who is `open("person")` has something unread; null where the module is switched
 * off.
 */
export const unreadConversations = (outside: Pick<Outside, "groupIdsOf">) => {
  const person = open("person")
  return sql<number | null>`(case when ${isSwitchedOn} then (
    select count(*)::int from ${conversationIdsOf(person, outside)} mine(id) where exists (
      select from ${conversationMessages} said where said.conversation_id = mine.id
        and said.author_id <> ${person} and said.author_id not in ${blockedBy(person)}
        and said.number > coalesce((select seen.read_to from ${conversationMembers} seen
          where seen.conversation_id = mine.id and seen.person_id = ${person}), 0))) end)`
}

/** Whether they may see what an entry of their inbox is about: as `describeConversationInbox` lists it. */
export const isToldOfConversation = (outside: Pick<Outside, "groupIdsOf">): SQL => {
  const person = open("person")
  return sql`(${isSwitchedOn} and ${ENTRY_SUBJECT} in ${conversationIdsOf(person, outside)} and exists (
    select from ${conversationMessages} said where said.conversation_id = ${ENTRY_SUBJECT}
      and said.author_id <> ${person} and said.author_id not in ${blockedBy(person)}))`
}
