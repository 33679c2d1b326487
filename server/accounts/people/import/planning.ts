import { sql } from "drizzle-orm"
import { type Locale, ROLES, type Role } from "../../../kernel/actor.ts"
import { addressKey, isMailable } from "../../../kernel/addresses.ts"
import type { Reader } from "../../../kernel/database.ts"
import { checkInput } from "../../../kernel/schemas.ts"
import { among } from "../../../kernel/statements.ts"
import type { AccountCode } from "../../codes.ts"
import { departments, memberships, people, storedKey } from "../../tables.ts"
import { listAdmins } from "../queries.ts"
import { NewPerson } from "../schema.ts"
import { fault, LOCALE_WORDS, ROLE_WORDS, readFile, type Said } from "./reading.ts"
import type { ImportFault, ImportLine } from "./schema.ts"

/** What becomes of a line. */
export type Planned = ImportLine & {
  locale: Locale
  departmentIds: string[]
  former: Known | null
}

type Known = {
  id: string
  key: string
  displayName: string
  active: boolean
  roles: Role[]
  directory: string | null
  departmentIds: string[]
}

type Department = { id: string; name: string; shortName: string; directory: string | null }

type Plan = {
  added: Planned[]
  changed: Planned[]
  left: number
  faults: ImportFault[]
  ignored: string[]
}

/** What a file would do at this moment. Whoever does not stand in it is not looked at. */
export async function planImport(reader: Reader, content: string): Promise<Plan> {
  const { said, faults, ignored } = readFile(content)
  const known = await listKnown(reader, [...new Set(said.map(({ email }) => addressKey(email)))])
  const places = await listPlaces(reader)
  const keys = new Set<string>()
  const found = [...faults]
  const planned = said.flatMap((one) => {
    const key = addressKey(one.email)
    const former = known.get(key) ?? null
    const { plan, faults } = planLine(one, former, places)
    found.push(
      ...faults,
      ...(keys.has(key) ? [fault(one.line, "people-import.twice", "email", one.email)] : []),
    )
    keys.add(key)
    return plan ? [plan] : []
  })
  const changed = planned.filter(({ former, changes }) => former && changes.length > 0)
  return {
    added: planned.filter(({ former }) => !former),
    changed,
    left: planned.filter(({ former, changes }) => former && changes.length === 0).length,
    faults: [...found, ...lastAdmin(planned, await listAdmins(reader))].toSorted((a, b) => a.line - b.line),
    ignored,
  }
}

function planLine(said: Said, former: Known | null, places: Map<string, Department[]>) {
  const { line } = said
  const faults: ImportFault[] = []
  const refuse = (code: AccountCode, field: ImportFault["field"], value: string) => {
    faults.push(fault(line, code, field, value))
  }
  const roles = rolesOf(said, former, refuse)
  const chosen = said.departments?.flatMap((name) => placeOf(name, places, refuse))
  const departmentIds = chosen ? [...new Set(chosen.map(({ id }) => id))] : (former?.departmentIds ?? [])
  const locale = said.locale === null ? "de" : LOCALE_WORDS[said.locale.toLowerCase()]
  if (!locale) refuse("people-import.language", "locale", said.locale ?? "")
  const displayName = said.displayName ?? former?.displayName ?? ""
  const input = { displayName, email: said.email, roles, departmentIds, locale: locale ?? "de" }
  const { value, faults: wrong } = checkInput(NewPerson, input)
  for (const { field, code, limit } of wrong) {
    const name = field.split(".")[0] as ImportFault["field"]
    // A role that is unknown has been told of.
    if (name !== "roles" || faults.length === 0)
      faults.push(
        fault(
          line,
          input[name as "email"] === "" ? "required" : code,
          name,
          String(input[name as "email"]),
          Number(limit) || null,
        ),
      )
  }
  if (!value) return { plan: null, faults }
  if (!isMailable(said.email)) refuse("people.email-local", "email", said.email)
  if (former && !former.active) refuse("people.inactive", "email", said.email)
  const changes = former ? changesOf(former, value) : []
  refuseOwned(former, changes, { ...value, places }, refuse)
  const names = [...places.values()].flat()
  const plan: Planned = {
    ...{ line, former, changes, departmentIds },
    displayName: value.displayName,
    email: said.email,
    personId: former?.id ?? null,
    roles: ROLES.filter((role) => value.roles.includes(role)),
    departments: departmentIds.map((id) => names.find((one) => one.id === id)?.name ?? ""),
    locale: value.locale ?? "de",
  }
  return { plan, faults }
}

type Refuse = (code: AccountCode, field: ImportFault["field"], value: string) => void

function rolesOf(said: Said, former: Known | null, refuse: Refuse): Role[] {
  if (!said.roles || said.roles.length === 0) return former?.roles ?? ["clerk"]
  return [
    ...new Set(
      said.roles.flatMap((word) => {
        const role = ROLE_WORDS[word.toLowerCase()]
        if (!role) refuse("people-import.role", "roles", word)
        return role ?? []
      }),
    ),
  ]
}

/** By its name or its short name; one that several have says nothing. */
function placeOf(name: string, places: Map<string, Department[]>, refuse: Refuse): Department[] {
  const found = places.get(name.toLowerCase()) ?? []
  if (found.length === 1) return found
  refuse(
    found.length === 0 ? "people-import.department" : "people-import.department-unclear",
    "departmentIds",
    name,
  )
  return []
}

function changesOf(former: Known, next: { displayName: string; roles: Role[]; departmentIds: string[] }) {
  const isSame = (one: string[], other: string[]) => one.toSorted().join() === other.toSorted().join()
  return [
    ...(former.displayName === next.displayName ? [] : ["displayName" as const]),
    ...(isSame(former.roles, next.roles) ? [] : ["roles" as const]),
    ...(isSame(former.departmentIds, next.departmentIds) ? [] : ["departmentIds" as const]),
  ]
}

/** What a directory decides on, no file changes. */
function refuseOwned(
  former: Known | null,
  changes: ImportLine["changes"],
  next: { displayName: string; departmentIds: string[]; places: Map<string, Department[]> },
  refuse: Refuse,
): void {
  if (former?.directory && changes.includes("displayName"))
    refuse("people.of-directory", "displayName", next.displayName)
  const before = former?.departmentIds ?? []
  const moved = [
    ...next.departmentIds.filter((id) => !before.includes(id)),
    ...before.filter((id) => !next.departmentIds.includes(id)),
  ]
  const owned = [...next.places.values()].flat().find(({ id, directory }) => directory && moved.includes(id))
  if (owned) refuse("people.department-of-directory", "departmentIds", owned.name)
}

/** The file as a whole must leave somebody who administers. */
function lastAdmin(planned: Planned[], admins: string[]): ImportFault[] {
  const lost = planned.filter(
    ({ former, roles }) => former && admins.includes(former.id) && !roles.includes("admin"),
  )
  const gained = planned.some(
    ({ former, roles }) => !former?.roles.includes("admin") && roles.includes("admin"),
  )
  if (lost.length < admins.length || gained || lost.length === 0) return []
  return lost.map(({ line, displayName }) => fault(line, "people.last-admin", "roles", displayName))
}

async function listKnown(reader: Reader, keys: string[]): Promise<Map<string, Known>> {
  const rows = await reader
    .select({
      id: people.id,
      key: sql<string>`${storedKey}`,
      displayName: people.displayName,
      active: people.active,
      roles: people.roles,
      directory: people.directory,
      departmentIds: sql<string[]>`array(
        select own.department_id from ${memberships} own where own.person_id = ${people}.id)`,
    })
    .from(people)
    .where(among(storedKey, keys))
  return new Map(rows.map((row) => [row.key, row]))
}

async function listPlaces(reader: Reader): Promise<Map<string, Department[]>> {
  const { id, name, shortName, directory } = departments
  const rows = await reader
    .select({ id, name, shortName, directory })
    .from(departments)
    .where(sql`${departments.archivedAt} is null`)
  const places = new Map<string, Department[]>()
  for (const row of rows)
    for (const word of new Set([row.name.toLowerCase(), row.shortName.toLowerCase()]))
      places.set(word, [...(places.get(word) ?? []), row])
  return places
}
