import { and, eq, isNull, or, type SQL, sql } from "drizzle-orm"
import { addressKey } from "../../../kernel/addresses.ts"
import { only, type Reader } from "../../../kernel/database.ts"
import { departments, isAtWork, memberships, people, storedKey } from "../../tables.ts"
import type { Client } from "../client.ts"
import { type Attribute, conditionOf } from "../comparing.ts"
import { missing } from "../faults.ts"
import { isId, type Listing } from "../lists.ts"

/**
 * A directory sees whom it brought, and whoever belongs to nobody yet, so that it finds people who were there before it.
 * Administrators and those who left are not to be found: no directory takes over their accounts.
 */
export const visibleTo = ({ id }: Client): SQL =>
  sql`(${people.directory} = ${id} or (${people.directory} is null and ${isAtWork}
    and 'admin' <> all(${people.roles})))`

const userName = sql<string>`coalesce(${people.userName}, ${people.email})`

const columnsFor = ({ id }: Client) => ({
  id: people.id,
  userName,
  externalId: sql<string | null>`case when ${people.directory} = ${id} then ${people.externalId} end`,
  displayName: people.displayName,
  givenName: people.givenName,
  familyName: people.familyName,
  email: people.email,
  active: people.active,
  locale: people.locale,
  createdAt: people.createdAt,
  groups: sql<{ value: string; display: string }[]>`(
    select coalesce(json_agg(json_build_object('value', department.id, 'display', department.name)
      order by department.id), '[]'::json)
    from ${memberships} own join ${departments} department on department.id = own.department_id
    where own.person_id = ${people}.id and department.archived_at is null
      and (department.directory is null or department.directory = ${id}))`,
})

export type UserRow = Awaited<ReturnType<typeof findUser>>

/** Throws 404 where there is nobody of this id whom the directory may see. */
export async function findUser(reader: Reader, client: Client, id: string) {
  if (!isId(id)) throw missing()
  const [found] = await reader
    .select(columnsFor(client))
    .from(people)
    .where(and(eq(people.id, id), visibleTo(client)))
  if (!found) throw missing()
  return found
}

export async function listUsers(reader: Reader, client: Client, { filter, startIndex, count }: Listing) {
  const where = and(visibleTo(client), filter ? conditionOf(filter, attributesFor(client)) : undefined)
  const counted = await reader.select({ total: sql<number>`count(*)::int` }).from(people).where(where)
  const rows =
    count === 0
      ? []
      : await reader
          .select(columnsFor(client))
          .from(people)
          .where(where)
          .orderBy(people.id)
          .limit(count)
          .offset(startIndex - 1)
  return { total: only(counted).total, rows }
}

function attributesFor(client: Client): Record<string, Attribute> {
  const isOwn = eq(people.directory, client.id)
  const hasAddress = (value: string) => sql`(${storedKey} = ${addressKey(value)})`
  const address: Attribute = { kind: "text", of: people.email, equals: hasAddress }
  const language: Attribute = { kind: "text", of: people.locale }
  return {
    id: { kind: "text", of: sql`${people.id}::text` },
    username: {
      kind: "text",
      of: userName,
      equals: (value) =>
        bracketed(
          or(
            and(isOwn, sql`lower(${people.userName}) = lower(${value})`),
            and(isNull(people.directory), hasAddress(value)),
          ),
        ),
    },
    externalid: {
      kind: "text",
      of: columnsFor(client).externalId,
      equals: (value) => bracketed(and(isOwn, eq(people.externalId, value))),
    },
    displayname: { kind: "text", of: people.displayName },
    "name.formatted": { kind: "text", of: people.displayName },
    "name.givenname": { kind: "text", of: people.givenName },
    "name.familyname": { kind: "text", of: people.familyName },
    emails: address,
    "emails.value": address,
    "emails.type": { kind: "text", of: sql`'work'::text` },
    "emails.primary": { kind: "truth", of: sql`true` },
    active: { kind: "truth", of: people.active },
    preferredlanguage: language,
    locale: language,
  }
}

const bracketed = (condition: SQL | undefined) => sql`(${condition ?? sql`true`})`
