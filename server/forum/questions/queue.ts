import { and, asc, eq, isNull, ne, type SQL, sql } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import { page, type Reader } from "../../kernel/database.ts"
import { byName } from "../../kernel/order.ts"
import { among, open, statement } from "../../kernel/statements.ts"
import { ASKER, askerOf, queueDepartments, visibleTo } from "../policy.ts"
import { categories, posts, questions, threads } from "../tables.ts"
import { rowOf, selectRows } from "./lists.ts"
import { responsibleId, taker } from "./queries.ts"

/** Nothing can be done any more about a question that is hidden, withdrawn or in an archived category. */
const owed = and(
  // Written out, as the index of these is.
  sql`${questions.state} in ('open', 'in-progress', 'asked-back')`,
  isNull(posts.hiddenAt),
  isNull(posts.withdrawnAt),
  isNull(categories.archivedAt),
)

export type QueueFilter = {
  categoryIds?: string[]
  /** Taken by nobody, by me, by the person with this id, or whoever it is. */
  taken?: string
  order: "waiting" | "wanted"
}

/** What the actor's departments still owe: by waiting time, or by the date it is wanted for. */
export async function listQueue(
  reader: Reader,
  actor: Actor,
  filter: QueueFilter,
  after: string | undefined,
  size = 20,
) {
  const own = queueDepartments(actor)
  if (own.length === 0) return { items: [], next: null }
  const { categoryIds, taken = "anybody", order } = filter
  const [id, day] = (after ?? "").split("_").reverse()
  const rows = await owedRows(
    reader,
    {
      ...askerOf(actor),
      own,
      categories: categoryIds,
      taker: taken === "me" ? actor.id : taken,
      id,
      // A cursor of the other order is no fault: who changes the order begins anew with it.
      day: day ?? "",
      limit: size + 1,
    },
    order,
    categoryIds !== undefined,
    taken === "anybody" || taken === "nobody" ? taken : "somebody",
    after !== undefined,
  )
  return page(rows.map(rowOf(actor)), size, (row) =>
    order === "wanted" ? `${row.wantedBy ?? "9999-12-31"}_${row.id}` : row.id,
  )
}

const wanted = sql`coalesce(${questions.wantedBy}, date '9999-12-31')`

const owedRows = statement(
  (
    reader,
    order: QueueFilter["order"],
    inCategories: boolean,
    taken: "anybody" | "nobody" | "somebody",
    later: boolean,
  ) =>
    selectRows(
      reader,
      and(
        among(responsibleId, open("own")),
        owed,
        inCategories ? among(threads.categoryId, open("categories")) : undefined,
        taken === "nobody" ? isNull(questions.takenById) : undefined,
        taken === "somebody" ? eq(questions.takenById, open("taker")) : undefined,
        later ? afterCursor(order) : undefined,
      ),
      order === "wanted" ? [asc(wanted), asc(questions.id)] : [asc(questions.id)],
    ),
)

/** How many questions are open in the departments of a lead or specialist: one sum, of no person. */
export async function countOpen(reader: Reader, actor: Actor): Promise<number> {
  if (actor.departments.length === 0) return 0
  const rows = await openOnes(reader, askerOf(actor))
  return rows[0]?.open ?? 0
}

const openOnes = statement((reader) =>
  reader
    .select({ open: sql<number>`count(*)::int` })
    .from(questions)
    .innerJoin(threads, eq(threads.id, questions.id))
    .innerJoin(posts, eq(posts.id, threads.id))
    .innerJoin(categories, eq(categories.id, threads.categoryId))
    .where(and(among(responsibleId, open("departments")), owed, visibleTo(ASKER))),
)

/** Colleagues who have taken what is still owed: somebody may have to return it for one who is absent. */
export async function listTakers(reader: Reader, actor: Actor): Promise<{ id: string; name: string }[]> {
  const own = queueDepartments(actor)
  if (own.length === 0) return []
  return reader
    .select({ id: taker.id, name: taker.displayName })
    .from(questions)
    .innerJoin(threads, eq(threads.id, questions.id))
    .innerJoin(posts, eq(posts.id, threads.id))
    .innerJoin(categories, eq(categories.id, threads.categoryId))
    .innerJoin(taker, eq(taker.id, questions.takenById))
    .where(and(among(responsibleId, own), owed, visibleTo(actor), ne(taker.id, actor.id)))
    .groupBy(taker.id)
    .orderBy(byName(taker.displayName), asc(taker.id))
}

const afterCursor = (order: QueueFilter["order"]): SQL =>
  order === "waiting"
    ? sql`${questions.id} > ${open("id")}::uuid`
    : sql`(to_char(${wanted}, 'YYYY-MM-DD'), ${questions.id}) > (${open("day")}::text, ${open("id")}::uuid)`
