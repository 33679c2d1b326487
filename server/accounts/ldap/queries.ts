import { and, eq, exists, sql } from "drizzle-orm"
import type { Reader } from "../../kernel/database.ts"
import { notFound } from "../../kernel/errors.ts"
import type { Keys } from "../../kernel/key-file.ts"
import { byName } from "../../kernel/order.ts"
import type { Rule } from "../providers/rules.ts"
import { directories, people } from "../tables.ts"
import { secretOf } from "./secrets.ts"
import { directoryPeople, directoryRules, ldapDirectories } from "./tables.ts"

/** A directory with how it is read. */
export type LdapDirectory = typeof ldapDirectories.$inferSelect & {
  id: string
  name: string
  invites: boolean
}

const columns = { directory: directories, ldap: ldapDirectories }
const joined = ({ directory, ldap }: { directory: typeof directories.$inferSelect; ldap: Row }) =>
  ({ ...ldap, ...directory }) satisfies LdapDirectory
type Row = typeof ldapDirectories.$inferSelect

const select = (reader: Reader) =>
  reader
    .select(columns)
    .from(ldapDirectories)
    .innerJoin(directories, eq(directories.id, ldapDirectories.directoryId))

export async function listLdapDirectories(reader: Reader): Promise<LdapDirectory[]> {
  const rows = await select(reader).orderBy(byName(directories.name), directories.id)
  return rows.map(joined)
}

export async function findLdapDirectory(reader: Reader, id: string): Promise<LdapDirectory> {
  const [row] = await select(reader).where(eq(directories.id, id))
  if (!row) throw notFound()
  return joined(row)
}

/** For its page: whether its secret is there, never the secret itself. */
export async function findLdapView(reader: Reader, keys: Keys | null, id: string) {
  const directory = await findLdapDirectory(reader, id)
  const people = eq(directoryPeople.directoryId, id)
  return {
    directory,
    rules: await listDirectoryRules(reader, id),
    secret: secretOf(keys, directory).source,
    brought: await reader.$count(directoryPeople, people),
  }
}
export type LdapView = Awaited<ReturnType<typeof findLdapView>>

/** In the order in which they were added. */
export const listDirectoryRules = (reader: Reader, directoryId: string): Promise<Rule[]> =>
  reader
    .select({
      id: directoryRules.id,
      claim: directoryRules.claim,
      comparison: directoryRules.comparison,
      value: directoryRules.value,
      role: directoryRules.role,
      departmentId: directoryRules.departmentId,
    })
    .from(directoryRules)
    .where(eq(directoryRules.directoryId, directoryId))
    .orderBy(directoryRules.position, directoryRules.id)

/** One at which people sign in with the directory's own passwords; null where there is none. */
export async function findSigningDirectory(reader: Reader): Promise<LdapDirectory | null> {
  const [row] = await select(reader).where(eq(ldapDirectories.signsIn, true)).orderBy(directories.id).limit(1)
  return row ? joined(row) : null
}

/** Of a row of `people`: the directory whose password the person signs in with; null for a password of ours. */
export const passwordDirectory = sql<string | null>`(
  select own.directory_id from ${ldapDirectories} own
  where own.directory_id = ${people}.directory and own.signs_in)`

/** Their password is the directory's: none is set, sent a link for, or compared here. */
export async function hasDirectoryPassword(reader: Reader, personId: string): Promise<boolean> {
  const [found] = await reader
    .select({ directory: passwordDirectory })
    .from(people)
    .where(eq(people.id, personId))
  return (found?.directory ?? null) !== null
}

/** Whoever an administrator has locked whom a directory that is read still has: it never says so again by itself. */
export async function isLockedHere(reader: Reader, personId: string): Promise<boolean> {
  const own = and(eq(directoryPeople.personId, people.id), sql`${directoryPeople.missingSince} is null`)
  const [found] = await reader
    .select({ id: people.id })
    .from(people)
    .where(
      and(
        eq(people.id, personId),
        eq(people.active, false),
        exists(reader.select({ one: sql`1` }).from(directoryPeople).where(own)),
      ),
    )
  return found !== undefined
}
