import { sql } from "drizzle-orm"
import { type Actor, belongsTo, has } from "../kernel/actor.ts"
import { only, type Reader } from "../kernel/database.ts"
import { statement } from "../kernel/statements.ts"
import { NOTHING, rowsOf } from "../kernel/together.ts"
import { officialRow, selectLatestOfficial } from "./answers/queries.ts"
import { selectNewest } from "./best-practices/queries.ts"
import { linkRow, selectLinks } from "./categories/queries.ts"
import { askerOf, queueDepartments } from "./policy.ts"
import { listedRow } from "./posts/views.ts"
import { rowOf, selectOwnLatest } from "./questions/lists.ts"
import { openCount, selectOwed } from "./questions/queue.ts"

export type News = Awaited<ReturnType<typeof findNews>>

/** What is new for somebody: of the departments one sum, of the person their own questions, a few of each, in one statement. */
export async function findNews(reader: Reader, actor: Actor, most: number) {
  const own = queueDepartments(actor)
  const works = own.length > 0
  const leads = has(actor, "lead")
  const rows = await news(reader, { ...askerOf(actor), own }, most, works, works || leads)
  const { categories, queue, open, mine, official, practices } = only(rows)
  // A lead whose department answers no questions owes none, so a sum would only mislead.
  const owes = works || categories.some((one) => belongsTo(actor, one.responsibleId))
  return {
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

const news = statement((reader, most: number, works: boolean, counts: boolean) =>
  reader
    .select({
      categories: rowsOf(selectLinks(reader)),
      queue: works ? rowsOf(selectOwed(reader, most, "waiting", false, "anybody", false)) : NONE,
      open: counts ? openCount : NONE,
      mine: rowsOf(selectOwnLatest(reader, most)),
      official: rowsOf(selectLatestOfficial(reader, most, false)),
      practices: rowsOf(selectNewest(reader, most, false, false, false)),
    })
    .from(NOTHING),
)

const NONE = sql<null>`null`
