import type pg from "pg"
import { readMigrations } from "../kernel/migrate.ts"
import { BackupFault } from "./fault.ts"
import type { Manifest } from "./format.ts"
import { listTables } from "./source.ts"

const FOREIGN = "('pg_catalog', 'information_schema', 'pg_toast', 'pgboss')"

/** Tables of extensions, which a provider may have put there, are nobody's data; nor is a queue without jobs. */
export async function refuseUsed(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ tables: number; queue: boolean }>(
    `select count(*)::int as tables, to_regclass('pgboss.job') is not null as queue
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p', 'v', 'm', 'S') and n.nspname not in ${FOREIGN} and n.nspname !~ '^pg_temp'
       and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')`,
  )
  const found = rows[0]
  const hasJobs = found?.queue && (await client.query("select from pgboss.job limit 1")).rowCount !== 0
  if (found?.tables !== 0 || hasJobs)
    throw new BackupFault(
      "Die Datenbank ist nicht leer. Zurückgespielt wird nur in eine leere: Legen Sie eine neue an, im Probebetrieb mit einem neuen DATA_DIR.",
    )
}

/** Throws where the backup is of a version that this program does not know yet. */
export function refuseNewer({ migrations, program }: Pick<Manifest, "migrations" | "program">): void {
  const known = new Set(readMigrations().map((one) => one.folderMillis))
  const [latest] = migrations.map(({ at }) => at).toSorted((one, other) => other - one)
  if (latest === undefined || !known.has(latest))
    throw new BackupFault(
      `Die Sicherung ist von einer Version (${program}), deren Datenbank dieses Programm noch nicht kennt. Spielen Sie sie mit dieser Version zurück, oder mit einer neueren.`,
    )
}

/** Makes the tables as they were when the backup was made, empty, with the same record of migrations. */
export async function migrateTo(client: pg.ClientBase, { migrations, tables }: Manifest): Promise<void> {
  const until = Math.max(...migrations.map(({ at }) => at))
  for (const { folderMillis, sql } of readMigrations())
    if (folderMillis <= until) for (const statement of sql) await client.query(statement)
  await recordMigrations(client, migrations)
  const made = await listTables(client)
  // Some migrations ship rows.
  await client.query(`truncate ${made.map(({ name }) => client.escapeIdentifier(name)).join(", ")}`)
  for (const { name, columns } of tables) {
    const found = made.find((table) => table.name === name)
    if (!found || found.columns.toSorted().join() !== columns.toSorted().join())
      throw new BackupFault(`Die Tabelle ${name} der Sicherung passt nicht zu dem Stand, den sie nennt.`)
  }
}

/** As drizzle's own migrator does it, which goes on from here. */
async function recordMigrations(client: pg.ClientBase, migrations: Manifest["migrations"]): Promise<void> {
  await client.query("create schema drizzle")
  await client.query(
    "create table drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)",
  )
  await client.query(
    `insert into drizzle.__drizzle_migrations (hash, created_at)
     select hash, at from unnest($1::text[], $2::bigint[]) as made(hash, at)`,
    [migrations.map(({ hash }) => hash), migrations.map(({ at }) => at)],
  )
}

/**
 * Takes away what would be looked at for every row, and returns how to put it back at once: many times faster, in any
 * order of the tables, and indexes are built by the libraries that sort on this server.
 */
export async function loosen(client: pg.ClientBase): Promise<() => Promise<void>> {
  const { rows: references } = await client.query<{ table: string; name: string; definition: string }>(
    `select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
     from pg_constraint where connamespace = 'public'::regnamespace and contype = 'f' order by 1, 2`,
  )
  const { rows: indexes } = await client.query<{ name: string; definition: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
     from pg_index i join pg_class c on c.oid = i.indexrelid
     where c.relnamespace = 'public'::regnamespace
       and not exists (select from pg_constraint where conindid = i.indexrelid and contype in ('p', 'u', 'x'))
     order by 1`,
  )
  for (const { table, name } of references) await client.query(`alter table ${table} drop constraint ${name}`)
  for (const { name } of indexes) await client.query(`drop index ${name}`)
  return async () => {
    for (const { definition } of indexes) await client.query(definition)
    for (const { table, name, definition } of references)
      await client.query(`alter table ${table} add constraint ${name} ${definition}`)
  }
}

export async function setSequences(client: pg.ClientBase, sequences: Manifest["sequences"]): Promise<void> {
  for (const { name, value, isCalled } of sequences)
    await client.query("select setval($1::regclass, $2, $3)", [
      `public.${client.escapeIdentifier(name)}`,
      value,
      isCalled,
    ])
}
