import { syncDirectories } from "../../../server/accounts/ldap/sync.ts"
import {
  BASE,
  GROUPS,
  groupName,
  type LdapServer,
  PEOPLE,
  personEntry,
  personName,
  READER,
} from "../../support/ldap-server.ts"
import type { Agent, Person, World } from "../../support/world.ts"

export const PAGES = "/verwaltung/verzeichnisse/ldap"

/** The settings as an administrator enters them: StartTLS, with the server's own certificate. */
export const settingsOf = (server: LdapServer, over: Record<string, string> = {}) => ({
  name: "Haus",
  address: server.plain,
  startsTls: "true",
  authority: server.authority,
  bindName: READER.dn,
  secret: READER.password,
  base: PEOPLE,
  personFilter: "(&(objectClass=inetOrgPerson)(!(employeeType=gesperrt)))",
  groupBase: GROUPS,
  groupFilter: "(objectClass=groupOfNames)",
  idAttribute: "entryUUID",
  nameAttribute: "displayName",
  mailAttribute: "mail",
  enabled: "true",
  signsIn: "true",
  ...over,
})

/** @returns the id of the directory */
export async function enter(admin: Person, fields: Record<string, string>): Promise<string> {
  const { headers, text, status } = await admin.agent.form(`${PAGES}/neu`, fields)
  const [, id] = /ldap\/([0-9a-f-]{36})/.exec(headers.location ?? "") ?? []
  if (!id) throw new Error(`not entered (${status}): ${text.replace(/<[^>]+>/g, " ").slice(0, 2000)}`)
  return id
}

/** What the page shows of the directory as it is now, without its tags. */
export async function lookAt(admin: Person, id: string): Promise<string> {
  const { text } = await admin.agent.get(`${PAGES}/${id}/abgleich`).expect(200)
  return plain(text)
}

const plain = (html: string) =>
  html
    .slice(html.indexOf("<main"))
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ")

export const takeOver = (admin: Person, id: string, fields: Record<string, string> = {}) =>
  admin.agent.form(`${PAGES}/${id}/abgleich`, fields)

export const night = (world: World) => syncDirectories(world.parts)

export const signIn = (agent: Agent, uid: string, password = `Kennwort von ${uid}`) =>
  agent.post("/api/sign-in", { email: `${uid}@amt.example`, password })

export async function addPeople(server: LdapServer, ...uids: string[]): Promise<void> {
  for (const uid of uids) await server.add(personName(uid), personEntry(uid))
}

export const addGroup = (server: LdapServer, cn: string, ...members: string[]) =>
  server.add(groupName(cn), { objectClass: ["groupOfNames"], cn, member: members })

/** The account of somebody's address, as administrators see it. */
export async function accountOf(admin: Person, uid: string) {
  const { body } = await admin.agent.get(`/api/people?name=${uid}@amt.example`).expect(200)
  return body.items[0]
}

export { BASE, groupName, personName }
