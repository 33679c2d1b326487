import { and, eq, exists, isNull, or, type SQL, type SQLWrapper, sql } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import { addressKey } from "../../kernel/addresses.ts"
import type { Reader } from "../../kernel/database.ts"
import { byName } from "../../kernel/order.ts"
import { among } from "../../kernel/statements.ts"
import { passwordDirectory } from "../ldap/queries.ts"
import { personIdentities } from "../providers/tables.ts"
import { departments, directories, isAtWork, memberships, people, storedKey } from "../tables.ts"
import type { PeopleQuery, PersonView } from "./schema.ts"
import { hasName } from "./searching.ts"

// Inner columns are written out: in a select from one table drizzle leaves out the table's name, also in here.
const departmentIds = sql<string[]>`array(
  select own.department_id from ${memberships} own where own.person_id = ${people}.id order by own.department_id)`

/** What an actor is made of, to be selected from `people`. */
export const actorColumns = {
  displayName: people.displayName,
  roles: people.roles,
  locale: people.locale,
  departments: departmentIds,
}

/** The departments of a person with their names, to be selected from `people`. */
export const departmentNames = sql<PersonView["departments"]>`(
  select coalesce(json_agg(json_build_object(
    'id', department.id, 'name', department.name, 'shortName', department.short_name
  ) order by department.name collate german_order, department.id), '[]'::json)
  from ${memberships} own join ${departments} department on department.id = own.department_id
  where own.person_id = ${people}.id)`

/** Who decides on a person or a department, by the column that refers to it. */
const directoryNamed = (column: SQLWrapper) => sql<PersonView["directory"]>`(
  select json_build_object('id', source.id, 'name', source.name) from ${directories} source where source.id = ${column})`

const personColumns = {
  id: people.id,
  displayName: people.displayName,
  email: people.email,
  active: people.active,
  roles: people.roles,
  locale: people.locale,
  departments: departmentNames,
  // Whoever comes by a sign-in service or with the password of a directory needs none of ours.
  invited: sql<boolean>`${people.passwordHash} is null and ${passwordDirectory} is null and not exists (
    select 1 from ${personIdentities} linked where linked.person_id = ${people}.id)`,
  directory: directoryNamed(sql`${people}.directory`),
}

/** The person as they act now, with the roles and departments of this moment; null when inactive or gone. */
export async function findActor(
  reader: Reader,
  personId: string,
  sessionId: string | null,
): Promise<Actor | null> {
  const [found] = await findActors(reader, [personId])
  return found ? { ...found, sessionId } : null
}

/** The same for several, without those who are inactive or gone. They act by no session. */
export async function findActors(reader: Reader, personIds: string[]): Promise<Actor[]> {
  const rows = await reader
    .select({ id: people.id, ...actorColumns })
    .from(people)
    .where(and(among(people.id, personIds), eq(people.active, true)))
  return rows.map((row) => ({ ...row, sessionId: null }))
}

/** Whose address it is, however it is written; null where that is nobody who is active. They act by no session. */
export async function findActorByAddress(reader: Reader, address: string): Promise<Actor | null> {
  const [found] = await reader
    .select({ id: people.id, ...actorColumns })
    .from(people)
    .where(and(sql`${storedKey} = ${addressKey(address)}`, isAtWork))
  return found ? { ...found, sessionId: null } : null
}

/** Ids of those who administer the installation. */
export async function listAdmins(reader: Reader): Promise<string[]> {
  const rows = await reader
    .select({ id: people.id })
    .from(people)
    .where(and(sql`'admin' = any(${people.roles})`, eq(people.active, true)))
  return rows.map(({ id }) => id)
}

/** For the administration only: it holds e-mail addresses. */
export async function findPerson(reader: Reader, id: string): Promise<PersonView | null> {
  const rows = await reader
    .select(personColumns)
    .from(people)
    .where(and(eq(people.id, id), ...IS_LISTED))
  return rows[0] ?? null
}

/** Services have a page of their own. */
const IS_LISTED = [isNull(people.leftOn), eq(people.isService, false)]
const PAGE = 50

/** By name; `next` is the id of the last person shown. For the administration only. */
export async function listPeople(
  reader: Reader,
  query: PeopleQuery,
): Promise<{ items: PersonView[]; next: string | null }> {
  const rows = await reader
    .select(personColumns)
    .from(people)
    .where(and(...filters(reader, query)))
    .orderBy(byName(people.displayName), people.id)
    .limit(PAGE + 1)
  const items = rows.slice(0, PAGE)
  return { items, next: rows.length > PAGE ? (items.at(-1)?.id ?? null) : null }
}

function filters(reader: Reader, { after, name, departmentId, role, active }: PeopleQuery) {
  const member = and(eq(memberships.personId, people.id), eq(memberships.departmentId, departmentId ?? ""))
  return [
    ...IS_LISTED,
    after
      ? sql`(${byName(people.displayName)}, ${people.id}) >
          (select shown.display_name collate german_order, shown.id from ${people} shown where shown.id = ${after})`
      : undefined,
    name?.trim() ? or(hasName(name), hasAddress(name)) : undefined,
    departmentId ? exists(reader.select({ one: sql`1` }).from(memberships).where(member)) : undefined,
    role ? sql`${role} = any(${people.roles})` : undefined,
    active === undefined ? undefined : eq(people.active, active),
  ]
}

/** A part of the address, as it is written or as mail servers have it. */
function hasAddress(typed: string): SQL {
  const pattern = `%${typed.trim().replace(/[\\%_]/g, "\\$&")}%`
  return sql`(${people.email} collate "und-x-icu" ilike ${pattern} or ${people.addressKey} ilike ${pattern})`
}
