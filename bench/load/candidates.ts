import { execFile } from "node:child_process"
import { randomBytes } from "node:crypto"
import { mkdtemp, rm, symlink } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"
import pg from "pg"
import { hashToken } from "../../server/accounts/sessions.ts"
import { newId } from "../../server/kernel/database.ts"
import { type Forum, fillForum, sizeOf } from "./generate.ts"
import { openPostgres, type Postgres } from "./postgres.ts"
import type { Person } from "./targets.ts"
import { readCorpus } from "./texts.ts"

export const run = promisify(execFile)
export const HERE = join(import.meta.dirname, "../..")

/** A state of the project that is measured, with its own copy of the database. */
export type Candidate = { name: string; dir: string; database: string }

/** Does `work` with a PostgreSQL of its own, on this state of the project and on another one where that is wanted. */
export async function withCandidates(
  against: string | undefined,
  work: (postgres: Postgres, candidates: Candidate[]) => Promise<void>,
): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), "fachforum-bench-"))
  const postgres = await openPostgres(join(dir, "postgres"))
  const tree = against ? await checkOut(against, join(dir, "against")) : null
  try {
    await work(postgres, [
      ...(tree ? [{ name: against ?? "", dir: tree, database: "against" }] : []),
      { name: "now", dir: HERE, database: "now" },
    ])
  } finally {
    if (tree) await run("git", ["worktree", "remove", "--force", tree], { cwd: HERE })
    await postgres.stop()
    await rm(dir, { recursive: true, force: true })
  }
}

/**
 * The same forum for each: filled where the oldest schema is, then copied and brought to each one's own.
 * @param more what else is to be in it, or read from it
 */
export async function fillCandidates<T>(
  postgres: Postgres,
  candidates: Candidate[],
  threads: number,
  more: (pool: pg.Pool, forum: Forum) => Promise<T>,
  progress: (threads: number) => void = () => undefined,
): Promise<T> {
  const [oldest, ...others] = candidates
  if (!oldest) throw new Error("nothing to measure")
  await postgres.createDatabase(oldest.database)
  await command(oldest, postgres, "migrate")
  const pool = new pg.Pool({ connectionString: postgres.urlOf(oldest.database), max: 2 })
  const textOf = await readCorpus(process.env.CORPUS)
  const found = await more(pool, await fillForum(pool, sizeOf(threads), textOf, progress))
  await pool.end()
  for (const one of others) {
    await postgres.createDatabase(one.database, oldest.database)
    await command(one, postgres, "migrate")
  }
  for (const { database } of candidates) await noteAsRendered(postgres.urlOf(database))
  return found
}

/** What was rendered a moment ago is not rendered anew behind what is measured. */
async function noteAsRendered(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query("select to_regclass('renderings') as found")
  if (rows[0].found)
    await client.query(
      `insert into renderings (kind, renderer, "after", total, done, kept, finished_at)
       values ('posts', 1000000, '', 0, 0, 0, now())`,
    )
  await client.end()
}

async function checkOut(revision: string, into: string): Promise<string> {
  await run("git", ["worktree", "add", "--detach", into, revision], { cwd: HERE })
  await symlink(join(HERE, "node_modules"), join(into, "node_modules"))
  return into
}

const command = (one: Candidate, postgres: Postgres, name: string) =>
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
