import { count, min } from "drizzle-orm"
import type { Registry } from "prom-client"
import type { Reader } from "../kernel/database.ts"
import { measureEach } from "../kernel/measuring.ts"
import type { Engine } from "./model.ts"
import { searchChanges } from "./tables.ts"

/** The engines that have something left to take up, each with the first of it. Where that stays, the engine takes nothing. */
export async function listBehind(reader: Reader): Promise<{ engine: string; first: string }[]> {
  const rows = await reader
    .select({ engine: searchChanges.engine, first: min(searchChanges.id) })
    .from(searchChanges)
    .groupBy(searchChanges.engine)
  return rows.map(({ engine, first }) => ({ engine, first: String(first) }))
}

/** For an alarm: how far each index is behind what people wrote. */
export function measureBehind(registry: Registry, reader: Reader, engines: Pick<Engine, "name">[]): void {
  const description = {
    name: "search_changes_waiting",
    help: "Changes that an index has not taken up yet",
    label: "engine",
  }
  measureEach(registry, description, async () => {
    const rows = await reader
      .select({ engine: searchChanges.engine, waiting: count() })
      .from(searchChanges)
      .groupBy(searchChanges.engine)
    const waiting = new Map(rows.map((row) => [row.engine, row.waiting]))
    return engines.map(({ name }) => [name, waiting.get(name) ?? 0])
  })
}
