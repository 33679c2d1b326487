import { sql } from "drizzle-orm"
import { addressKey } from "../../kernel/addresses.ts"
import type { Tx } from "../../kernel/database.ts"
import { memberships, people } from "../tables.ts"

type NewRow = typeof people.$inferInsert

/** People of a file or a directory, a thousand in a statement. Throws the violation where an address is taken. */
export async function insertPeople(tx: Tx, rows: NewRow[]): Promise<void> {
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE)
    await tx.insert(people).values(rows.slice(at, at + ROWS_AT_ONCE))
}
const ROWS_AT_ONCE = 1000

/** The address as it is written, and as it is compared where that is something else. */
export function addressOf(email: string): { email: string; addressKey: string | null } {
  const key = addressKey(email)
  return { email, addressKey: key === email.toLowerCase() ? null : key }
}

export type Move = { personId: string; from: string[]; to: string[] }

/** Departments of everybody in two statements. */
export async function movePeople(tx: Tx, moves: Move[]): Promise<void> {
  const pairs = moves.flatMap(({ personId: person, from, to }) => [
    ...to.filter((one) => !from.includes(one)).map((department) => ({ person, department, joins: true })),
    ...from.filter((one) => !to.includes(one)).map((department) => ({ person, department, joins: false })),
  ])
  if (pairs.length === 0) return
  const given = sql`jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) pair(person uuid, department uuid, joins boolean)`
  await tx.execute(sql`delete from ${memberships} own using ${given}
    where not pair.joins and own.person_id = pair.person and own.department_id = pair.department`)
  await tx.execute(sql`insert into ${memberships} (person_id, department_id)
    select pair.person, pair.department from ${given} where pair.joins on conflict do nothing`)
}
