import type { Client, Entry } from "ldapts"
import type { Claims, Rule } from "../providers/rules.ts"
import { isBinary, type LdapAccess, parseFilter, reading, searchAll, valuesOf } from "./connection.ts"
import { LdapFault } from "./faults.ts"
import { GROUPS, readMemberships } from "./groups.ts"
import type { LdapDirectory } from "./queries.ts"

/** Somebody as a directory describes them. */
export type Listed = {
  externalId: string
  displayName: string
  email: string
  givenName: string | null
  familyName: string | null
  /** By what rules say something about them. */
  claims: Claims
}
export type Listing = { people: Listed[]; groups: number }

/**
 * Everybody whom the directory has. Throws for an answer that is not to be believed as a whole: whoever is missing in it
 * would lose their access.
 */
export async function listOf(access: LdapAccess, rules: Rule[]): Promise<Listing> {
  const listing = await reading(access, (client) => listBy(client, access.directory, rules))
  const ids = listing.people.map(({ externalId }) => externalId)
  if (ids.length === 0) throw new LdapFault("empty")
  if (ids.includes("") || new Set(ids).size < ids.length) throw new LdapFault("unidentified")
  return listing
}

async function listBy(client: Client, directory: LdapDirectory, rules: Rule[]): Promise<Listing> {
  const { base, personFilter, nameAttribute, mailAttribute } = directory
  // By the name that the server gives it, in which the library looks for what is no text.
  const idAttribute = isBinary(directory.idAttribute) ? "objectGUID" : directory.idAttribute
  const asked = rules.map(({ claim }) => claim).filter((claim) => claim !== GROUPS)
  const attributes = [...new Set([idAttribute, nameAttribute, mailAttribute, ...NAMES, "uid", ...asked])]
  const entries = await searchAll(client, base, parseFilter(personFilter), attributes)
  const memberships = await readMemberships(client, directory, rules)
  const people = entries.map((entry): Listed => {
    const first = (attribute: string) => valuesOf(entry, attribute)[0] ?? null
    const [givenName, familyName] = [first("givenName"), first("sn")]
    const parts = [givenName, familyName].filter(Boolean).join(" ")
    return {
      externalId: first(idAttribute) ?? "",
      displayName: tidy(first(nameAttribute) ?? parts),
      email: (first(mailAttribute) ?? "").trim(),
      givenName: shortened(givenName),
      familyName: shortened(familyName),
      claims: { ...claimsOf(entry, asked), [GROUPS]: memberships.of(entry) },
    }
  })
  return { people, groups: memberships.groups }
}
const NAMES = ["givenName", "sn"]

const claimsOf = (entry: Entry, asked: string[]): Claims =>
  Object.fromEntries(asked.map((claim) => [claim, valuesOf(entry, claim)]))

const tidy = (name: string) => name.replace(/[\p{C}\s]+/gu, " ").trim()

/** Too long for what is kept of it: nothing is better than a piece. */
const shortened = (name: string | null) => {
  const text = tidy(name ?? "")
  return text === "" || text.length > 100 ? null : text
}
