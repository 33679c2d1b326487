import { and, isNull, sql } from "drizzle-orm"
import { literal, open, unseen } from "../kernel/statements.ts"
import { listOf } from "../kernel/together.ts"
import { eachTime, type InboxNotice, UNREAD } from "../notifications/index.ts"
import { isHeardOf } from "./hearing.ts"
import { ASKER, visibleTo } from "./policy.ts"
import { answers, categories, categoryDrafts, type PostKind, posts, questions, threads } from "./tables.ts"

/** A question of the person that waits for them: the comment that asks back. */
export type AskedBack = { id: string; title: string }
/** A question that the person took or was handed over. */
export type InHand = { id: string; title: string; wantedBy: string | null }
/** An unread entry of the inbox about a post. */
export type Unread = {
  /** Of the entry. */
  id: string
  notice: InboxNotice
  postId: string
  kind: PostKind | "official-answer"
  /** "" where it is its author's alone. */
  title: string
}

/*
 * Parts of a statement, for the person who is `open("asker")` and `open("person")`. Each walks an index of what is the
 * person's own, and no further than it shows. The person is not looked at while planning, as with lists.
 */
const ME = sql`(select ${ASKER.id}::uuid)`
const ofQuestions = sql`${questions} join ${threads} on ${threads.id} = ${questions.id}
  join ${categories} on ${categories.id} = ${questions.categoryId}`
const isOpenHere = and(sql`not ${questions.gone}`, isNull(categories.archivedAt), visibleTo(ASKER))

export const selectAskedBack = (most: number) =>
  listOf<AskedBack>(sql`select ${questions.askedBackId} as id, ${threads.title} as title from ${ofQuestions}
    where ${questions.authorId} = ${ME} and (${questions.state} = 'asked-back') and ${questions.askedBackId} is not null
      and ${isOpenHere} order by ${questions.id} limit ${literal(most)}`)

/** What the department still answers for. Where somebody was asked back, it waits for them. */
export const selectInHand = (most: number) =>
  listOf<InHand>(sql`select ${questions.id} as id, ${threads.title} as title, ${questions.wantedBy} as "wantedBy"
    from ${ofQuestions}
    where ${questions.takenById} = ${ME} and ${questions.state} = 'in-progress' and ${isOpenHere}
      and coalesce(${questions.passedToId}, ${categories.responsibleId}) = any(${unseen(open("own"), "uuid")})
    order by coalesce(${questions.wantedBy}, date '9999-12-31'), ${questions.id} limit ${literal(most)}`)

/** The latest entries; what waits for the person is listed as such. */
export const selectUnread = (most: number) =>
  listOf<Unread>(sql`select entry.id, entry.notice, told.id as "postId",
      case when given.official_id is null then told.kind else 'official-answer' end as kind,
      case when asked.withdrawn_at is null or asked.author_id = ${ASKER.id} then t.title else '' end as title
    from ${UNREAD} join ${posts} told on told.id = entry.subject_id
      join ${threads} t on t.id = told.thread_id join ${posts} asked on asked.id = t.id
      left join ${answers} given on given.id = told.id
    where entry.notice not in ('forum.asked-back', 'forum.handed-over') and ${eachTime(isHeardOf)}
    order by entry.id desc limit ${literal(most)}`)

/** How many changes of the structure wait for whoever may release them: where `open("releases")` says so. */
export const draftCount = sql<number>`(select count(*)::int from ${categoryDrafts} where ${open("releases")}::boolean)`
