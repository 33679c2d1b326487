import { spawn } from "node:child_process"
import pg from "pg"
import type { Postgres } from "./postgres.ts"
import { cpuOf, cpuOfFamily, ENTRY, flagsOf, memoryOf } from "./processes.ts"

/** What building the search index of a forum takes. */
export type Indexing = {
  postsPerCpuSecond: number
  nodeMs: number
  postgresMs: number
  /** The most that the program held, in megabytes. */
  rss: number
  /** The index with all that belongs to it, divided by the posts with all that belongs to them. */
  ofPosts: number
}

/** Builds it by the operator's command, in a process of its own. */
export async function measureIndexing(
  postgres: Postgres,
  database: string,
  cwd: string,
  env: NodeJS.ProcessEnv,
): Promise<Indexing> {
  const before = cpuOfFamily(postgres.pid)
  const child = spawn(process.execPath, [...flagsOf(cwd), ENTRY, "cli", "reindex"], {
    ...{ cwd, env },
    stdio: ["ignore", "ignore", "inherit"],
  })
  let [nodeMs, rss] = [0, 0]
  const look = () => {
    // Between its end and our notice of it there is nothing to look at.
    try {
      nodeMs = cpuOf(child.pid ?? 0)
      rss = Math.max(rss, memoryOf(child.pid ?? 0))
    } catch {}
  }
  const timer = setInterval(look, LOOK_MS)
  const code = await new Promise((resolve) => child.once("exit", resolve))
  clearInterval(timer)
  if (code !== 0) throw new Error(`reindex ended with ${code}`)
  const postgresMs = cpuOfFamily(postgres.pid) - before
  const { posts, ofPosts } = await sizes(postgres.urlOf(database))
  return { postsPerCpuSecond: (1000 * posts) / (nodeMs + postgresMs), nodeMs, postgresMs, rss, ofPosts }
}

const LOOK_MS = 50

async function sizes(url: string): Promise<{ posts: number; ofPosts: number }> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ posts: string; index: string; bytes: string }>(
    `select (select count(*) from posts) as posts, pg_total_relation_size('posts') as bytes,
       (select sum(pg_total_relation_size(c.oid)) from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'search_index' and c.relkind = 'r') as index`,
  )
  await client.end()
  const [row] = rows
  return { posts: Number(row?.posts), ofPosts: Number(row?.index) / Number(row?.bytes) }
}
