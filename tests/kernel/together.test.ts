import { asc, eq, sql } from "drizzle-orm"
import { bigint, date, integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core"
import { afterAll, beforeAll, expect, it } from "vitest"
import { connect, type Db, only, type Reader } from "../../server/kernel/database.ts"
import { open, statement } from "../../server/kernel/statements.ts"
import { instant } from "../../server/kernel/tables.ts"
import { NOTHING, rowsOf } from "../../server/kernel/together.ts"
import { copyTemplate } from "../support/databases.ts"

const boxes = pgTable("boxes", { id: integer("id").primaryKey(), label: text("label") })
const things = pgTable("things", {
  id: uuid("id").primaryKey(),
  boxId: integer("box_id"),
  label: text("label").notNull(),
  words: text("words").array().notNull(),
  content: jsonb("content"),
  day: date("day"),
  at: instant("at").notNull(),
  ended: instant("ended"),
})
const sizes = pgTable("sizes", { bytes: bigint("bytes", { mode: "number" }) })

let database: Awaited<ReturnType<typeof copyTemplate>>
let db: Db
beforeAll(async () => {
  database = await copyTemplate()
  db = connect(database.url, 1)
  await db.execute(sql`create table boxes (id integer primary key, label text)`)
  await db.execute(sql`create table things (id uuid primary key, box_id integer, label text not null,
    words text[] not null, content jsonb, day date, at timestamptz not null, ended timestamptz)`)
  await db.execute(sql`insert into boxes values (1, 'Kiste'), (2, null)`)
  await db.execute(sql`insert into things values
    (gen_random_uuid(), 1, 'a "b" \\ c', array['d,e', '"f"', 'NULL', ''], '{"g": [1.50, null]}', '0099-02-28',
      '2026-03-29 01:30:00.123456+00', null),
    (gen_random_uuid(), 2, E'ä\n\u2028😀', '{}', null, null, '2026-10-25 00:30:00+00', '1990-01-01 00:00:00+00'),
    (gen_random_uuid(), null, '', array['z'], '"h"', '2026-12-31', '2026-10-25 01:30:00.999999+00', now())`)
})
afterAll(async () => {
  await db.$client.end()
  await database.drop()
})

const all = (reader: Reader) =>
  reader
    .select({
      id: things.id,
      label: things.label,
      thing: things,
      box: boxes,
      long: sql<boolean>`length(things.label) > 3`,
    })
    .from(things)
    .leftJoin(boxes, eq(boxes.id, things.boxId))
    .orderBy(asc(things.at))
const both = statement((reader) =>
  reader
    .select({ all: rowsOf(all(reader)), none: rowsOf(all(reader).where(eq(things.label, open("label")))) })
    .from(NOTHING),
)

it("rows are the same together as by themselves, in every time zone", async () => {
  for (const zone of ["UTC", "Europe/Berlin", "America/St_Johns", "Pacific/Chatham"]) {
    await db.execute(sql`select set_config('timezone', ${zone}, false)`)
    const found = only(await both(db, { label: "nowhere" }))
    expect(found).toEqual({ all: await all(db), none: [] })
    expect(found.all).toHaveLength(3)
    expect(found.all.map(({ box }) => box?.id ?? null)).toEqual([1, 2, null])
  }
})

it("a column that JSON would change is refused", () => {
  expect(() => rowsOf(db.select({ bytes: sizes.bytes }).from(sizes))).toThrow("bytes")
})
