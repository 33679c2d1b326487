import { and, sql } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import type { Reader } from "../../kernel/database.ts"
import { byName } from "../../kernel/order.ts"
import { among } from "../../kernel/statements.ts"
import { departments, isAtWork, memberships, people } from "../tables.ts"
import { actorColumns } from "./queries.ts"
import { hasName } from "./searching.ts"

/** Somebody as they act now, and the short names of their departments; no address. */
export type Called = Actor & { shortNames: string[] }

const columns = {
  id: people.id,
  ...actorColumns,
  shortNames: sql<string[]>`array(select department.short_name collate german_order from ${memberships} own
    join ${departments} department on department.id = own.department_id
    where own.person_id = ${people}.id order by 1)`,
}

/** Active people who are called exactly so. */
export async function listCalled(reader: Reader, names: string[]): Promise<Called[]> {
  const rows = await reader
    .select(columns)
    .from(people)
    .where(and(among(byName(people.displayName), names), isAtWork))
  return rows.map(withoutSession)
}

/**
 * Active people by parts of their names, in the order of names.
 * @param departmentIds only people of one of these; null for those of any department
 */
export async function listByName(
  reader: Reader,
  typed: string,
  departmentIds: string[] | null,
  most: number,
): Promise<Called[]> {
  const rows = await reader
    .select(columns)
    .from(people)
    .where(and(isAtWork, hasName(typed), isMember(departmentIds)))
    .orderBy(byName(people.displayName), people.id)
    .limit(most)
  return rows.map(withoutSession)
}

const isMember = (departmentIds: string[] | null) =>
  sql`exists (select 1 from ${memberships} own where own.person_id = ${people}.id
    and (${departmentIds === null} or own.department_id = any(${sql.param(departmentIds ?? [])}::uuid[])))`

const withoutSession = <Row extends object>(row: Row) => ({ ...row, sessionId: null })
