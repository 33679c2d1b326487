import { sql } from "drizzle-orm"
import { integer, pgTable } from "drizzle-orm/pg-core"
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest"
import { connect, type Db } from "../../server/kernel/database.ts"
import { nameOf, nameStatements } from "../../server/kernel/statement-names.ts"
import { among, open, statement } from "../../server/kernel/statements.ts"
import { copyTemplate } from "../support/databases.ts"

let database: Awaited<ReturnType<typeof copyTemplate>>
let db: Db
beforeAll(async () => {
  database = await copyTemplate()
  db = connect(database.url, 1)
  await db.execute(sql`create table numbers (value integer)`)
  await db.execute(sql`insert into numbers select * from generate_series(1, 9)`)
})
beforeEach(() => nameStatements(true))
afterEach(() => nameStatements(true))
afterAll(async () => {
  await db.$client.end()
  await database.drop()
})

const numbers = pgTable("numbers", { value: integer("value") })
const prepared = async () => {
  const { rows } = await db.$client.query<{ statement: string }>(
    "select statement from pg_prepared_statements",
  )
  return rows.map((row) => row.statement)
}
const times = async (count: number, work: () => Promise<unknown>) => {
  for (let n = 0; n < count; n++) await work()
}

it("what is sent often is prepared, what is sent seldom is not", async () => {
  await times(4, () => db.select().from(numbers).where(sql`value = ${1} and 1 = 1`))
  await times(6, () => db.select().from(numbers).where(sql`value = ${1} and 2 = 2`))
  const known = await prepared()
  expect(known.filter((text) => text.includes("1 = 1"))).toEqual([])
  expect(known.filter((text) => text.includes("2 = 2"))).toHaveLength(1)
})

it("nothing is prepared where that is switched off", async () => {
  nameStatements(false)
  await times(6, () => db.select().from(numbers).where(sql`value = ${1} and 3 = 3`))
  expect((await prepared()).filter((text) => text.includes("3 = 3"))).toEqual([])
})

it("a list is one parameter, however long it is", async () => {
  for (const values of [[1], [1, 2], [1, 2, 3], [2], [3], [4]]) {
    const found = await db.select().from(numbers).where(among(numbers.value, values)).orderBy(numbers.value)
    expect(found.map(({ value }) => value)).toEqual(values)
  }
  expect((await prepared()).filter((text) => text.includes("any($1)"))).toHaveLength(1)
})

it("statements that come once each are not remembered for good, and those with a name keep it", () => {
  for (let n = 0; n < 4; n++) expect(nameOf("select the same")).toBeUndefined()
  const name = nameOf("select the same")
  for (let n = 0; n < 20_000; n++) nameOf(`select ${n}`)
  expect(name).toMatch(/^[\w-]{22}$/)
  expect(nameOf("select the same")).toBe(name)
})

it("a statement is built once for each shape, and filled anew each time, in a transaction too", async () => {
  const built: string[] = []
  const find = statement((reader, descending: boolean) => {
    built.push(String(descending))
    const order = descending ? sql`value desc` : sql`value asc`
    return reader
      .select()
      .from(numbers)
      .where(among(numbers.value, open("values")))
      .orderBy(order)
  })
  const read = async (reader: Parameters<typeof find>[0], values: number[], descending: boolean) =>
    (await find(reader, { values }, descending)).map(({ value }) => value)
  expect(await read(db, [1, 2], false)).toEqual([1, 2])
  expect(await read(db, [3, 4, 5], false)).toEqual([3, 4, 5])
  expect(await read(db, [1, 2], true)).toEqual([2, 1])
  expect(built).toEqual(["false", "true"])
  const within = await db.transaction(async (tx) => {
    await tx.insert(numbers).values({ value: 10 })
    return read(tx, [9, 10], true)
  })
  expect(within).toEqual([10, 9])
})
