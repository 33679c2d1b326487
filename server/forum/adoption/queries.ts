import { and, asc, eq, gte, lte } from "drizzle-orm"
import type { Reader } from "../../kernel/database.ts"
import { byName } from "../../kernel/order.ts"
import { adoptionCells, categories } from "../tables.ts"
import type { AdoptionCell, AdoptionQuery } from "./schema.ts"

/**
 * The blocks that lie wholly within what is asked for: of the weeks between two days, and of the categories that a
 * department answers for. A block is never cut, so that no filter shows a part of one.
 */
export async function listAdoption(
  reader: Reader,
  { from, to, department }: AdoptionQuery,
): Promise<AdoptionCell[]> {
  const cells = await reader
    .select()
    .from(adoptionCells)
    .where(
      and(
        from ? gte(adoptionCells.firstWeek, from) : undefined,
        to ? lte(adoptionCells.lastWeek, to) : undefined,
      ),
    )
    .orderBy(asc(adoptionCells.firstWeek), asc(adoptionCells.categoryIds))
  const { id, name, responsibleId } = categories
  const named = await reader
    .select({ id, name, responsibleId })
    .from(categories)
    .where(eq(categories.audience, "all"))
    .orderBy(byName(categories.name), asc(categories.id))
  return cells.flatMap(({ categoryIds, ...cell }) => {
    const own = named.filter((category) => categoryIds.includes(category.id))
    const isWhole = own.length === categoryIds.length
    const isAsked = !department || own.every((category) => category.responsibleId === department)
    return isWhole && isAsked ? [{ ...cell, categories: own.map(({ id, name }) => ({ id, name })) }] : []
  })
}
