import type { Db, Reader } from "../../kernel/database.ts"
import { people } from "../tables.ts"

/** People are deactivated, never deleted: once there is somebody, there always is. */
const setUp = new WeakSet<Db>()

/** True while nobody exists. Asks the database only until somebody does. */
export async function needsSetup(db: Db): Promise<boolean> {
  if (setUp.has(db)) return false
  if (!(await somebodyExists(db))) return true
  setUp.add(db)
  return false
}

export async function somebodyExists(reader: Reader): Promise<boolean> {
  return (await reader.select({ id: people.id }).from(people).limit(1)).length > 0
}
