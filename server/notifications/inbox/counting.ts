import { type SQL, sql } from "drizzle-orm"
import { literal, open } from "../../kernel/statements.ts"
import type { InboxNotice } from "../reasons.ts"
import { inboxEntries } from "../tables.ts"

/** More than this is said as "more than": each one costs every page a look at what the person may see. */
export const MOST_COUNTED = 20

/** The unread entries of the person who is `open("person")`, to be selected from. */
export const UNREAD = sql`(select * from ${inboxEntries} where person_id = ${open("person")} and not is_read) entry`
/** What such an entry is about. */
export const ENTRY_SUBJECT = sql.raw("entry.subject_id")

type ModuleOf<Notice> = Notice extends `${infer Module}.${string}` ? Module : never
/** Of each module that tells something: whether the person may see now what an `entry` is about. */
type Sights = Record<ModuleOf<InboxNotice>, SQL>

/**
 * Asked for each entry by itself: by its own estimate the database would rather look at everything that there is first.
 */
export const eachTime = (condition: SQL) => sql`(select ${condition} offset 0)`

/**
 * How many entries are unread, one more than the most where there are more. What the person may not see any more does
 * not count, although it goes only when the inbox is opened: a number would tell of it, too.
 */
export const unreadCount = (sights: Sights) => sql<number>`(select count(*)::int from (
  select 1 from ${UNREAD} where ${eachTime(sightOf(sights))}
  limit ${literal(MOST_COUNTED + 1)}) unread)`

/** Whether some of what belongs to one of `open("groups")` are unread. */
export const isUnreadHere = sql<boolean>`exists (select 1 from ${UNREAD}
  where entry.group_id = any(${open("groups")}::uuid[]))`

function sightOf(sights: Sights): SQL {
  const cases = Object.entries(sights).map(
    ([module, isSeen]) => sql`when ${sql.raw(`'${module}'`)} then ${isSeen}`,
  )
  return sql`case split_part(entry.notice, '.', 1) ${sql.join(cases, sql` `)} else false end`
}
