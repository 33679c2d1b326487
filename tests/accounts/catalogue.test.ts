import { readFile } from "node:fs/promises"
import pg from "pg"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { type CatalogueEntry, isPersonal, renderPrivacy } from "../../server/accounts/index.ts"
import { catalogue } from "../../server/catalogue.ts"
import { copyTemplate } from "../support/databases.ts"

let stored: string[]
/** Columns that refer to a person. */
let naming: string[]
let drop: () => Promise<void>

/** Every column of the migrated database, as `people.email` or `pgboss.job.data`. */
beforeAll(async () => {
  const copy = await copyTemplate()
  drop = copy.drop
  const client = new pg.Client({ connectionString: copy.url })
  await client.connect()
  const { rows } = await client.query<{ name: string }>(`
    select case table_schema when 'public' then '' else table_schema || '.' end || table_name || '.' || column_name as name
    from information_schema.columns where table_schema not in ('pg_catalog', 'information_schema') order by 1`)
  stored = rows.map(({ name }) => name)
  const keys = await client.query<{ name: string }>(`
    select c.conrelid::regclass || '.' || a.attname as name
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey)
    where c.contype = 'f' and c.confrelid = 'people'::regclass order by 1`)
  naming = keys.rows.map(({ name }) => name)
  await client.end()
})
afterAll(() => drop())

const declared = (entries: CatalogueEntry[]) =>
  entries.flatMap(({ table, columns }) => columns.map((column) => `${table}.${column}`))

/** Columns that no entry names; `pgboss.*.*` stands for whatever else a library has in its own schema. */
function undeclared(columns: string[], entries: CatalogueEntry[]): string[] {
  const named = new Set(declared(entries))
  const schemas = [...named].flatMap((name) => (name.endsWith(".*.*") ? name.slice(0, -3) : []))
  return columns.filter((name) => !named.has(name) && !schemas.some((schema) => isIn(schema, name)))
}

const isIn = (schema: string, name: string) => name.startsWith(schema) && name.split(".").length === 3

describe("The data catalogue", () => {
  test("declares every column of the database", () => {
    expect(stored.length).toBeGreaterThan(100)
    expect(undeclared(stored, catalogue)).toEqual([])
  })

  test("declares no column that does not exist, and none twice", () => {
    const own = declared(catalogue).filter((name) => !name.endsWith(".*.*"))
    expect(own.filter((name) => !stored.includes(name))).toEqual([])
    expect(own.filter((name, at) => own.indexOf(name) !== at)).toEqual([])
  })

  test("notices what was forgotten", () => {
    const withoutEmail = catalogue.filter(({ columns }) => !columns.includes("email"))
    expect(undeclared(stored, withoutEmail)).toEqual(["people.email"])
    expect(undeclared(["people.last_seen_at"], catalogue)).toEqual(["people.last_seen_at"])
    expect(undeclared(["other.table.column"], catalogue)).toEqual(["other.table.column"])
  })

  test("leaves out whole tables only where they are a library's", () => {
    const wholesale = catalogue.filter(({ columns }) => columns.includes("*")).map(({ table }) => table)
    expect(wholesale.sort()).toEqual(["drizzle.*", "pgboss.*"])
  })

  test("says in both languages what, why, who and how long", () => {
    for (const { field, purpose, readers, retention } of catalogue.filter(isPersonal)) {
      for (const text of [field, purpose, readers, retention]) {
        expect(text.de).not.toBe("")
        expect(text.en).not.toBe("")
        expect(text.de).not.toBe(text.en)
      }
    }
  })

  test("says of every column that refers to a person what happens when that person leaves", () => {
    const settled = catalogue.filter(isPersonal).flatMap(({ table, columns, leaving = {} }) =>
      Object.keys(leaving).map((column) => {
        expect(columns).toContain(column)
        return `${table}.${column}`
      }),
    )
    expect(naming.length).toBeGreaterThan(40)
    expect(naming.filter((name) => !settled.includes(name))).toEqual([])
  })

  test("knows no last-seen time and no counter of a person", () => {
    expect(
      stored.filter((name) => !name.startsWith("pgboss.") && /seen|last_|_count|read_at/.test(name)),
      // Of an answer: how many readers marked it, as everybody sees beside it.
    ).toEqual(["answers.helpful_count"])
  })
})

describe("docs/privacy.md", () => {
  test("is what the catalogue says (npm run cli -- privacy)", async () => {
    const file = await readFile(new URL("../../docs/privacy.md", import.meta.url), "utf8")
    expect(file === renderPrivacy(catalogue)).toBe(true)
  })
})
