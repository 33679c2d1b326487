import { eq } from "drizzle-orm"
import type { Reader } from "../kernel/database.ts"
import { ANALYSIS } from "./german.ts"
import type { EngineName } from "./model.ts"
import { searchVersions } from "./tables.ts"

/** Whether the engine's live index was built by what this program makes of a text. */
export async function isOfThisVersion(reader: Reader, engine: EngineName): Promise<boolean> {
  const [row] = await reader.select().from(searchVersions).where(eq(searchVersions.engine, engine))
  return row?.analysis === ANALYSIS
}

/** The index that was just built is the live one. */
export async function noteVersion(db: Reader, engine: EngineName): Promise<void> {
  await db
    .insert(searchVersions)
    .values({ engine, analysis: ANALYSIS })
    .onConflictDoUpdate({ target: searchVersions.engine, set: { analysis: ANALYSIS } })
}
