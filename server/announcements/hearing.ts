import { type SQL, sql } from "drizzle-orm"
import { administers } from "../accounts/index.ts"
import { open } from "../kernel/statements.ts"
import { ENTRY_SUBJECT } from "../notifications/index.ts"
import { publishedFor } from "./policy.ts"
import { announcementComments, announcements } from "./tables.ts"

/**
 * Whether the person who is `open("person")`, whose row of `people` the statement reads, may see at the moment
 * `open("now")` what an entry of their inbox is about: as `describeAnnouncementInbox` lists it.
 * @param isInGroup whether they belong to the learning group that drafts it
 */
export const isAnnouncedTo = (
  isInGroup: (groupId: SQL) => SQL,
): SQL => sql`exists (select 1 from ${announcements}
  where ${announcements.id} = coalesce(${ofComment}, ${ENTRY_SUBJECT}) and ${announcements.withdrawnAt} is null
    and (${announcements.takesComments} or ${announcements.id} = ${ENTRY_SUBJECT})
    and (${administers} or (${announcements.authorId} = ${open("person")} and 'lead' = any(people.roles))
      or (${announcements.id} = ${ENTRY_SUBJECT} and ${announcements.groupId} is not null
        and ${isInGroup(sql`${announcements.groupId}`)})
      or ${publishedFor(open("departments"), open("now"))}))`

const ofComment = sql`(select c.announcement_id from ${announcementComments} c where c.id = ${ENTRY_SUBJECT})`
