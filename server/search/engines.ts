import type { Db } from "../kernel/database.ts"
import { openMeilisearchEngine } from "./meilisearch/index.ts"
import type { Engine } from "./model.ts"
import { openPostgresEngine } from "./postgres/index.ts"

const INDEX = "fachforum"

type Address = { meiliUrl: string | null; meiliMasterKey: string | null }

/** PostgreSQL is always fed, so that it can answer when Meilisearch does not; the last one is preferred. */
export function openEngines(db: Db, { meiliUrl, meiliMasterKey }: Address): Engine[] {
  const postgres = openPostgresEngine(db)
  if (meiliUrl === null) return [postgres]
  return [postgres, openMeilisearchEngine(db, { url: meiliUrl, masterKey: meiliMasterKey, index: INDEX })]
}
