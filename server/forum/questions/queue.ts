import { and, asc, eq, isNull, type SQL, sql } from "drizzle-orm"
import { people } from "../../accounts/index.ts"
import type { Actor } from "../../kernel/actor.ts"
import { page, type Reader } from "../../kernel/database.ts"
import { byName } from "../../kernel/order.ts"
import { among, literal, open, statement, unseen } from "../../kernel/statements.ts"
import { NOTHING } from "../../kernel/together.ts"
import { ASKER, askerOf, queueDepartments, visibleTo } from "../policy.ts"
import { categories, questions } from "../tables.ts"
import { rowOf, selectRows } from "./lists.ts"

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
    },
    size + 1,
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

/** Open are those of `askerOf`, the departments as `own`, and what else is chosen by. */
export function selectOwed(
  reader: Reader,
  most: number,
  order: QueueFilter["order"],
  inCategories: boolean,
  taken: "anybody" | "nobody" | "somebody",
  later: boolean,
) {
  const chosen = and(
    inCategories ? among(questions.categoryId, open("categories")) : undefined,
    taken === "nobody" ? isNull(questions.takenById) : undefined,
    taken === "somebody" ? eq(questions.takenById, open("taker")) : undefined,
    later ? afterCursor(order) : undefined,
  )
  const key = order === "wanted" ? [asc(wanted), asc(questions.id)] : [asc(questions.id)]
  const inOrder = sql`order by ${sql.join(key, sql`, `)} limit ${literal(most)}`
  return selectRows(reader, sql`${owedBy(OWN, chosen, inOrder)} ${inOrder}`, key)
}

const owedRows = statement(selectOwed)

const afterCursor = (order: QueueFilter["order"]): SQL =>
  order === "waiting"
    ? sql`${questions.id} > ${open("id")}::uuid`
    : sql`(to_char(${wanted}, 'YYYY-MM-DD'), ${questions.id}) > (${open("day")}::text, ${open("id")}::uuid)`

/** How many questions are open in the departments of a lead or specialist: one sum, of no person. */
export async function countOpen(reader: Reader, actor: Actor): Promise<number> {
  if (actor.departments.length === 0) return 0
  const rows = await openOnes(reader, askerOf(actor))
  return rows[0]?.open ?? 0
}

/** The same as a value of a select, for the departments that are `open("departments")`. */
export const openCount = sql<number>`(select count(*)::int from
  (${owedBy(unseen(open("departments"), "uuid"))}) owed)`

const openOnes = statement((reader) => reader.select({ open: openCount }).from(NOTHING))

/**
 * How many that are, and the colleagues who have taken some of them: somebody may have to return it for one who is
 * absent.
 */
export async function findBacklog(reader: Reader, actor: Actor): Promise<Backlog> {
  const own = queueDepartments(actor)
  if (own.length === 0) return { open: 0, takers: [] }
  const rows = await ofTakers(reader, { ...askerOf(actor), own })
  const takers = rows.flatMap(({ id, name }) => (id && name && id !== actor.id ? [{ id, name }] : []))
  return { open: rows.reduce((sum, { open }) => sum + open, 0), takers }
}

export type Backlog = { open: number; takers: { id: string; name: string }[] }

const ofTakers = statement((reader) =>
  reader
    .select({ id: people.id, name: people.displayName, open: sql<number>`count(*)::int` })
    .from(sql`(${owedBy(OWN)}) owed`)
    .leftJoin(people, sql`${people.id} = owed.taken_by_id`)
    .groupBy(people.id)
    .orderBy(byName(people.displayName), asc(people.id)),
)

const OWN = unseen(open("own"), "uuid")

/**
 * What departments owe: of their categories what was not passed on, and what was passed on to them. Nothing can be done
 * any more about a question that is hidden, withdrawn or in an archived category. Both are read from an index alone,
 * which says what is owed in the same words.
 * @param chosen of these; `questions` is what is chosen from
 * @param inOrder for each of the categories: their first ones are enough to find the first of all
 */
function owedBy(departments: SQL, chosen?: SQL, inOrder = sql``): SQL {
  const place = and(visibleTo(ASKER), isNull(categories.archivedAt))
  const owed = sql`not ${questions.gone} and ${questions.state} in ('open', 'in-progress', 'asked-back')`
  const columns = sql`${questions.id}, ${questions.takenById}, ${questions.wantedBy}`
  const ofCategory = sql`select ${columns} from ${questions}
    where ${and(sql`${questions.categoryId} = own.id`, owed, isNull(questions.passedToId), chosen)} ${inOrder}`
  const ofCategories = sql`select questions.* from (select ${categories.id} as id from ${categories}
    where ${and(among(categories.responsibleId, departments), place)}) own cross join lateral (${ofCategory}) questions`
  const passedOn = sql`select ${columns} from ${questions} join ${categories} on ${categories.id} = ${questions.categoryId}
    where ${and(among(questions.passedToId, departments), owed, place, chosen)}`
  return sql`select questions.* from (${ofCategories} union all ${passedOn}) questions`
}
