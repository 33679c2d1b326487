import type { Config } from "./kernel/config.ts"
import { migrateDatabase, postgresVersion } from "./kernel/migrate.ts"
import { nameStatements } from "./kernel/statement-names.ts"
import { type Cluster, startCluster } from "./trial-postgres/index.ts"

/** A sentence for the operator; printed without a stack. */
export class StartFault extends Error {}

const OLDEST = 15
const SLOWEST_START_MS = 30_000

export type Source = { url: string; cluster: Cluster | null }

/** The operator's PostgreSQL, or one of our own in the data directory; brought to this version. */
export async function openSource(config: Config, progress: (line: string) => void): Promise<Source> {
  nameStatements(config.preparedStatements)
  const cluster = config.databaseUrl
    ? null
    : await startCluster({ dataDir: config.dataDir, database: "fachforum", progress })
  const url = config.databaseUrl ?? cluster?.url ?? ""
  try {
    await refuseOldServer(url)
    progress("Datenbank: wird auf den Stand dieser Version gebracht …")
    await migrateDatabase(url)
  } catch (error) {
    await cluster?.stop()
    throw error
  }
  return { url, cluster }
}

async function refuseOldServer(url: string): Promise<void> {
  const version = await waitForServer(url)
  if (version < OLDEST)
    throw new StartFault(`PostgreSQL ${version} ist zu alt: Fachforum braucht Version ${OLDEST} bis 18.`)
}

/** Under docker compose the database may come up after us. */
async function waitForServer(url: string): Promise<number> {
  const until = Date.now() + SLOWEST_START_MS
  for (;;) {
    try {
      return await postgresVersion(url)
    } catch (error) {
      if (Date.now() > until || !isPassing(error)) throw unreachable(error)
      await new Promise((resolve) => setTimeout(resolve, 1000))
    }
  }
}

function isPassing(error: unknown): boolean {
  const code = typeof error === "object" && error !== null && "code" in error ? error.code : undefined
  // 57P03: the server is starting up.
  return ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "57P03"].includes(String(code))
}

function unreachable(error: unknown): StartFault {
  const reason = error instanceof Error ? error.message : String(error)
  return new StartFault(`Die Datenbank aus DATABASE_URL ist nicht erreichbar: ${reason}`)
}
