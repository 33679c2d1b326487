import { afterAll, beforeAll, expect, it } from "vitest"
import { openWorld, type World } from "../support/world.ts"

let world: World

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

/** Where a referenced row goes, PostgreSQL looks for the rows that refer to it: through a whole table without an index. */
it("every foreign key has an index that begins with its columns", async () => {
  const { rows } = await world.db.$client.query<{ key: string }>(`
    select key.conname as key
    from pg_constraint key
    where key.contype = 'f' and key.connamespace = 'public'::regnamespace and not exists (
      select from pg_index index
      where index.indrelid = key.conrelid
        and (index.indpred is null or pg_get_expr(index.indpred, index.indrelid) = '(' || (
            select field.attname from pg_attribute field
            where field.attrelid = key.conrelid and field.attnum = key.conkey[1]) || ' IS NOT NULL)')
        and (index.indkey::int2[])[0:cardinality(key.conkey) - 1] @> key.conkey
    )`)
  expect(rows.map(({ key }) => key).sort()).toEqual([])
})
