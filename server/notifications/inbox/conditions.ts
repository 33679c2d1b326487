import { type SQL, type SQLWrapper, sql } from "drizzle-orm"
import { among, type Open } from "../../kernel/statements.ts"
import type { InboxNotice } from "../reasons.ts"
import { inboxEntries } from "../tables.ts"

/** Conditions of other modules' statements, so that they need no round trip of their own. */

/** Whether a person was told of something for this reason. */
export const isTold = (personId: SQLWrapper, notice: InboxNotice, subjectId: string): SQL<boolean> =>
  sql<boolean>`exists (select from ${inboxEntries} told
    where told.person_id = ${personId} and told.notice = ${notice} and told.subject_id = ${subjectId})`

/** Whether they have read all that they were told of it for these reasons; not where they were never told. */
export const hasRead = (
  personId: Open<string>,
  notices: readonly InboxNotice[],
  subjectId: SQLWrapper,
): SQL<boolean> =>
  sql<boolean>`coalesce((select bool_and(told.is_read) from ${inboxEntries} told
    where told.person_id = ${personId} and ${among(sql`told.notice`, [...notices])}
    and told.subject_id = ${subjectId}), false)`
