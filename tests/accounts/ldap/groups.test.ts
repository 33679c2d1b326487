import type { Client, Entry, SearchOptions } from "ldapts"
import { describe, expect, it } from "vitest"
import { readMemberships } from "../../../server/accounts/ldap/groups.ts"
import type { LdapDirectory } from "../../../server/accounts/ldap/queries.ts"
import type { Rule } from "../../../server/accounts/providers/rules.ts"

const directory = {
  base: "ou=people,dc=amt,dc=example",
  groupBase: null,
  personFilter: "(objectClass=user)",
  groupFilter: "(objectClass=group)",
} as LdapDirectory

const rule: Rule = {
  id: "1",
  claim: "groups",
  comparison: "is",
  value: "wohngeld",
  role: "clerk",
  departmentId: null,
}

/** What a server answers, by what it is asked. */
function clientOf(answers: (asked: string, options: SearchOptions) => object[]) {
  const asked: string[] = []
  const search = async (_base: string, options: SearchOptions) => {
    asked.push(String(options.filter ?? options.attributes))
    return { searchEntries: answers(asked.at(-1) ?? "", options) as Entry[], searchReferences: [] }
  }
  return { client: { search } as unknown as Client, asked }
}

const person = { dn: "CN=Anna,OU=People,DC=amt,DC=example" } as Entry
const groups = ["wohngeld", "kantine"].map((cn) => ({ dn: `cn=${cn},dc=amt,dc=example`, cn }))

/** By hand, because nothing that Debian has behaves so: what Microsoft documents of Active Directory. */
describe("Groups of Active Directory", () => {
  it("are asked for their people by the rule for chains, those alone that a rule is about", async () => {
    const { client, asked } = clientOf((filter) => {
      if (filter === "supportedCapabilities") return [{ dn: "", supportedCapabilities: CAPABILITIES }]
      if (filter.includes("1941")) return [{ dn: "CN=anna, ou=People, dc=amt, dc=example", cn: "anna" }]
      return groups
    })
    const { of } = await readMemberships(client, directory, [rule])
    expect(of(person)).toEqual(["wohngeld", "cn=wohngeld,dc=amt,dc=example"])
    const chains = asked.filter((filter) => filter.includes("1941"))
    expect(chains).toEqual([
      "(&(objectClass=user)(memberOf:1.2.840.113556.1.4.1941:=cn=wohngeld,dc=amt,dc=example))",
    ])
  })

  it("of other servers are never asked so: they would answer as if nobody belonged to any", async () => {
    const { client, asked } = clientOf((filter) =>
      filter === "supportedCapabilities"
        ? [{ dn: "", supportedCapabilities: [] }]
        : groups.map((group) => ({ ...group, uniqueMember: [person.dn.toLowerCase()] })),
    )
    const { of } = await readMemberships(client, directory, [rule])
    expect(of(person)).toContain("kantine")
    expect(asked.join()).not.toContain("1941")
  })

  it("that name people by what they sign in with are found as well", async () => {
    const { client } = clientOf((filter) =>
      filter === "supportedCapabilities"
        ? [{ dn: "" }]
        : [{ dn: "cn=posix,dc=amt,dc=example", cn: "posix", memberUid: "anna" }],
    )
    const { of } = await readMemberships(client, directory, [rule])
    expect(of({ ...person, uid: "anna" })).toContain("posix")
    expect(of({ ...person, uid: "berta" })).toEqual([])
  })
})

const CAPABILITIES = ["1.2.840.113556.1.4.800", "1.2.840.113556.1.4.1670"]
