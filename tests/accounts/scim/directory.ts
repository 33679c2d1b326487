import supertest from "supertest"
import type { Person, World } from "../../support/world.ts"

const PATCH = "urn:ietf:params:scim:api:messages:2.0:PatchOp"
export const USER = "urn:ietf:params:scim:schemas:core:2.0:User"
export const GROUP = "urn:ietf:params:scim:schemas:core:2.0:Group"

type Connected = { name?: string; invites?: boolean; scope?: string; expiresOn?: string }

/** A directory as an administrator connects it, and what sends its requests: no cookie, no `Origin`, a token. */
export async function connect(world: World, admin: Person, over: Connected = {}) {
  const { name = "Entra ID", invites = false, scope = "people-and-departments", expiresOn } = over
  const { body } = await admin.agent.post("/api/directories", { name, invites }).expect(201)
  const issued = await admin.agent
    .post(`/api/directories/${body.id}/tokens`, { scope, expiresOn: expiresOn ?? inAYear() })
    .expect(201)
  return { id: body.id as string, token: issued.body, ...clientOf(world, issued.body.token) }
}

const inAYear = () => new Date(Date.now() + 300 * 24 * 3_600_000).toISOString().slice(0, 10)

export type Directory = Awaited<ReturnType<typeof connect>>

export function clientOf(world: World, token: string | null) {
  const prepare = (test: supertest.Test) => (token ? test.set("authorization", `Bearer ${token}`) : test)
  const server = () => supertest(world.app.server)
  const json = (test: supertest.Test, body: object) =>
    prepare(test).set("content-type", "application/scim+json").send(JSON.stringify(body))
  return {
    get: (path: string) => prepare(server().get(`/scim/v2${path}`)),
    post: (path: string, body: object) => json(server().post(`/scim/v2${path}`), body),
    put: (path: string, body: object) => json(server().put(`/scim/v2${path}`), body),
    patch: (path: string, ...operations: object[]) =>
      json(server().patch(`/scim/v2${path}`), { schemas: [PATCH], Operations: operations }),
    delete: (path: string) => prepare(server().delete(`/scim/v2${path}`)),
    filtered: async (path: string, filter: string) =>
      (await prepare(server().get(`/scim/v2${path}?filter=${encodeURIComponent(filter)}`)).expect(200)).body,
  }
}

/** A person as Entra ID sends one. */
export const entraUser = (name: string, over: object = {}) => ({
  schemas: [USER, "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"],
  externalId: `entra-${name}`,
  userName: `${name}@example.org`,
  active: true,
  displayName: `${name} Muster`,
  emails: [{ primary: true, type: "work", value: `${name}@example.org` }],
  meta: { resourceType: "User" },
  name: { formatted: `${name} Muster`, familyName: "Muster", givenName: name },
  title: "Sachbearbeitung",
  roles: [],
  "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": { department: "50", manager: "4711" },
  ...over,
})
