import type pg from "pg"
import { MIGRATION_LOCK } from "../kernel/migrate.ts"
import { withClient } from "./connecting.ts"
import { settle } from "./copying.ts"
import { BackupFault } from "./fault.ts"
import type { Manifest } from "./format.ts"
import { LEFT_OUT } from "./left-out.ts"

export type Described = Pick<Manifest, "postgres" | "migrations" | "tables" | "sequences">

/**
 * One view of the database, as it is at this moment, for as long as the work takes: others go on writing, and see
 * nothing of it. One connection and one transaction, so that it works behind a pooler as well.
 */
export const withSnapshot = <T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> =>
  withClient(url, "fachforum-backup", async (client) => {
    await client.query("begin isolation level repeatable read read only")
    await settle(client)
    await lockSchema(client)
    const worked = await work(client)
    await client.query("commit")
    return worked
  })

/** The tables stay as they are until the end; a migration waits for it, and is not begun on. */
async function lockSchema(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ free: boolean }>(
    "select pg_try_advisory_xact_lock_shared($1) as free",
    [MIGRATION_LOCK],
  )
  if (!rows[0]?.free)
    throw new BackupFault(
      "Die Datenbank wird gerade auf einen neuen Stand gebracht: Bitte versuchen Sie es danach noch einmal.",
    )
  const tables = await listTables(client)
  if (tables.length === 0)
    throw new BackupFault(
      "In der Datenbank ist nichts zu sichern: Es gibt darin keine Tabellen von Fachforum.",
    )
  const names = tables.map(({ name }) => `public.${client.escapeIdentifier(name)}`)
  await client.query(`lock table ${names.join(", ")} in access share mode`)
}

/** What has to be known before anything is restored. */
export async function describeDatabase(client: pg.Client): Promise<Described> {
  const version = await client.query<{ major: number }>(
    "select current_setting('server_version_num')::int / 10000 as major",
  )
  const migrations = await client.query<{ hash: string; at: string }>(
    "select hash, created_at::text as at from drizzle.__drizzle_migrations order by created_at",
  )
  return {
    postgres: version.rows[0]?.major ?? 0,
    migrations: migrations.rows.map(({ hash, at }) => ({ hash, at: Number(at) })),
    tables: (await listTables(client)).filter(({ name }) => !LEFT_OUT.includes(name)),
    sequences: await listSequences(client),
  }
}

/** With the columns that are stored, in the order in which rows are written; what is computed is computed again. */
export async function listTables(client: pg.ClientBase): Promise<Manifest["tables"]> {
  const { rows } = await client.query<{ name: string; columns: string[] }>(
    `select c.relname as name,
       array_agg(a.attname::text order by a.attnum) filter (where a.attgenerated = '') as columns
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
       and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
     group by c.relname order by c.relname collate "C"`,
  )
  return rows
}

/** Read after the snapshot was taken, they are at least as far as the rows in it. */
async function listSequences(client: pg.Client): Promise<Manifest["sequences"]> {
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'S'
     order by relname collate "C"`,
  )
  const sequences: Manifest["sequences"] = []
  for (const { name } of rows) {
    const { rows: found } = await client.query<{ value: string; isCalled: boolean }>(
      `select last_value::text as value, is_called as "isCalled" from public.${client.escapeIdentifier(name)}`,
    )
    for (const state of found) sequences.push({ name, ...state })
  }
  return sequences
}

/** Tables that keep files: the bytes of each row lie in the file store under its id. */
export async function listFileTables(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select table_name as name from information_schema.columns
     where table_schema = 'public' and column_name in ('id', 'media_type', 'bytes')
     group by table_name having count(*) = 3 order by table_name collate "C"`,
  )
  return rows.map(({ name }) => `public.${client.escapeIdentifier(name)}`)
}
