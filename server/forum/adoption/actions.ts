import { and, asc, eq, gte, isNull, lt, sql } from "drizzle-orm"
import { alias } from "drizzle-orm/pg-core"
import { readInstallation } from "../../accounts/index.ts"
import { type Db, firstIdAt, type Reader, transact } from "../../kernel/database.ts"
import { dayOf, instantOf, today } from "../../kernel/time.ts"
import { addDays, countWorkdays, type Land } from "../../kernel/workdays.ts"
import { adoptionCells, answers, categories, posts, questions } from "../tables.ts"
import { type Block, blocksOf, type Happening } from "./blocks.ts"

/** What is older is counted no more: how a forum is taken up is a question of its first year. */
const WEEKS_COUNTED = 52

type Asked = Happening & { askedOn: string; answeredOn: string | null; isOfficial: boolean }

/**
 * Once a day: counts anew what was asked and answered within a year, in weeks that are over, and keeps only what tells of five people
 * at least. Whatever is shown of the adoption is read from here and from nowhere else.
 */
export async function refreshAdoption(db: Db): Promise<void> {
  const { land } = await readInstallation(db)
  await transact(db, async (tx) => {
    const asked = await findAsked(tx, mondayOf(today()))
    const answered = await findAnswered(tx, mondayOf(today()))
    const cells = [
      ...blocksOf(asked, "askers").map((block) => cellOf("questions", block, {})),
      ...blocksOf(answered, "answerers").map((block) => cellOf("answers", block, {})),
      ...blocksOf(asked, "both").map((block) => cellOf("answered", block, waitingIn(block.all, land))),
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

/** The Monday of the week that a day belongs to. */
export function mondayOf(day: string): string {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
  return addDays(day, -weekday)
}

/** Questions of weeks before this one, in categories that everybody reads, with their first answer. */
async function findAsked(reader: Reader, before: string): Promise<Asked[]> {
  const reply = alias(posts, "reply")
  const rows = await reader
    .select({
      categoryId: questions.categoryId,
      asker: questions.authorId,
      at: posts.createdAt,
      answerers: sql<string[]>`array_remove(array_agg(distinct ${reply.authorId}), null)::text[]`,
      first: sql<Date | null>`min(${reply.createdAt})`.mapWith(posts.createdAt),
      isOfficial: sql<boolean>`bool_or(${answers.officialId} is not null)`,
    })
    .from(questions)
    .innerJoin(posts, eq(posts.id, questions.id))
    .innerJoin(categories, and(eq(categories.id, questions.categoryId), eq(categories.audience, "all")))
    .leftJoin(answers, and(eq(answers.questionId, questions.id), eq(answers.gone, false)))
    .leftJoin(reply, eq(reply.id, answers.id))
    .where(
      and(
        gte(questions.id, firstCounted(before)),
        eq(questions.gone, false),
        isNull(questions.duplicateOfId),
        lt(posts.createdAt, startOf(before)),
      ),
    )
    .groupBy(questions.id, posts.createdAt)
    .orderBy(asc(questions.id))
  return rows.map(({ at, first, isOfficial, ...row }) => {
    const askedOn = dayOf(at)
    const week = mondayOf(askedOn)
    return { ...row, week, askedOn, answeredOn: first && dayOf(first), isOfficial: isOfficial ?? false }
  })
}

async function findAnswered(reader: Reader, before: string): Promise<Happening[]> {
  const rows = await reader
    .select({ categoryId: questions.categoryId, answerer: posts.authorId, at: posts.createdAt })
    .from(answers)
    .innerJoin(posts, eq(posts.id, answers.id))
    .innerJoin(questions, eq(questions.id, answers.questionId))
    .innerJoin(categories, and(eq(categories.id, questions.categoryId), eq(categories.audience, "all")))
    .where(
      and(
        gte(answers.id, firstCounted(before)),
        eq(answers.gone, false),
        eq(questions.gone, false),
        lt(posts.createdAt, startOf(before)),
      ),
    )
    .orderBy(asc(answers.id))
  return rows.map(({ categoryId, answerer, at }) => {
    return { categoryId, week: mondayOf(dayOf(at)), asker: null, answerers: [answerer] }
  })
}

const startOf = (day: string) => instantOf(`${day}T00:00`)
const firstCounted = (before: string) => firstIdAt(startOf(addDays(before, -7 * WEEKS_COUNTED)))
