import { randomUUID } from "node:crypto"
import type { Client } from "ldapts"
import { refusal } from "../codes.ts"
import type { AccountParts } from "../parts.ts"
import { idFilter, opens, parseFilter, reading, searchAll } from "./connection.ts"
import { LdapFault } from "./faults.ts"
import { findLdapDirectory, findSigningDirectory, type LdapDirectory } from "./queries.ts"

export type LdapParts = Pick<AccountParts, "db" | "providerKeys">

/** Somebody whose password a directory has. */
export type Bound = { passwordDirectory: string; externalId: string | null }

/**
 * Whether this is the password that the person has in their directory. For nobody (null) the same is asked about nobody,
 * so that the time it takes does not tell whom there is. Throws 503 where the directory cannot be asked.
 */
export async function isRightThere(
  { db, providerKeys: keys }: LdapParts,
  person: Bound | null,
  password: string,
): Promise<boolean> {
  const directory = person
    ? await findLdapDirectory(db, person.passwordDirectory)
    : await findSigningDirectory(db)
  if (!directory) return false
  try {
    const id = person?.externalId ?? randomUUID()
    const dn = await reading({ directory, keys }, (client) => findName(client, directory, id))
    return await opens(directory, dn ?? `cn=${randomUUID()},${directory.base}`, password)
  } catch (error) {
    if (error instanceof LdapFault) throw refusal(503, "sign-in.directory-away")
    throw error
  }
}

/** Its name may have changed since the last night, and whoever the filter no longer fits has left. */
async function findName(client: Client, directory: LdapDirectory, id: string): Promise<string | null> {
  const { base, personFilter, idAttribute } = directory
  const fitting = [parseFilter(personFilter), idFilter(idAttribute, id)]
  const found = await searchAll(client, base, fitting, ["cn"])
  return found.length === 1 ? (found[0]?.dn ?? null) : null
}
