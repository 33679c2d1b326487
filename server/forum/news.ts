import { type SQL, sql } from "drizzle-orm"
import { type Actor, belongsTo, has } from "../kernel/actor.ts"
import { only, type Reader } from "../kernel/database.ts"
import { statement } from "../kernel/statements.ts"
import { NOTHING, rowsOf } from "../kernel/together.ts"
import { officialRow, reviewCount, selectLatestOfficial } from "./answers/queries.ts"
import { selectNewest } from "./best-practices/queries.ts"
import { linkRow, selectLinks } from "./categories/queries.ts"
import { type InHand, selectAskedBack, selectInHand, selectUnread } from "./for-you.ts"
import { askerOf, queueDepartments } from "./policy.ts"
import { listedRow } from "./posts/views.ts"
import { rowOf, selectOwnLatest } from "./questions/lists.ts"
import { openCount, selectOwed } from "./questions/queue.ts"

/**
 * What waits for somebody and what is new for them: of the departments one sum, of the person their own questions, a few of
 * each, in one statement.
 * @param extra what neighbouring modules add, of the person who is `open("person")`; what else they leave open comes
 * with each call
 */
export function openNews<X extends Record<string, SQL>>(extra: X) {
  const find = statement((reader, most: number, works: boolean, counts: boolean) =>
    reader.select({ own: columnsOf(reader, most, works, counts), extra }).from(NOTHING),
  )
  return async (reader: Reader, actor: Actor, most: number, values: Record<string, unknown>) => {
    const departments = queueDepartments(actor)
    const works = departments.length > 0
    const given = { ...askerOf(actor), own: departments, person: actor.id, ...values }
    const found = only(await find(reader, given, most, works, works || has(actor, "lead")))
    const { categories, queue, open, mine, official, practices, ...rest } = found.own
    // A lead whose department answers no questions owes none, so a sum would only mislead.
    const owes = works || categories.some((one) => belongsTo(actor, one.responsibleId))
    return {
      ...rest,
      extra: found.extra,
      categories: categories.map(linkRow),
      /** How many questions are open in the departments; null for who neither answers nor leads. */
      open: owes ? open : null,
      /** The longest waiting ones; null for who does not answer. */
      queue: queue?.map(rowOf(actor)) ?? null,
      mine: mine.map(rowOf(actor)),
      official: official.map(officialRow),
      practices: practices.map((row) => listedRow(actor, row)),
    }
  }
}

const columnsOf = (reader: Reader, most: number, works: boolean, counts: boolean) => ({
  askedBack: selectAskedBack(most),
  /** Nothing for who does not answer. */
  inHand: works ? selectInHand(most) : sql<InHand[]>`'[]'::json`,
  /** How many answers of the departments are to be reviewed. */
  reviews: works ? reviewCount : sql<number>`0`,
  unread: selectUnread(most),
  categories: rowsOf(selectLinks(reader)),
  queue: works ? rowsOf(selectOwed(reader, most, "waiting", false, "anybody", false)) : NONE,
  open: counts ? openCount : NONE,
  mine: rowsOf(selectOwnLatest(reader, most)),
  official: rowsOf(selectLatestOfficial(reader, most, false)),
  practices: rowsOf(selectNewest(reader, most, false, false, false)),
})

const NONE = sql<null>`null`
