import { and, eq, exists, sql } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import type { Reader } from "../../kernel/database.ts"
import { departments, memberships, people } from "../tables.ts"
import type { PeopleQuery, PersonView } from "./schema.ts"

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
  ) order by lower(department.name), department.id), '[]'::json)
  from ${memberships} own join ${departments} department on department.id = own.department_id
  where own.person_id = ${people}.id)`

const personColumns = {
  id: people.id,
  displayName: people.displayName,
  email: people.email,
  active: people.active,
  roles: people.roles,
  locale: people.locale,
  departments: departmentNames,
  invited: sql<boolean>`${people.passwordHash} is null`,
}

/** The person as they act now, with the roles and departments of this moment; null when inactive or gone. */
export async function findActor(
  reader: Reader,
  personId: string,
  sessionId: string | null,
): Promise<Actor | null> {
  const rows = await reader
    .select({ id: people.id, ...actorColumns })
    .from(people)
    .where(and(eq(people.id, personId), eq(people.active, true)))
  return rows[0] ? { ...rows[0], sessionId } : null
}

/** For the administration only: it holds e-mail addresses. */
export async function findPerson(reader: Reader, id: string): Promise<PersonView | null> {
  const rows = await reader.select(personColumns).from(people).where(eq(people.id, id))
  return rows[0] ?? null
}

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
    .orderBy(sql`lower(${people.displayName})`, people.id)
    .limit(PAGE + 1)
  const items = rows.slice(0, PAGE)
  return { items, next: rows.length > PAGE ? (items.at(-1)?.id ?? null) : null }
}

function filters(reader: Reader, { after, name, departmentId, role, active }: PeopleQuery) {
  const pattern = `%${(name ?? "").trim().replace(/[\\%_]/g, "\\$&")}%`
  const member = and(eq(memberships.personId, people.id), eq(memberships.departmentId, departmentId ?? ""))
  return [
    after
      ? sql`(lower(${people.displayName}), ${people.id}) >
          (select lower(shown.display_name), shown.id from ${people} shown where shown.id = ${after})`
      : undefined,
    name?.trim()
      ? sql`(${people.displayName} ilike ${pattern} or ${people.email} ilike ${pattern})`
      : undefined,
    departmentId ? exists(reader.select({ one: sql`1` }).from(memberships).where(member)) : undefined,
    role ? sql`${role} = any(${people.roles})` : undefined,
    active === undefined ? undefined : eq(people.active, active),
  ]
}
