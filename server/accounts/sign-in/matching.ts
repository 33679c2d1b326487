import { isRightThere, type LdapParts } from "../ldap/passwords.ts"
import { verifyPassword } from "../password/hashing.ts"
import type { findByEmail } from "./queries.ts"

type Found = Awaited<ReturnType<typeof findByEmail>>
/** By whom a password was found right: by its hash here, or by the directory that the person comes from. */
export type Matched = "here" | "directory"

/**
 * Null for a wrong password. Whoever comes from a directory with passwords has none here; for an address that is nobody's
 * the directory is asked as well, so that neither the answer nor its time tells whom there is. People with a password of
 * ours do not wait for it: an administrator comes in while it is down.
 */
export async function matchPassword(
  parts: LdapParts,
  person: Found,
  password: string,
): Promise<Matched | null> {
  const active = person?.active ? person : null
  const { passwordDirectory = null, passwordHash = null, externalId = null } = active ?? {}
  const isHere = await verifyPassword(passwordDirectory ? null : passwordHash, password)
  if (active && !passwordDirectory) return isHere ? "here" : null
  const bound = passwordDirectory ? { passwordDirectory, externalId } : null
  return (await isRightThere(parts, bound, password)) && bound ? "directory" : null
}
