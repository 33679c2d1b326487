import { sql } from "drizzle-orm"
import { Type } from "typebox"
import type { Reader } from "../../kernel/database.ts"
import { UUID } from "../../kernel/schemas.ts"
import { open } from "../../kernel/statements.ts"
import { answers } from "../tables.ts"

/**
 * Answers stand in one order for everybody: official first, then marked by the asker, then helpful, then time; what
 * was replaced, withdrawn or hidden comes last. The index `answers_order` holds it.
 */
const KEY = sql`answers.rank, (-answers.helpful_count), answers.id`
export const IN_ORDER = KEY

/** On a page that people read, unless they want more at once. */
export const ANSWERS_ON_PAGE = 50

/** Whether the post, an answer or a comment under one, stands behind the first page of answers; `posts` is the outer one. */
export const isBehindFirstPage = sql<boolean>`(select count(*) from (select 1 from ${answers} own
  join ${answers} earlier on earlier.question_id = own.question_id
    and (earlier.rank, (-earlier.helpful_count), earlier.id) < (own.rank, (-own.helpful_count), own.id)
  where own.id = case posts.kind when 'answer' then posts.id else posts.parent_id end
  limit ${sql.raw(String(ANSWERS_ON_PAGE))}) before) = ${sql.raw(String(ANSWERS_ON_PAGE))}`

type Ranked = { id: string; rank: number; helpfulCount: number }

/** Where a page of answers ended. It holds the place, not only the answer: that may move to another one meanwhile. */
export const AnswerCursor = Type.String({
  title: "AnswerCursor",
  maxLength: 48,
  pattern: `^[0-7]_[0-9]{1,9}_${UUID}$`,
})
export const cursorOf = ({ rank, helpfulCount, id }: Ranked) => `${rank}_${helpfulCount}_${id}`

export const byOrder = (a: Ranked, b: Ranked) =>
  a.rank - b.rank || b.helpfulCount - a.helpfulCount || (a.id < b.id ? -1 : 1)

/** What fills `IS_LATER`, out of the cursor of a page. */
export function placeIn(cursor = "") {
  const [rank = "0", helpfulCount = "0", last = ""] = cursor.split("_")
  return { rank: Number(rank), helpful: -Number(helpfulCount), last }
}
/** Behind the place that `placeIn` gives. */
export const IS_LATER = sql`(${KEY}) > (${open("rank")}::int, ${open("helpful")}::int, ${open("last")}::uuid)`

const keyIn = (cursor: string) => {
  const { rank, helpful, last } = placeIn(cursor)
  return sql`(${rank}::int, ${helpful}::int, ${last}::uuid)`
}

/** The answers of a question up to a place, counted. It reads no more than the index. */
const counted = (questionId: string, upTo: ReturnType<typeof sql>) =>
  sql`select answers.id, answers.rank, answers.helpful_count, row_number() over (order by ${KEY}) as number
    from ${answers} where answers.question_id = ${questionId} and ${upTo}`

/**
 * Which page of a question's answers holds this one, when pages of `size` follow each other from the first.
 * @returns what is handed on as `after`; undefined for the first page, and for an answer that is not there
 */
export async function pageWith(
  reader: Reader,
  questionId: string,
  answerId: string,
  size: number,
): Promise<string | undefined> {
  const own = sql`select o.rank, (-o.helpful_count), o.id from ${answers} o
    where o.id = ${answerId} and o.question_id = ${questionId}`
  const { rows } = await reader.execute<Row>(sql`with before as (
      ${counted(questionId, sql`(${KEY}) < (${own})`)})
    select id, rank, helpful_count from before
    where number = (select max(number) from before) / ${size}::int * ${size}::int`)
  return rows[0] && cursorIn(rows[0])
}

/**
 * Where a page stands that begins after this place.
 * @returns how many answers stand before it, and where the page of `size` before it begins: undefined for the first
 */
export async function standingOfPage(
  reader: Reader,
  questionId: string,
  after: string,
  size: number,
): Promise<{ before: number; previous: string | undefined }> {
  const { rows } = await reader.execute<Row & { count: number }>(sql`with before as (
      ${counted(questionId, sql`(${KEY}) <= ${keyIn(after)}`)})
    select id, rank, helpful_count, number::int, (select count(*)::int from before) as count from before
    where number in ((select count(*) from before), (select count(*) from before) - ${size}::int)
    order by number`)
  const [first] = rows
  return { before: first?.count ?? 0, previous: first && rows.length > 1 ? cursorIn(first) : undefined }
}

type Row = { id: string; rank: number; helpful_count: number }
const cursorIn = (row: Row) => cursorOf({ ...row, helpfulCount: row.helpful_count })
