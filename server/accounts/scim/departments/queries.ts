import { and, eq, type SQL, sql } from "drizzle-orm"
import { only, type Reader } from "../../../kernel/database.ts"
import { among } from "../../../kernel/statements.ts"
import { departments, memberships, people } from "../../tables.ts"
import type { Client } from "../client.ts"
import { type Attribute, conditionOf } from "../comparing.ts"
import { missing } from "../faults.ts"
import { isId, type Listing } from "../lists.ts"
import { visibleTo as personVisibleTo } from "../people/queries.ts"

/** Those that the directory brought, and those that are nobody's yet. Archived ones are gone for it. */
const visibleTo = ({ id }: Client): SQL =>
  sql`(${departments.archivedAt} is null and (${departments.directory} is null or ${departments.directory} = ${id}))`

const columnsFor = ({ id }: Client) => ({
  id: departments.id,
  displayName: departments.name,
  externalId: sql<
    string | null
  >`case when ${departments.directory} = ${id} then ${departments.externalId} end`,
})

type Row = { id: string; displayName: string; externalId: string | null }
export type Member = { value: string; display: string }
/** `members` is null where nobody asked for them. */
export type GroupRow = Row & { members: Member[] | null }

/** Throws 404 where there is none of this id that the directory may see. */
export async function findGroup(reader: Reader, client: Client, id: string): Promise<GroupRow> {
  if (!isId(id)) throw missing()
  const [found] = await reader
    .select(columnsFor(client))
    .from(departments)
    .where(and(eq(departments.id, id), visibleTo(client)))
  if (!found) throw missing()
  const members = await listMembers(reader, client, [id])
  return { ...found, members: members.get(id) ?? [] }
}

export async function listGroups(
  reader: Reader,
  client: Client,
  { filter, startIndex, count }: Listing,
  withMembers: boolean,
): Promise<{ total: number; rows: GroupRow[] }> {
  const where = and(visibleTo(client), filter ? conditionOf(filter, attributesFor(client)) : undefined)
  const counted = await reader.select({ total: sql<number>`count(*)::int` }).from(departments).where(where)
  const rows =
    count === 0
      ? []
      : await reader
          .select(columnsFor(client))
          .from(departments)
          .where(where)
          .orderBy(departments.id)
          .limit(count)
          .offset(startIndex - 1)
  const ids = rows.map(({ id }) => id)
  const members = withMembers ? await listMembers(reader, client, ids) : null
  return {
    total: only(counted).total,
    rows: rows.map((row) => ({ ...row, members: members && (members.get(row.id) ?? []) })),
  }
}

/** People whom the directory may see, by their departments. */
export async function listMembers(
  reader: Reader,
  client: Client,
  ids: string[],
): Promise<Map<string, Member[]>> {
  if (ids.length === 0) return new Map()
  const rows = await reader
    .select({ departmentId: memberships.departmentId, value: people.id, display: people.displayName })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(and(among(memberships.departmentId, ids), personVisibleTo(client)))
    .orderBy(people.id)
  const byDepartment = Map.groupBy(rows, ({ departmentId }) => departmentId)
  return new Map(
    [...byDepartment].map(([id, members]) => [id, members.map(({ value, display }) => ({ value, display }))]),
  )
}

/** Of these ids those of people whom the directory may see. */
export async function listVisiblePeople(reader: Reader, client: Client, ids: string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await reader
    .select({ id: people.id })
    .from(people)
    .where(and(among(people.id, ids), personVisibleTo(client)))
  return rows.map(({ id }) => id)
}

function attributesFor(client: Client): Record<string, Attribute> {
  const { externalId } = columnsFor(client)
  const hasMember = (value: string) =>
    isId(value)
      ? sql`exists (select 1 from ${memberships} own
          where own.department_id = ${departments}.id and own.person_id = ${value})`
      : sql`false`
  const isEqual = (value: string) =>
    sql`(${departments.directory} = ${client.id} and ${departments.externalId} = ${value})`
  const member: Attribute = { kind: "text", of: sql`null::text`, equals: hasMember }
  return {
    id: { kind: "text", of: sql`${departments.id}::text` },
    displayname: { kind: "text", of: departments.name },
    externalid: { kind: "text", of: externalId, equals: isEqual },
    members: member,
    "members.value": member,
  }
}
