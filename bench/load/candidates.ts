import { execFile } from "node:child_process"
import { randomBytes } from "node:crypto"
import { symlink } from "node:fs/promises"
import { join } from "node:path"
import { promisify } from "node:util"
import type pg from "pg"
import { hashToken } from "../../server/accounts/sessions.ts"
import { newId } from "../../server/kernel/database.ts"
import type { Postgres } from "./postgres.ts"
import type { Person } from "./targets.ts"

export const run = promisify(execFile)
export const HERE = join(import.meta.dirname, "../..")
/** As in operation: from the bundle. */
export const ENTRY = "server/start.mjs"

/** A state of the project that is measured, with its own copy of the database. */
export type Candidate = { name: string; dir: string; database: string }

export async function checkOut(revision: string, into: string): Promise<string> {
  await run("git", ["worktree", "add", "--detach", into, revision], { cwd: HERE })
  await symlink(join(HERE, "node_modules"), join(into, "node_modules"))
  return into
}

export const giveBack = (tree: string) => run("git", ["worktree", "remove", "--force", tree], { cwd: HERE })

export const command = (one: Candidate, postgres: Postgres, name: string) =>
  run(process.execPath, ["--import", "tsx", "server/cli.ts", name], {
    cwd: one.dir,
    env: envOf(one, postgres),
    maxBuffer: 64 * 1024 * 1024,
  })

export const envOf = (one: Candidate, postgres: Postgres): NodeJS.ProcessEnv => ({
  ...process.env,
  DATABASE_URL: postgres.urlOf(one.database),
  PUBLIC_URL: "http://127.0.0.1:3000",
  DATA_DIR: join(postgres.dir, `data-${one.database}`),
  LOG_LEVEL: "error",
})

/** A session for each of these people. */
export async function signIn(pool: pg.Pool, ids: string[]): Promise<Person[]> {
  return Promise.all(
    ids.map(async (id) => {
      const token = randomBytes(32).toString("base64url")
      await pool.query(
        `insert into sessions (token_hash, public_id, person_id, expires_at, signed_in_on, device)
         values ($1, $2, $3, now() + interval '14 days', current_date::text, 'Messung')`,
        [hashToken(token), newId(), id],
      )
      return { cookie: `session=${token}` }
    }),
  )
}

export function median(figures: number[]): number {
  const sorted = figures.toSorted((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
