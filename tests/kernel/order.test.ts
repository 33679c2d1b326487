import { globSync, readFileSync } from "node:fs"
import pg from "pg"
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest"
import { byName, compareNames } from "../../server/kernel/order.ts"
import { address } from "../support/databases.ts"
import { readTextColumns, unsortedKeys } from "../support/sorted.ts"
import { openWorld, type World } from "../support/world.ts"

const IN_ORDER = [
  "’t Hooft, Jan",
  "Äcker, Anna",
  "Adam, Jörg",
  "Ćwikła-Özdemir",
  "Đặng Thị Hồng",
  "Müller 2",
  "Müller 10",
  "Muñoz",
  "Öztürk",
  "Ẓāhir ʿAbd",
  "zebra",
  "Zoe",
]

describe("lists of names", () => {
  const databases = ["C", "builtin", "icu"]
  let client: pg.Client
  const of = (name: string) => `order_${name.toLowerCase()}_${process.pid}`
  beforeAll(async () => {
    client = new pg.Client({ connectionString: inject("serverUrl") })
    await client.connect()
  })
  afterAll(async () => {
    for (const name of databases) await client.query(`drop database if exists ${of(name)} with (force)`)
    await client.end()
  })

  const PROVIDERS: Record<string, string> = {
    C: "locale_provider libc locale 'C'",
    builtin: "locale_provider builtin builtin_locale 'C.UTF-8' locale 'C'",
    icu: "locale_provider icu icu_locale 'sv' locale 'C'",
  }

  it.each(databases)("stand in German order in a database created with %s", async (name) => {
    const { rows } = await client.query("select current_setting('server_version_num')::int as version")
    if (name === "builtin" && rows[0].version < 170_000) return
    const migrations = readFileSync("migrations/0022_names.sql", "utf8")
    const collation = migrations.match(/^CREATE COLLATION .*?;/m)?.[0] ?? ""
    await client.query(`create database ${of(name)} template template0 encoding 'UTF8' ${PROVIDERS[name]}`)
    const own = new pg.Client({ connectionString: address(inject("serverUrl"), of(name)) })
    await own.connect()
    await own.query(collation)
    await own.query("create table names (name text)")
    for (const one of IN_ORDER.toReversed()) await own.query("insert into names values ($1)", [one])
    const sorted = await own.query('select name from names order by name collate "german_order"')
    await own.end()
    expect(sorted.rows.map((row) => row.name)).toEqual(IN_ORDER)
  })

  it("stand in the same order when they are sorted in memory", () => {
    expect(IN_ORDER.toReversed().toSorted(compareNames)).toEqual(IN_ORDER)
    expect(byName).toBeTypeOf("function")
  })

  it("are compared by the one collator of kernel/order", () => {
    const sources = globSync("{server,web}/**/*.{ts,tsx}")
    for (const file of sources.filter((one) => one !== "server/kernel/order.ts")) {
      const source = readFileSync(file, "utf8")
      expect(source.match(/Intl\.Collator/), file).toBeNull()
      // Days and instants are no names: they are in the same order in every language.
      const compared = [...source.matchAll(/(\w+)\.localeCompare\(/g)].map(([, what]) => what)
      expect(
        compared.filter((what) => !["day", "startsAt"].includes(what ?? "")),
        file,
      ).toEqual([])
    }
  })
})

describe("every statement", () => {
  let world: World
  let columns: Set<string>
  beforeAll(async () => {
    world = await openWorld()
    columns = await readTextColumns(world.db.$client)
  })
  afterAll(() => world.close())

  const faulty = [
    ['select * from "people" order by "people"."display_name", "people"."id"', ['"people"."display_name"']],
    ['select * from "cohorts" order by "name" asc limit $1', ['"name"']],
    ["select array(select d.short_name from d order by d.short_name) from x", ["d.short_name"]],
    ["select json_agg(p order by lower(p.display_name) desc nulls last)", ["lower(p.display_name)"]],
    ["select 1 from x where (lower(display_name), id) > (select a, b)", ["lower(display_name)"]],
    ["select row_number() over (partition by a order by display_name rows 1 preceding)", ["display_name"]],
    [
      "select 1 order by case when a then display_name else b end",
      ["case when a then display_name else b end"],
    ],
  ] as const
  it.each(faulty)("that leaves the order to the database is noticed: %s", (statement, keys) => {
    expect(unsortedKeys(statement, columns)).toEqual(keys)
  })

  const fine = [
    'select * from people order by display_name collate "german_order" asc, id',
    "select * from cohorts order by start_on desc, id",
    "select 1 from x where (display_name collate german_order, id) > (select a, b)",
    "select 1 order by answer <> 'waiting', id",
    "select 1 from people where (display_name, id) in (select a, b) for update",
  ]
  it.each(fine)("that names it is fine: %s", (statement) => {
    expect(unsortedKeys(statement, columns)).toEqual([])
  })

  it("of the sources names it, even one that no test has run", () => {
    const faults = globSync("server/**/*.ts").flatMap((file) =>
      ordersIn(readFileSync(file, "utf8"))
        .flatMap((clause) => unsortedKeys(`order by ${clause}`, columns))
        .map((key) => `${file}: ${key}`),
    )
    expect(faults).toEqual([])
  })

  it("is read in the sources as well as in what is sent", () => {
    const source = "q.orderBy(asc(people.displayName), desc(people.id)).limit(3)"
    expect(ordersIn(source)).toEqual(["(people.display_name), (people.id)"])
  })
})

/** What drizzle is told to sort by, spelt as SQL. Helpers of kernel/order name their collation. */
function ordersIn(source: string): string[] {
  const written = [...source.matchAll(/\border by\b([^`]*)/gi)].map(([, clause = ""]) => clause)
  const built = [...source.matchAll(/\.orderBy\(/g)].map(({ index }) => {
    const rest = source.slice(index + ".orderBy(".length)
    let depth = 1
    const end = [...rest].findIndex((sign) => {
      depth += Number(sign === "(") - Number(sign === ")")
      return depth === 0
    })
    return rest
      .slice(0, end)
      .replace(/by(?:Name|Code)\([^()]*\)/g, "''")
      .replace(/\b(?:asc|desc)\(/g, "(")
      .replace(/[a-z](?=[A-Z])/g, "$&_")
      .toLowerCase()
  })
  return [...written, ...built]
}
