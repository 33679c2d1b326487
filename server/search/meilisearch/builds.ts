import { and, sql } from "drizzle-orm"
import type { IndexSwap } from "meilisearch"
import { type Db, only } from "../../kernel/database.ts"
import { now } from "../../kernel/time.ts"
import { ANALYSIS } from "../german.ts"
import type { Rebuild } from "../model.ts"
import { searchBuilds } from "../tables.ts"
import { noteVersion } from "../versions.ts"
import { findBuild, ours } from "./begun-build.ts"
import type { Indexes } from "./indexes.ts"
import type { MeilisearchServer } from "./server.ts"

/** Meilisearch may be busy with other things; a build waits. */
const BATCH_MS = 10 * 60_000

/** Begins a build beside the live index, or goes on with what was cut off. */
export async function openBuild(db: Db, server: MeilisearchServer, indexes: Indexes): Promise<Rebuild> {
  const { next } = indexes
  const build = await findBuild(db)
  const former = build?.analysis === ANALYSIS ? build.reachedId : null
  const reached = former !== null && (await server.exists(next)) ? former : null
  if (reached === null) await begin(db, indexes)
  else await indexes.applySettings(next)
  let mine = reached
  return {
    reached,
    write: async (documents) => {
      await requireOurs(db, mine)
      await indexes.add(next, documents, BATCH_MS)
      mine =
        documents
          .map(({ id }) => id)
          .sort()
          .at(-1) ?? mine
      await db.update(searchBuilds).set({ reachedId: mine }).where(ours)
    },
    finish: async () => {
      await requireOurs(db, mine)
      await finish(db, server, indexes)
    },
  }
}

async function begin(db: Db, { next, drop, create, applySettings }: Indexes): Promise<void> {
  const fresh = { reachedId: null, startedAt: now(), analysis: ANALYSIS }
  await db
    .insert(searchBuilds)
    .values({ engine: "meilisearch", ...fresh })
    .onConflictDoUpdate({ target: searchBuilds.engine, set: fresh })
  await drop(next)
  await create(next)
  await applySettings(next)
}

/** Two builds at once would each leave out what the other one wrote. */
async function requireOurs(db: Db, reached: string | null): Promise<void> {
  const same = sql`${searchBuilds.reachedId} is not distinct from ${reached}::uuid`
  const builds = await db.select().from(searchBuilds).where(and(ours, same))
  if (builds.length === 0) throw new Error("Meilisearch: another process builds the index")
}

async function finish(db: Db, server: MeilisearchServer, { live, next, create, drop }: Indexes) {
  // Both have to exist to change places.
  if (!(await server.exists(live))) await create(live)
  // First of all: what is left of a build that is cut off here must be begun anew, never continued.
  only(await db.delete(searchBuilds).where(ours).returning())
  const swap: Omit<IndexSwap, "rename"> = { indexes: [live, next] }
  // The client's type is of 1.18; an older Meilisearch refuses a request with `rename`.
  await server.carriedOut(server.admin.swapIndexes([swap as IndexSwap]))
  await noteVersion(db, "meilisearch")
  await drop(next)
}
