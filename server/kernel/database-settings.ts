import type { DatabaseLimits } from "./database-statements.ts"
import { readChoice, readCount, readSeconds, readSwitch, readUrl } from "./settings.ts"

export type DatabaseSettings = {
  /** Connection string, or null: an embedded PostgreSQL is started, and this is a trial. */
  databaseUrl: string | null
  /**
   * PostgreSQL itself, where a pooler stands at `databaseUrl`: for what lasts as long as a connection (LISTEN, locks of a
   * session, migrations). Null: `databaseUrl` leads there.
   */
  databaseDirectUrl: string | null
  /** A server that follows the one at `databaseUrl`, for what may be read some seconds late; null: none does. */
  databaseReadUrl: string | null
  /** How many connections requests and jobs share in this process. */
  databasePoolSize: number
  /** How long the database may take. */
  databaseLimits: DatabaseLimits
  /** Off behind a PgBouncer before 1.21, which knows no prepared statements in transaction mode. */
  preparedStatements: boolean
  /** Whether the start brings the database to this version, or a job of the operator's has done so before. */
  migrate: Migrate
}
export type Migrate = (typeof MIGRATE)[number]
const MIGRATE = ["auto", "never"] as const

const PROTOCOLS = ["postgres:", "postgresql:"]
/** Of a smaller pool, the job queue alone could take all. */
const SMALLEST_POOL = 5

export function readDatabaseSettings(env: NodeJS.ProcessEnv, faults: string[]): DatabaseSettings {
  const databaseUrl = readUrl(env, "DATABASE_URL", PROTOCOLS, faults)
  const databaseDirectUrl = readUrl(env, "DATABASE_DIRECT_URL", PROTOCOLS, faults)
  if (databaseDirectUrl && !env.DATABASE_URL?.trim())
    faults.push(
      "DATABASE_DIRECT_URL steht ohne DATABASE_URL da: Beide zusammen nennen den Pooler und die Datenbank dahinter.",
    )
  const databaseReadUrl = readUrl(env, "DATABASE_READ_URL", PROTOCOLS, faults)
  if (databaseReadUrl && !env.DATABASE_URL?.trim())
    faults.push(
      "DATABASE_READ_URL steht ohne DATABASE_URL da: Gelesen wird nur von einem Server, der dem schreibenden folgt.",
    )
  return {
    databaseUrl,
    databaseDirectUrl,
    databaseReadUrl,
    databasePoolSize: readCount(
      env,
      "DATABASE_POOL_SIZE",
      { otherwise: 10, least: SMALLEST_POOL, most: 500 },
      faults,
    ),
    databaseLimits: {
      connect: readSeconds(env, "DATABASE_CONNECT_TIMEOUT", 2, faults),
      statement: readSeconds(env, "DATABASE_STATEMENT_TIMEOUT", 4, faults),
      lock: readSeconds(env, "DATABASE_LOCK_TIMEOUT", 3, faults),
      jobs: 60_000,
      background: 10 * 60_000,
    },
    // Where a pooler stands, nobody knows of which version: without names everything works, with them an old one fails.
    preparedStatements: readSwitch(env, "PREPARED_STATEMENTS", databaseDirectUrl === null, faults),
    migrate: readChoice(env, "MIGRATE", MIGRATE, faults),
  }
}
