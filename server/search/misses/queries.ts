import { and, desc, inArray, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import { page } from "../../kernel/database.ts"
import { requireSpecialist } from "../policy.ts"
import { searchMisses } from "../tables.ts"
import type { CategoryName, MissParts } from "./parts.ts"
import type { MissView } from "./schema.ts"

const PAGE = 30

/** What was searched for where the person answers, and everywhere; the newest first. */
export async function listMissing(
  { db, answeredCategories }: MissParts,
  actor: Actor,
  after?: string,
): Promise<{ items: MissView[]; next: string | null }> {
  requireSpecialist(actor)
  const categories = await answeredCategories(db, actor)
  const rows = await db
    .select()
    .from(searchMisses)
    .where(and(isNotNull(searchMisses.shownSince), ownMisses(categories), after ? behind(after) : undefined))
    .orderBy(desc(searchMisses.shownSince), desc(searchMisses.id))
    .limit(PAGE + 1)
  const found = page(rows, PAGE, ({ shownSince, id }) => `${shownSince}_${id}`)
  return { ...found, items: found.items.map((row) => view(row, categories)) }
}

/** A search without a category was one in all that the person reads: for every specialist. */
export const ownMisses = (categories: CategoryName[]): SQL | undefined =>
  or(
    isNull(searchMisses.categoryId),
    inArray(
      searchMisses.categoryId,
      categories.map(({ id }) => id),
    ),
  )

/** Compared as text: whatever looks like a day may stand in the address. */
function behind(after: string): SQL {
  const [id = "", day = ""] = after.split("_").reverse()
  return sql`(to_char(${searchMisses.shownSince}, 'YYYY-MM-DD'), ${searchMisses.id}) < (${day}, ${id}::uuid)`
}

function view(row: typeof searchMisses.$inferSelect, categories: CategoryName[]): MissView {
  const category = categories.find(({ id }) => id === row.categoryId) ?? null
  return { id: row.id, words: row.shown, category, since: row.shownSince ?? row.day }
}
