import { eq } from "drizzle-orm"
import type { Role } from "../../kernel/actor.ts"
import type { Reader } from "../../kernel/database.ts"
import { readInstallation } from "../installation/queries.ts"
import { hasDirectoryPassword } from "../ldap/queries.ts"
import { people } from "../tables.ts"
import { listPasskeys } from "./passkeys.ts"
import { countRecoveryCodes } from "./recovery.ts"
import { type Need, passkeys, totpKeys } from "./tables.ts"

/** What somebody has set up, and since which day; never when it was used. */
export type FactorsView = {
  totpSince: string | null
  passkeys: { id: string; name: string; addedOn: string }[]
  /** Recovery codes that are left. */
  codes: number
  /** A role of theirs demands a second factor. */
  isDemanded: boolean
  /** Only with a password is there anything to be secured. */
  hasPassword: boolean
}

export async function findFactors(
  reader: Reader,
  person: { id: string; roles: readonly Role[] },
): Promise<FactorsView> {
  const [own] = await reader
    .select({ passwordHash: people.passwordHash, totpSince: totpKeys.addedOn })
    .from(people)
    .leftJoin(totpKeys, eq(totpKeys.personId, people.id))
    .where(eq(people.id, person.id))
  const keys = await listPasskeys(reader, person.id)
  return {
    totpSince: own?.totpSince ?? null,
    passkeys: keys.map(({ id, name, addedOn }) => ({ id, name, addedOn })),
    codes: await countRecoveryCodes(reader, person.id),
    isDemanded: await isDemanded(reader, person.roles),
    hasPassword: typeof own?.passwordHash === "string" && !(await hasDirectoryPassword(reader, person.id)),
  }
}

/** How many ways there are by which this person can answer for a second factor; codes on paper are none of them. */
export async function countFactors(reader: Reader, personId: string): Promise<number> {
  const apps = await reader.$count(totpKeys, eq(totpKeys.personId, personId))
  return apps + (await reader.$count(passkeys, eq(passkeys.personId, personId)))
}

/** What is still owed by somebody whose password was right; null where that is enough. */
export async function findNeed(
  reader: Reader,
  person: { id: string; roles: readonly Role[] },
): Promise<Need | null> {
  if ((await countFactors(reader, person.id)) > 0) return "factor"
  return (await isDemanded(reader, person.roles)) ? "set-up" : null
}

export async function isDemanded(reader: Reader, roles: readonly Role[]): Promise<boolean> {
  const { factorRoles } = await readInstallation(reader)
  return factorRoles.some((role) => roles.includes(role))
}
