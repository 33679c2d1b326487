import { sql } from "drizzle-orm"
import type { Tx } from "../../kernel/database.ts"
import { stemNumber } from "../german.ts"
import type { SearchDocument } from "../model.ts"
import { FIELD_END, type Scored } from "../ranking.ts"
import type { Schema } from "./layout.ts"

type Titled = { document: Pick<SearchDocument, "id" | "categoryId">; scored: Pick<Scored, "stems"> }

/** Titles by each of their stems, for what is offered while somebody types. In the place of what was there. */
export async function writeTitles(tx: Tx, schema: Schema, titled: readonly Titled[]): Promise<void> {
  const rows = titled.flatMap(({ document: { id, categoryId }, scored }) =>
    [...sharesOf(scored)].map(([term, share]) => ({ id, term, categoryId, share })),
  )
  await deleteTitles(
    tx,
    schema,
    titled.map(({ document }) => document.id),
  )
  const column = (name: keyof (typeof rows)[number]) => sql.param(rows.map((row) => row[name]))
  if (rows.length > 0)
    await tx.execute(sql`insert into ${sql.identifier(schema)}.titles (document_id, term, category_id, share)
      select * from unnest(${column("id")}::uuid[], ${column("term")}::int[], ${column("categoryId")}::uuid[],
        ${column("share")}::real[])`)
}

export async function deleteTitles(tx: Tx, schema: Schema, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await tx.execute(
    sql`delete from ${sql.identifier(schema)}.titles where document_id = any(${sql.param(ids)}::uuid[])`,
  )
}

/** What stands in a title, and how much of it each is. */
function sharesOf({ stems }: Pick<Scored, "stems">): Map<number, number> {
  const [title = ""] = stems.split(FIELD_END)
  const all = title.split(" ").filter(Boolean)
  const shares = new Map<number, number>()
  for (const stem of all) {
    const number = stemNumber(stem)
    shares.set(number, (shares.get(number) ?? 0) + 1 / all.length)
  }
  return shares
}
