import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { openWorld, type Person, type World } from "../../support/world.ts"
import { connect, type Directory, entraUser, GROUP, USER } from "./directory.ts"

let world: World
let admin: Person
let directory: Directory

beforeAll(async () => {
  world = await openWorld()
  admin = await world.person("Olaf Brandt", ["admin"])
  directory = await connect(world, admin)
})
afterAll(() => world.close())

const made = async (name: string, over: object = {}): Promise<string> => {
  const { body } = await directory.post("/Users", entraUser(name, over)).expect(201)
  return body.id
}
const group = async (displayName: string, members: string[] = []): Promise<string> => {
  const body = { schemas: [GROUP], displayName, members: members.map((value) => ({ value })) }
  return (await directory.post("/Groups", body).expect(201)).body.id
}
const read = async (path: string) => (await directory.get(path).expect(200)).body
const membersOf = async (id: string) =>
  (await read(`/Groups/${id}`)).members.map(({ value }: { value: string }) => value)

describe("Entra ID", () => {
  it("looks for a person, makes them, changes them by operations with capitals, and deactivates them", async () => {
    expect(await directory.filtered("/Users", 'userName eq "anna@example.org"')).toMatchObject({
      totalResults: 0,
      Resources: [],
    })
    const id = await made("anna")
    const found = await directory.filtered("/Users", 'userName eq "ANNA@Example.org"')
    expect(found).toMatchObject({ totalResults: 1, startIndex: 1, itemsPerPage: 1 })
    expect(found.Resources[0]).toMatchObject({ id, externalId: "entra-anna", displayName: "anna Muster" })

    const { body } = await directory
      .patch(
        `/Users/${id}`,
        { op: "Replace", path: "displayName", value: "Anna Beispiel" },
        { op: "Add", path: 'emails[type eq "work"].value', value: "anna.beispiel@example.org" },
        { op: "Replace", path: "name.familyName", value: "Beispiel" },
        {
          op: "Add",
          path: "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager",
          value: "12",
        },
        { op: "Replace", path: "active", value: "True" },
      )
      .expect(200)
    expect(body).toMatchObject({
      displayName: "Anna Beispiel",
      name: { givenName: "anna", familyName: "Beispiel" },
      emails: [{ value: "anna.beispiel@example.org", type: "work", primary: true }],
      active: true,
    })
    await directory.patch(`/Users/${id}`, { op: "Replace", path: "active", value: "False" }).expect(200)
    expect((await read(`/Users/${id}`)).active).toBe(false)
  })

  it("takes the work address from a path with a filter, and leaves others alone", async () => {
    const id = await made("ohne", { emails: [], userName: "ohne@example.org" })
    await directory
      .patch(`/Users/${id}`, { op: "Add", path: 'emails[type eq "home"].value', value: "privat@example.net" })
      .expect(200)
    expect((await read(`/Users/${id}`)).emails[0].value).toBe("ohne@example.org")
  })

  it("adds and removes members with capitals, a list beside the path and a filter in it", async () => {
    const [one, two, three] = [await made("m1"), await made("m2"), await made("m3")]
    const id = await group("Entra-Gruppe")
    await directory
      .patch(`/Groups/${id}`, {
        op: "Add",
        path: "members",
        value: [{ $ref: null, value: one }, { value: two }],
      })
      .expect(200)
    // Adding somebody who is there adds nobody.
    await directory
      .patch(`/Groups/${id}`, { op: "Add", path: "members", value: [{ value: two }, { value: three }] })
      .expect(200)
    expect((await membersOf(id)).toSorted()).toEqual([one, two, three].toSorted())
    await directory
      .patch(`/Groups/${id}`, { op: "Remove", path: "members", value: [{ value: one }] })
      .expect(200)
    await directory.patch(`/Groups/${id}`, { op: "Remove", path: `members[value eq "${two}"]` }).expect(200)
    expect(await membersOf(id)).toEqual([three])
    expect((await read(`/Users/${three}`)).groups).toMatchObject([{ value: id, display: "Entra-Gruppe" }])
  })

  it("asks for groups without their members", async () => {
    await group("Ohne Mitglieder")
    const { body } = await directory
      .get(
        `/Groups?excludedAttributes=members&filter=${encodeURIComponent('displayName eq "ohne mitglieder"')}`,
      )
      .expect(200)
    expect(body.totalResults).toBe(1)
    expect(body.Resources[0]).not.toHaveProperty("members")
  })
})

describe("Okta", () => {
  const oktaUser = {
    schemas: [USER],
    userName: "ole@example.org",
    name: { givenName: "Ole", familyName: "Okta" },
    emails: [{ primary: true, value: "ole@example.org", type: "work" }],
    displayName: "Ole Okta",
    locale: "en-US",
    externalId: "00u1",
    groups: [],
    password: "1mz050nq",
    active: true,
  }

  it("pages, makes a person, replaces them whole, and deactivates them by a value without a path", async () => {
    expect(await read("/Users?startIndex=1&count=2")).toMatchObject({ startIndex: 1, itemsPerPage: 2 })
    const { body: made } = await directory.post("/Users", oktaUser).expect(201)
    expect(made).not.toHaveProperty("password")
    expect(made.preferredLanguage).toBe("en")
    const whole = {
      ...oktaUser,
      id: made.id,
      displayName: "Ole Neu",
      name: { givenName: "Ole", familyName: "Neu" },
    }
    expect((await directory.put(`/Users/${made.id}`, whole).expect(200)).body.displayName).toBe("Ole Neu")
    await directory.patch(`/Users/${made.id}`, { op: "replace", value: { active: false } }).expect(200)
    expect((await read(`/Users/${made.id}`)).active).toBe(false)
    await directory.patch(`/Users/${made.id}`, { op: "replace", value: { active: true } }).expect(200)
    expect((await read(`/Users/${made.id}`)).active).toBe(true)
  })

  it("renames a group with its id in the value, and replaces its members", async () => {
    const [one, two] = [await made("o1"), await made("o2")]
    const id = await group("Okta-Gruppe", [one])
    await directory
      .patch(`/Groups/${id}`, { op: "replace", value: { id, displayName: "Okta, neu" } })
      .expect(200)
    await directory
      .patch(`/Groups/${id}`, { op: "replace", path: "members", value: [{ value: two, display: "o2" }] })
      .expect(200)
    expect(await read(`/Groups/${id}`)).toMatchObject({ displayName: "Okta, neu", members: [{ value: two }] })
  })
})

describe("Plug-ins of Keycloak", () => {
  it("send a sign-in name that is no address, and JSON within text", async () => {
    const { body } = await directory
      .post("/Users", {
        schemas: [USER],
        userName: "kkeller",
        name: { formatted: "Kim Keller" },
        emails: [{ value: "kim.keller@example.org", primary: "true" }],
        active: true,
        externalId: "f:kc:1",
      })
      .expect(201)
    expect(body).toMatchObject({ userName: "kkeller", displayName: "Kim Keller" })
    expect((await directory.filtered("/Users", 'userName eq "KKeller"')).totalResults).toBe(1)
    const id = await group("Keycloak-Gruppe")
    await directory
      .patch(`/Groups/${id}`, { op: "add", path: "members", value: [JSON.stringify({ value: body.id })] })
      .expect(200)
    expect(await membersOf(id)).toEqual([body.id])
    await directory.patch(`/Groups/${id}`, { op: "remove", path: "members" }).expect(200)
    expect(await membersOf(id)).toEqual([])
  })
})

describe("Nubus", () => {
  it("replaces people and groups whole, and deletes them", async () => {
    const user = {
      schemas: [USER],
      externalId: "nubus-1",
      userName: "nina.nubus",
      displayName: "Nina Nubus",
      name: { givenName: "Nina", familyName: "Nubus", formatted: "Nina Nubus" },
      emails: [
        { value: "nina@privat.example", type: "home" },
        { value: "nina.nubus@example.org", type: "mailbox", primary: true },
      ],
      preferredLanguage: "de-DE",
      active: true,
    }
    const { body } = await directory.post("/Users", user).expect(201)
    expect(body.emails).toEqual([{ value: "nina.nubus@example.org", type: "work", primary: true }])
    const id = await group("Nubus-Gruppe", [body.id])
    await directory
      .put(`/Groups/${id}`, { schemas: [GROUP], displayName: "Nubus-Gruppe", externalId: "g1", members: [] })
      .expect(200)
    expect(await membersOf(id)).toEqual([])
    await directory.delete(`/Users/${body.id}`).expect(204)
    await directory.get(`/Users/${body.id}`).expect(404)
    await directory.delete(`/Groups/${id}`).expect(204)
    await directory.get(`/Groups/${id}`).expect(404)
    // The same person comes back to the same account, and nobody else gets it.
    await directory.post("/Users", { ...user, externalId: "nubus-2" }).expect(409)
    expect((await directory.post("/Users", user).expect(201)).body.id).toBe(body.id)
  })
})
