import { and, asc, eq, gt, isNull, lt, sql } from "drizzle-orm"
import { readInstallation } from "../../accounts/index.ts"
import { type Db, firstIdAt, type Reader, transact } from "../../kernel/database.ts"
import { dayOf, instantOf, today } from "../../kernel/time.ts"
import { countWorkdays, type Land, mondayOf } from "../../kernel/workdays.ts"
import { adoptionCells, answers, categories, posts, questions } from "../tables.ts"
import { type Block, blocksOf, type Happening, isEnough } from "./blocks.ts"

/** Questions or answers that are read at once. */
const BATCH = 500

type Asked = Happening & { askedOn: string; answeredOn: string | null; isOfficial: boolean }

/**
 * Once a day: counts anew what was asked and answered since the year before began, in weeks that are over, and keeps only what tells of five people
 * at least. Whatever is shown of the adoption is read from here and from nowhere else.
 */
export async function refreshAdoption(db: Db): Promise<void> {
  const { land } = await readInstallation(db)
  await transact(db, async (tx) => {
    const asked = await findAsked(tx, mondayOf(today()))
    const answered = await findAnswered(tx, mondayOf(today()))
    const cells = [
      // The same blocks for both, as both tell how many questions there were: cut otherwise, one could be taken from the other.
      ...blocksOf(asked, "askers").flatMap((block) => [
        cellOf("questions", block, {}),
        ...(isEnough(block.all, "both") ? [cellOf("answered", block, waitingIn(block.all, land))] : []),
      ]),
      ...blocksOf(answered, "answerers").map((block) => cellOf("answers", block, {})),
    ]
    await tx.delete(adoptionCells)
    if (cells.length > 0) await tx.insert(adoptionCells).values(cells)
  })
}

type Cell = typeof adoptionCells.$inferInsert

const cellOf = (
  measure: Cell["measure"],
  { firstWeek, lastWeek, categoryIds, all }: Block<Happening>,
  more: Pick<Cell, "official" | "medianDays">,
): Cell => ({ measure, firstWeek, lastWeek, categoryIds, total: all.length, ...more })

function waitingIn(asked: Asked[], land: Land | null): Pick<Cell, "official" | "medianDays"> {
  const waits = asked
    .flatMap(({ askedOn, answeredOn }) => (answeredOn ? [countWorkdays(askedOn, answeredOn, land)] : []))
    .toSorted((one, other) => one - other)
  const middle = Math.floor((waits.length - 1) / 2)
  return {
    official: asked.filter(({ isOfficial }) => isOfficial).length,
    medianDays: waits[middle] ?? null,
  }
}

/** Questions of weeks before this one, in categories that everybody reads, with their first answer. */
async function findAsked(reader: Reader, before: string): Promise<Asked[]> {
  const reply = sql`from ${answers} a join ${posts} reply on reply.id = a.id
    where a.question_id = questions.id and not a.gone`
  const rows = await inBatches(firstCounted(before), (after) =>
    reader
      .select({
        id: questions.id,
        categoryId: questions.categoryId,
        asker: questions.authorId,
        at: posts.createdAt,
        answerers: sql<string[]>`array(select distinct reply.author_id ${reply})::text[]`,
        first: sql<Date | null>`(select min(reply.created_at) ${reply})`.mapWith(posts.createdAt),
        isOfficial: sql<boolean>`exists (select 1 ${reply} and a.official_id is not null)`,
      })
      .from(questions)
      .innerJoin(posts, eq(posts.id, questions.id))
      .innerJoin(categories, and(eq(categories.id, questions.categoryId), eq(categories.audience, "all")))
      .where(
        and(
          gt(questions.id, after),
          eq(questions.gone, false),
          isNull(questions.duplicateOfId),
          lt(posts.createdAt, startOf(before)),
        ),
      )
      .orderBy(asc(questions.id))
      .limit(BATCH),
  )
  return rows.map(({ id: _, at, first, ...row }) => {
    const askedOn = dayOf(at)
    return { ...row, week: mondayOf(askedOn), askedOn, answeredOn: first && dayOf(first) }
  })
}

async function findAnswered(reader: Reader, before: string): Promise<Happening[]> {
  const rows = await inBatches(firstCounted(before), (after) =>
    reader
      .select({
        id: answers.id,
        categoryId: questions.categoryId,
        answerer: posts.authorId,
        at: posts.createdAt,
      })
      .from(answers)
      .innerJoin(posts, eq(posts.id, answers.id))
      .innerJoin(questions, eq(questions.id, answers.questionId))
      .innerJoin(categories, and(eq(categories.id, questions.categoryId), eq(categories.audience, "all")))
      .where(
        and(
          gt(answers.id, after),
          eq(answers.gone, false),
          eq(questions.gone, false),
          lt(posts.createdAt, startOf(before)),
        ),
      )
      .orderBy(asc(answers.id))
      .limit(BATCH),
  )
  return rows.map(({ categoryId, answerer, at }) => {
    return { categoryId, week: mondayOf(dayOf(at)), asker: null, answerers: [answerer] }
  })
}

/** Everything behind an id, in parts that are quickly read: nobody waits for a night's count. */
async function inBatches<Row extends { id: string }>(
  first: string,
  read: (after: string) => Promise<Row[]>,
): Promise<Row[]> {
  const all: Row[] = []
  for (let after: string | undefined = first; after; ) {
    const rows = await read(after)
    all.push(...rows)
    after = rows.length < BATCH ? undefined : rows.at(-1)?.id
  }
  return all
}

const startOf = (day: string) => instantOf(`${day}T00:00`)
/** Years are cut into blocks by themselves, so one that is left out changes no number of the others. */
const firstCounted = (before: string) => firstIdAt(startOf(`${Number(before.slice(0, 4)) - 1}-01-01`))
