import { min } from "drizzle-orm"
import type { Reader } from "../kernel/database.ts"
import { searchChanges } from "./tables.ts"

/** The engines that have something left to take up, each with the first of it. Where that stays, the engine takes nothing. */
export async function listBehind(reader: Reader): Promise<{ engine: string; first: string }[]> {
  const rows = await reader
    .select({ engine: searchChanges.engine, first: min(searchChanges.id) })
    .from(searchChanges)
    .groupBy(searchChanges.engine)
  return rows.map(({ engine, first }) => ({ engine, first: String(first) }))
}
