import { eq, getTableName, type SQL } from "drizzle-orm"
import type { PgColumn, PgTable } from "drizzle-orm/pg-core"
import { cohortMembers, cohortSteps, cohorts, programmeSteps } from "../tables.ts"
import type { Bilingual, Loader, Value } from "./chapter.ts"

/** What a value is called, and where it comes from. */
type Field = Bilingual & {
  column: PgColumn | SQL
  /** Where it is not shown as it is stored. */
  shown?: (stored: Value) => Value
}
type Join = [table: PgTable, on: SQL]

type Declared = {
  name: string
  title: Bilingual
  from: PgTable
  /** Names of tables whose rows lead to the same chapter, besides `from`. */
  also?: string[]
  joins: Join[]
  /** The column with the person that a row is about. */
  owner: PgColumn
  fields: Record<string, Field>
  order: (PgColumn | SQL)[]
}

/** A chapter with a line for each row of one table. */
export const ofPerson =
  ({ name, title, from, also = [], joins, owner, fields, order }: Declared): Loader =>
  async (reader, actor) => {
    const columns = Object.fromEntries(Object.entries(fields).map(([field, { column }]) => [field, column]))
    const query = reader.select(columns).from(from).$dynamic()
    // The query is one object: it takes every join in.
    for (const [table, on] of joins) query.innerJoin(table, on)
    const rows = await query.where(eq(owner, actor.id)).orderBy(...order)
    const lineOf = (row: Record<string, unknown>) =>
      Object.fromEntries(
        Object.entries(fields).map(([field, { shown }]) => {
          const value = plainValue(row[field])
          return [field, shown ? shown(value) : value]
        }),
      )
    return { name, title, tables: [getTableName(from), ...also], labels: fields, rows: rows.map(lineOf) }
  }

type DeclaredOfMember = Omit<Declared, "joins"> & {
  /** Tables between `from` and the membership. */
  joins?: Join[]
  /** The column with the step of the cohort that a row is about. */
  step?: PgColumn
}

/** The same where `owner` is a person's membership of a cohort. */
export const ofMember = ({ owner, step, joins = [], ...declared }: DeclaredOfMember): Loader =>
  ofPerson({
    ...declared,
    owner: cohortMembers.personId,
    joins: [
      ...joins,
      [cohortMembers, eq(cohortMembers.id, owner)],
      [cohorts, eq(cohorts.id, cohortMembers.cohortId)],
      ...(step ? toStep(step) : []),
    ],
  })

export const toStep = (cohortStepId: PgColumn): Join[] => [
  [cohortSteps, eq(cohortSteps.id, cohortStepId)],
  [programmeSteps, eq(programmeSteps.id, cohortSteps.stepId)],
]

function plainValue(stored: unknown): Value {
  if (stored instanceof Date) return stored.toISOString()
  if (Array.isArray(stored)) return stored.join(", ")
  if (stored === null) return null
  if (typeof stored === "string" || typeof stored === "number" || typeof stored === "boolean") return stored
  throw new Error("a field of a chapter has a single value")
}
