import { sql } from "drizzle-orm"
import { type Db, transact } from "../../kernel/database.ts"
import { type CatalogueEntry, isPersonal } from "../privacy/entries.ts"

/** What the catalogue says of columns with a person: the row goes, or names nobody, or stays by a former employee. */
export async function settleRows(
  db: Db,
  catalogue: readonly CatalogueEntry[],
  personId: string,
): Promise<void> {
  const columns = catalogue.filter(isPersonal).flatMap(({ table, leaving = {} }) =>
    Object.entries(leaving).map(([name, becomes]) => {
      return { table: sql.identifier(table), column: sql.identifier(name), becomes }
    }),
  )
  await transact(db, async (tx) => {
    for (const { table, column, becomes } of columns) {
      if (becomes === "goes") await tx.execute(sql`delete from ${table} where ${column} = ${personId}`)
      else if (becomes === "unnamed")
        await tx.execute(sql`update ${table} set ${column} = null where ${column} = ${personId}`)
    }
  })
}
