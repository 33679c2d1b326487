import { type SQL, sql } from "drizzle-orm"
import { open } from "../kernel/statements.ts"
import { ENTRY_SUBJECT } from "../notifications/index.ts"
import { hasAnswers } from "./loading.ts"
import { ASKER, visibleTo } from "./policy.ts"
import { categories, posts, threads } from "./tables.ts"

const PERSON = open("person")

/**
 * `mayHearOf` for the entries of a statement that is `open("person")` in the departments `open("departments")`: counted
 * and listed is only what the person may see at this moment, however the right was lost.
 */
export const isHeardOf: SQL = sql`exists (select 1 from ${posts} told
  join ${threads} on ${threads.id} = told.thread_id
  join ${categories} on ${categories.id} = ${threads.categoryId}
  join ${posts} asked on asked.id = ${threads.id}
  left join ${posts} above on above.id = told.parent_id
  where told.id = ${ENTRY_SUBJECT} and ${visibleTo(ASKER)}
    and (told.author_id = ${PERSON} or (told.hidden_at is null and told.withdrawn_at is null))
    and (asked.author_id = ${PERSON} or (asked.hidden_at is null and (asked.withdrawn_at is null or ${hasAnswers})))
    and (above.id is null or above.author_id = ${PERSON} or above.hidden_at is null))`
