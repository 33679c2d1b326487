import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import pg from "pg"
import { backup } from "../../server/backup/backup.ts"
import { LEFT_OUT } from "../../server/backup/left-out.ts"
import { restore } from "../../server/backup/restore.ts"
import { openFileQuota } from "../../server/kernel/file-quota.ts"
import { fileSystemStore } from "../../server/kernel/file-store.ts"

type Parts = Pick<Parameters<typeof backup>[0], "url" | "files" | "file">

export const makeBackup = (parts: Parts, rest: Partial<Parameters<typeof backup>[0]> = {}) =>
  backup({
    recipients: [],
    about: { program: "0.0.0", installation: "https://forum.example" },
    keys: [],
    progress: () => undefined,
    signal: new AbortController().signal,
    ...parts,
    ...rest,
  })

export const restoreBackup = (parts: Parts, rest: Partial<Parameters<typeof restore>[0]> = {}) =>
  restore({
    identityFile: null,
    held: [],
    progress: () => undefined,
    signal: new AbortController().signal,
    ...parts,
    ...rest,
  })

/** A folder for archives and files, and how to be rid of it. */
export async function openFolder() {
  const folder = await mkdtemp(join(tmpdir(), "fachforum-backup-"))
  return {
    path: (name: string) => join(folder, name),
    store: (name: string) => fileSystemStore(join(folder, name), openFileQuota(0, [])),
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

/** Every row of every table that is carried over, as one sum each, with what numbers it goes on with. */
export async function contentOf(url: string): Promise<Record<string, string>> {
  const tables = await ask<{ name: string }>(
    url,
    `select tablename as name from pg_tables where schemaname = 'public' and tablename <> all($1)`,
    [LEFT_OUT],
  )
  const each = tables.map(
    ({ name }) =>
      `select '${name}' as name, count(*) || ' ' || coalesce(md5(string_agg(t::text, ' ' order by t::text collate "C")), '') as sum from public."${name}" t`,
  )
  const rows = await ask<{ name: string; sum: string }>(
    url,
    `${each.join(" union all ")}
     union all select 'drizzle', string_agg(hash || created_at, ' ' order by created_at) from drizzle.__drizzle_migrations
     union all select sequencename, last_value::text from pg_sequences where schemaname = 'public'`,
  )
  return Object.fromEntries(rows.map(({ name, sum }) => [name, sum]))
}

/** Columns, indexes and constraints. */
export async function schemaOf(url: string): Promise<string[]> {
  const rows = await ask<{ line: string }>(
    url,
    `select indexdef as line from pg_indexes where schemaname = 'public'
     union all select conrelid::regclass || ' ' || conname || ' ' || convalidated || ' ' || pg_get_constraintdef(oid)
       from pg_constraint where connamespace = 'public'::regnamespace
     union all select table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' ' || is_generated
       from information_schema.columns where table_schema = 'public'`,
  )
  return rows.map(({ line }) => line).toSorted()
}

/** How many tables there are outside of the queue: none in a database that nothing was put into. */
export async function countTables(url: string): Promise<number> {
  const rows = await ask(
    url,
    "select from pg_tables where schemaname not in ('pg_catalog', 'information_schema', 'pgboss')",
  )
  return rows.length
}

export async function ask<T extends pg.QueryResultRow>(
  url: string,
  statement: string,
  values: unknown[] = [],
): Promise<T[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<T>(statement, values)).rows
  } finally {
    await client.end()
  }
}
