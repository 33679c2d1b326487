import { type Client, type Entry, ExtensibleFilter, type Filter } from "ldapts"
import { applyRules, type Rule } from "../providers/rules.ts"
import { parseFilter, searchAll, valuesOf } from "./connection.ts"
import type { LdapDirectory } from "./queries.ts"

/** How rules name what somebody belongs to. */
export const GROUPS = "groups"
/** By what Active Directory makes itself known, and its rule that looks through groups within groups. */
const ACTIVE_DIRECTORY = "1.2.840.113556.1.4.800"
const IN_CHAIN = "1.2.840.113556.1.4.1941"

type Names = string[]
/** Of each person's name in the directory: what their groups are called, those that these belong to included. */
export type Memberships = (person: Entry) => Names

/** Names are compared as servers do: without regard to capitals, and to blanks around what separates their parts. */
const nameKey = (dn: string) => dn.toLowerCase().replace(/\s*([,=+])\s*/g, "$1")

const called = (group: Entry): Names => [...new Set([...valuesOf(group, "cn"), group.dn])]

export async function readMemberships(
  client: Client,
  directory: LdapDirectory,
  rules: Rule[],
): Promise<{ of: Memberships; groups: number }> {
  const filter = parseFilter(directory.groupFilter)
  return (await isActiveDirectory(client))
    ? askInChain(client, directory, filter, rules)
    : walkUp(client, directory, filter)
}

/** It says so itself. Other servers answer a rule that they do not know as if it fitted nobody. */
async function isActiveDirectory(client: Client): Promise<boolean> {
  const { searchEntries } = await client.search("", {
    scope: "base",
    attributes: ["supportedCapabilities"],
  })
  return searchEntries.some((root) => valuesOf(root, "supportedCapabilities").includes(ACTIVE_DIRECTORY))
}

/**
 * Active Directory lists 1,500 members of a group and no more, so it is asked for the people instead: once for each
 * group that a rule is about.
 */
async function askInChain(
  client: Client,
  directory: LdapDirectory,
  filter: Filter,
  rules: Rule[],
): Promise<{ of: Memberships; groups: number }> {
  const all = await searchAll(client, directory.groupBase ?? directory.base, filter, ["cn"])
  const wanted = all.filter((group) => applyRules(rules, { [GROUPS]: called(group) }).ruleIds.length > 0)
  const names = new Map<string, Names>()
  for (const group of wanted) {
    const isWithin = new ExtensibleFilter({ rule: IN_CHAIN, matchType: "memberOf", value: group.dn })
    const fitting = [parseFilter(directory.personFilter), isWithin]
    for (const { dn } of await searchAll(client, directory.base, fitting, ["cn"]))
      names.set(nameKey(dn), [...(names.get(nameKey(dn)) ?? []), ...called(group)])
  }
  return { of: ({ dn }) => names.get(nameKey(dn)) ?? [], groups: all.length }
}

const MEMBERS = ["member", "uniqueMember"]

/** From each person up to their groups, and to those that these groups belong to, each once: they may form a circle. */
async function walkUp(
  client: Client,
  directory: LdapDirectory,
  filter: Filter,
): Promise<{ of: Memberships; groups: number }> {
  const attributes = ["cn", ...MEMBERS, "memberUid"]
  const all = await searchAll(client, directory.groupBase ?? directory.base, filter, attributes)
  const above = new Map<string, Entry[]>()
  const note = (key: string, group: Entry) => above.set(key, [...(above.get(key) ?? []), group])
  for (const group of all) {
    for (const dn of MEMBERS.flatMap((one) => valuesOf(group, one))) note(nameKey(dn), group)
    // Groups of accounts (RFC 2307) name people by what they sign in with.
    for (const uid of valuesOf(group, "memberUid")) note(`uid:${uid}`, group)
  }
  const of = (person: Entry): Names => {
    const reached = new Map<string, Entry>()
    const queue = [nameKey(person.dn), ...valuesOf(person, "uid").map((uid) => `uid:${uid}`)]
    for (const key of queue)
      for (const group of above.get(key) ?? [])
        if (!reached.has(nameKey(group.dn))) {
          reached.set(nameKey(group.dn), group)
          queue.push(nameKey(group.dn))
        }
    return [...reached.values()].flatMap(called)
  }
  return { of, groups: all.length }
}
