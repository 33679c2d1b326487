import { eq } from "drizzle-orm"
import type { Db } from "../../kernel/database.ts"
import { searchBuilds } from "../tables.ts"

export const ours = eq(searchBuilds.engine, "meilisearch")

/** The build that is under way or was cut off; without a reached id nothing of it counts. */
export async function findBuild(db: Db) {
  const [build] = await db.select().from(searchBuilds).where(ours)
  return build
}
