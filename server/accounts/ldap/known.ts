import { and, eq, isNull, or, sql } from "drizzle-orm"
import type { Role } from "../../kernel/actor.ts"
import type { Reader } from "../../kernel/database.ts"
import { among } from "../../kernel/statements.ts"
import { leavings } from "../leaving/tables.ts"
import { memberships, people, storedKey } from "../tables.ts"
import { directoryPeople } from "./tables.ts"

/** Somebody who has an account here, and what a directory that is read has made of it. */
export type Known = {
  id: string
  key: string
  displayName: string
  email: string
  givenName: string | null
  familyName: string | null
  externalId: string | null
  directory: string | null
  active: boolean
  isService: boolean
  roles: Role[]
  departmentIds: string[]
  grantedRoles: Role[]
  grantedDepartments: string[]
  missingSince: string | null
  /** Their account is being dissolved. */
  isLeaving: boolean
}

/** Everybody of the directory, and whoever has one of these addresses. */
export async function listKnown(reader: Reader, directoryId: string, keys: string[]): Promise<Known[]> {
  return reader
    .select({
      id: people.id,
      key: sql<string>`${storedKey}`,
      displayName: people.displayName,
      email: people.email,
      givenName: people.givenName,
      familyName: people.familyName,
      externalId: people.externalId,
      directory: people.directory,
      active: people.active,
      isService: people.isService,
      roles: people.roles,
      departmentIds: sql<string[]>`array(
        select own.department_id from ${memberships} own where own.person_id = ${people}.id
        order by own.department_id)`,
      grantedRoles: sql<Role[]>`coalesce(${directoryPeople.grantedRoles}, '{}')`,
      grantedDepartments: sql<string[]>`coalesce(${directoryPeople.grantedDepartments}, '{}')`,
      missingSince: directoryPeople.missingSince,
      isLeaving: sql<boolean>`exists (
        select 1 from ${leavings} own where own.person_id = ${people}.id and own.begun_at is not null)`,
    })
    .from(people)
    .leftJoin(directoryPeople, eq(directoryPeople.personId, people.id))
    .where(and(isNull(people.leftOn), or(eq(people.directory, directoryId), among(storedKey, keys))))
    .orderBy(people.id)
}
