import type { Config } from "./kernel/config.ts"
import type { DatabaseWay } from "./kernel/database-pool.ts"
import type { Migrate } from "./kernel/database-settings.ts"
import { isOlder, migrateDatabase, type ServerState, serverState } from "./kernel/migrate.ts"
import { outageIn } from "./kernel/outage.ts"
import { nameStatements } from "./kernel/statement-names.ts"
import { type Cluster, startCluster } from "./trial-postgres/index.ts"

/** A sentence for the operator; printed without a stack. */
export class StartFault extends Error {}

const OLDEST = 15
const SLOWEST_START_MS = 30_000

export type Source = DatabaseWay & { cluster: Cluster | null }

/**
 * The operator's PostgreSQL, or one of our own in the data directory; brought to this version.
 * @param migrate "never": an older one is refused, because a job of the operator's does that
 */
export async function openSource(
  config: Config,
  progress: (line: string) => void,
  migrate: Migrate = config.migrate,
): Promise<Source> {
  const source = await openServer(config, progress)
  try {
    if (migrate === "never") await refuseOlder(source.direct)
    // A migration waits for a running backup, and a start with nothing to change must not.
    else if (await isOlder(source.direct)) {
      progress("Datenbank: wird auf den Stand dieser Version gebracht …")
      await migrateDatabase(source.direct)
    }
  } catch (error) {
    await source.cluster?.stop()
    throw error
  }
  return source
}

/** The same, as it is: of whatever version, or empty. */
export async function openServer(config: Config, progress: (line: string) => void): Promise<Source> {
  nameStatements(config.preparedStatements)
  const cluster = config.databaseUrl
    ? null
    : await startCluster({ dataDir: config.dataDir, database: "fachforum", progress })
  const url = config.databaseUrl ?? cluster?.url ?? ""
  const direct = config.databaseDirectUrl ?? url
  const name = config.databaseDirectUrl ? "DATABASE_DIRECT_URL" : "DATABASE_URL"
  try {
    await refuseUnfitServer(direct, name, progress)
  } catch (error) {
    await cluster?.stop()
    throw error
  }
  return { url, direct, cluster }
}

async function refuseUnfitServer(url: string, name: string, progress: (line: string) => void): Promise<void> {
  const { version, isStandby } = await waitForServer(url, name, progress)
  if (version < OLDEST)
    throw new StartFault(`PostgreSQL ${version} ist zu alt: Fachforum braucht Version ${OLDEST} bis 18.`)
  if (isStandby)
    throw new StartFault(
      `Die Datenbank aus ${name} ist ein Standby und nimmt nichts an: Fachforum braucht den Server, der schreibt.`,
    )
}

async function refuseOlder(url: string): Promise<void> {
  if (await isOlder(url))
    throw new StartFault(
      "Die Datenbank ist noch nicht auf dem Stand dieser Version, und MIGRATE=never lässt den Start sie nicht ändern. Bitte rufen Sie zuerst „npm run cli -- migrate“ auf.",
    )
}

/** Under docker compose the database may come up after us; after a failover, what is reached may still be a standby. */
async function waitForServer(
  url: string,
  name: string,
  progress: (line: string) => void,
): Promise<ServerState> {
  const until = Date.now() + SLOWEST_START_MS
  for (let attempt = 1; ; attempt += 1) {
    try {
      const state = await serverState(url)
      if (!state.isStandby || Date.now() > until) return state
    } catch (error) {
      const cause = outageIn(error)?.cause ?? error
      if (Date.now() > until || !isPassing(cause)) throw unreachable(cause, name)
    }
    if (attempt === 1) progress("Datenbank: ist noch nicht bereit, der Start wartet auf sie …")
    await new Promise((resolve) => setTimeout(resolve, 1000))
  }
}

function isPassing(error: unknown): boolean {
  const code = typeof error === "object" && error !== null && "code" in error ? error.code : undefined
  // 57P03: the server is starting up.
  return ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "57P03"].includes(String(code))
}

function unreachable(error: unknown, name: string): StartFault {
  const reason = error instanceof Error ? error.message : String(error)
  return new StartFault(`Die Datenbank aus ${name} ist nicht erreichbar: ${reason}`)
}
