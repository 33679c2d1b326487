import { afterAll, beforeAll, describe, expect, it, test } from "vitest"
import { parseFilter, parsePath } from "../../../server/accounts/scim/filter.ts"
import { moveClock, today } from "../../../server/kernel/time.ts"
import { openWorld, type Person, type World } from "../../support/world.ts"
import { clientOf, connect, type Directory, entraUser, GROUP, USER } from "./directory.ts"

let world: World
let admin: Person
let directory: Directory
const ids: Record<string, string> = {}

beforeAll(async () => {
  world = await openWorld()
  admin = await world.person("Olaf Brandt", ["admin"])
  directory = await connect(world, admin)
  for (const name of ["anna", "bert", "carla"])
    ids[name] = (await directory.post("/Users", entraUser(name)).expect(201)).body.id
  await directory.patch(`/Users/${ids.carla}`, { op: "replace", path: "active", value: false }).expect(200)
})
afterAll(() => world.close())

describe("A filter", () => {
  const found = async (filter: string) =>
    (await directory.filtered("/Users", filter)).Resources.map(({ userName }: { userName: string }) =>
      userName.replace("@example.org", ""),
    ).toSorted()

  test.each([
    ['userName eq "Anna@EXAMPLE.org"', ["anna"]],
    ['emails.value eq "bert@example.org"', ["bert"]],
    ['emails eq "bert@example.org"', ["bert"]],
    ['emails[type eq "work" and value sw "ANN"]', ["anna"]],
    ['emails[type eq "work"].value co "bert"', ["bert"]],
    ['displayName co "muster"', ["anna", "bert", "carla"]],
    ['displayName co "muster" and active eq true', ["anna", "bert"]],
    ['active eq "False"', ["carla"]],
    ['externalId eq "entra-anna" or externalId eq "entra-bert"', ["anna", "bert"]],
    ['externalId pr and not (userName sw "a")', ["bert", "carla"]],
    ['(userName sw "a" or userName sw "b") and userName ew "t@example.org"', ["bert"]],
    [`${USER}:userName eq "anna@example.org"`, ["anna"]],
    ['userName eq "o\\"neill@example.org"', []],
    ['displayName co "%"', []],
  ])("%s", async (filter, names) => {
    const own = await found(filter)
    expect(own.filter((name: string) => ["anna", "bert", "carla"].includes(name))).toEqual(names)
  })

  test.each([
    "userName",
    'userName eq "a',
    'userName eq "a" and',
    'nickName eq "a"',
    'userName gt "a"',
    'active co "t"',
    'userName eq "\\u0000"',
    "(".repeat(60),
    `${"(".repeat(40)}active eq true${")".repeat(40)}`,
  ])("%s is refused in SCIM's own form", async (filter) => {
    const { body, type } = await directory.get(`/Users?filter=${encodeURIComponent(filter)}`).expect(400)
    expect(type).toBe("application/scim+json")
    expect(body).toMatchObject({
      schemas: ["urn:ietf:params:scim:api:messages:2.0:Error"],
      status: "400",
      scimType: "invalidFilter",
    })
  })

  it("is read by its precedence", () => {
    expect(parseFilter('a eq 1 or b pr and not (c eq "x")')).toEqual({
      kind: "or",
      of: [
        { kind: "test", path: "a", operator: "eq", value: 1 },
        {
          kind: "and",
          of: [
            { kind: "present", path: "b" },
            { kind: "not", of: { kind: "test", path: "c", operator: "eq", value: "x" } },
          ],
        },
      ],
    })
    expect(parsePath('emails[type eq "work"].value')).toMatchObject({ attribute: "emails", sub: "value" })
  })
})

describe("Pages", () => {
  it("begin where they are asked to, and hold no more than asked for", async () => {
    const all = (await directory.get("/Users?count=100").expect(200)).body
    const second = (await directory.get("/Users?startIndex=2&count=1").expect(200)).body
    expect(second).toMatchObject({ totalResults: all.totalResults, startIndex: 2, itemsPerPage: 1 })
    expect(second.Resources[0].id).toBe(all.Resources[1].id)
    expect((await directory.get("/Users?count=0").expect(200)).body).toMatchObject({
      totalResults: all.totalResults,
      Resources: [],
    })
    expect((await directory.get("/Users?startIndex=-5&count=-1").expect(200)).body.startIndex).toBe(1)
  })

  it("show only the attributes that are asked for", async () => {
    const { body } = await directory.get(`/Users/${ids.anna}?attributes=userName`).expect(200)
    expect(Object.keys(body).toSorted()).toEqual(["id", "schemas", "userName"])
  })
})

describe("A version", () => {
  it("spares what is known, and refuses a change of what was changed meanwhile", async () => {
    const first = await directory.get(`/Users/${ids.anna}`).expect(200)
    const etag = first.headers.etag ?? ""
    expect(etag).toBe(first.body.meta.version)
    await directory.get(`/Users/${ids.anna}`).set("if-none-match", etag).expect(304)
    const changed = { op: "replace", path: "displayName", value: "Anna Zwei" }
    await directory.patch(`/Users/${ids.anna}`, changed).set("if-match", etag).expect(200)
    const late = await directory.patch(`/Users/${ids.anna}`, changed).set("if-match", etag).expect(412)
    expect(late.body.status).toBe("412")
    await directory.delete(`/Users/${ids.anna}`).set("if-match", etag).expect(412)
  })
})

describe("What cannot be", () => {
  test.each([
    [{ userName: "" }, 400],
    [{ emails: [{ value: "keine Adresse" }] }, 400],
    [{ emails: [{ value: "jörg@example.org" }] }, 400],
    [{ displayName: "x".repeat(101) }, 400],
    [{ active: "vielleicht" }, 400],
    [{ userName: "anna@example.org", emails: [{ value: "neu@example.org" }] }, 409],
    [{ emails: [{ value: "ANNA@example.org" }] }, 409],
  ])("%j answers %d", async (over, status) => {
    const { body } = await directory.post("/Users", entraUser("dora", over)).expect(status)
    expect(body).toMatchObject({
      schemas: ["urn:ietf:params:scim:api:messages:2.0:Error"],
      status: String(status),
    })
    if (status === 409) expect(body.scimType).toBe("uniqueness")
  })

  it("is refused of an operation, a member, a group and an address", async () => {
    const path = `/Users/${ids.bert}`
    await directory.patch(path, { op: "move", path: "active", value: true }).expect(400)
    await directory.patch(path, { op: "remove" }).expect(400)
    await directory.patch(path, { op: "replace", path: "shoeSize", value: "43" }).expect(400)
    await directory.patch(path, { op: "replace", path: "name", value: "Bert" }).expect(400)
    await directory.put(path, []).expect(400)
    await directory.get("/Users/keine-id").expect(404)
    await directory.get("/Users/01890000-0000-7000-8000-000000000000").expect(404)
    await directory.get("/Nothing").expect(404)
    await directory.post("/Bulk", {}).expect(501)
    const unknown = {
      schemas: [GROUP],
      displayName: "G",
      members: [{ value: "01890000-0000-7000-8000-000000000000" }],
    }
    await directory.post("/Groups", unknown).expect(400)
    await directory.post("/Groups", { ...unknown, displayName: "", members: [] }).expect(400)
  })
})

describe("What the server tells of itself", () => {
  it("is its abilities, its kinds of resources, and the attributes that it keeps", async () => {
    const config = (await directory.get("/ServiceProviderConfig").expect(200)).body
    expect(config).toMatchObject({
      patch: { supported: true },
      etag: { supported: true },
      bulk: { supported: false },
    })
    const types = (await directory.get("/ResourceTypes").expect(200)).body
    expect(types.Resources.map(({ endpoint }: { endpoint: string }) => endpoint)).toEqual([
      "/Users",
      "/Groups",
    ])
    await directory.get("/ResourceTypes/User").expect(200)
    await directory.get("/ResourceTypes/Nothing").expect(404)
    const schemas = (await directory.get("/Schemas").expect(200)).body
    expect(schemas.totalResults).toBe(2)
    const user = (await directory.get(`/Schemas/${USER}`).expect(200)).body
    const kept = user.attributes.map(({ name }: { name: string }) => name)
    const shown = Object.keys((await directory.get(`/Users/${ids.bert}`).expect(200)).body)
    for (const name of shown)
      if (!["schemas", "id", "externalId", "meta"].includes(name)) expect(kept).toContain(name)
  })
})

describe("A token", () => {
  it("is shown once, and only its hash is kept", async () => {
    const { body } = await admin.agent.get(`/api/directories/${directory.id}`).expect(200)
    expect(JSON.stringify(body)).not.toContain(directory.token.token)
    expect(body.tokens).toMatchObject([{ id: directory.token.id, scope: "people-and-departments" }])
    const rows = await world.db.$client.query("select * from directory_tokens")
    expect(JSON.stringify(rows.rows)).not.toContain(directory.token.token)
  })

  it("that is missing, wrong, revoked or expired is refused", async () => {
    for (const token of [null, "scim_falsch"]) {
      const refused = await clientOf(world, token).get("/Users").expect(401)
      expect(refused.headers["www-authenticate"]).toContain("Bearer")
      expect(refused.body.status).toBe("401")
    }
    const other = await connect(world, admin, { name: "Nur kurz" })
    await other.get("/Users").expect(200)
    await admin.agent.delete(`/api/directories/${other.id}/tokens/${other.token.id}`).expect(204)
    await other.get("/Users").expect(401)
    const short = await connect(world, admin, { name: "Bis heute", expiresOn: today() })
    await short.get("/Users").expect(200)
    moveClock(2 * 24 * 3_600_000)
    await short.get("/Users").expect(401)
  })

  it("that may only read writes nothing, and one for people no departments", async () => {
    const reader = await connect(world, admin, { name: "Liest", scope: "read" })
    await reader.get("/Users").expect(200)
    await reader.post("/Users", entraUser("emil")).expect(403)
    const writer = await connect(world, admin, { name: "Personen", scope: "people" })
    await writer.post("/Users", entraUser("emil")).expect(201)
    await writer.post("/Groups", { schemas: [GROUP], displayName: "Nein" }).expect(403)
  })

  it("is counted, and so are wrong ones", async () => {
    const limits = { ...world.config.limits }
    world.config.limits.requestsPerDirectory = 3
    const fast = await connect(world, admin, { name: "Eilig", scope: "read" })
    for (let number = 0; number < 3; number += 1) await fast.get("/Users?count=0").expect(200)
    const refused = await fast.get("/Users?count=0").expect(429)
    expect(refused.headers["retry-after"]).toBe("60")
    Object.assign(world.config.limits, limits)
    const wrong = clientOf(world, "scim_geraten")
    for (let number = 0; number < 60; number += 1) await wrong.get("/Users")
    await wrong.get("/Users").expect(429)
    // Whoever has a good one is not kept out by those who guess.
    await directory.get("/Users?count=0").expect(200)
  })
})
