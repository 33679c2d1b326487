import { createHash, createPublicKey } from "node:crypto"
import { globSync, readFileSync } from "node:fs"
import { readFile, stat, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { gunzipSync } from "node:zlib"
import { eq } from "drizzle-orm"
import { decode, verify } from "jws"
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { people as persons } from "../../server/accounts/tables.ts"
import { ConfigFault, readConfig } from "../../server/kernel/config.ts"
import { DAY, moveClock, resetClock } from "../../server/kernel/time.ts"
import { needsNewBadgeKey, openBadgeKeys, rotateBadgeKey } from "../../server/qualification/badges/keys.ts"
import { controllerDocument } from "../../server/qualification/badges/proofs.ts"
import { certificates } from "../../server/qualification/certificates/tables.ts"
import { programmes } from "../../server/qualification/tables.ts"
import { openBadgeTown, pathOf } from "./badge-town.ts"
import type { Group } from "./group.ts"

let town: Awaited<ReturnType<typeof openBadgeTown>>
let group: Group
let folder: string
let id: string

beforeAll(async () => {
  town = await openBadgeTown()
  group = town.group
  folder = town.folder
})
afterAll(() => town.close())
beforeEach(async () => {
  id = await town.certify()
})

const badgeOf = (certificate: string) =>
  group.people.mueller.agent.get(`/api/certificates/${certificate}/badge`)

/** As a stranger would: with a library that signed nothing here, and the key that the badge itself names. */
async function verified(token: string) {
  const { header, payload } = decode(token) ?? {}
  if (!header?.kid) throw new Error("no key is named")
  const { body: jwk } = await group.nobody.get(pathOf(header.kid)).expect(200)
  const pem = createPublicKey({ key: jwk, format: "jwk" }).export({ type: "spki", format: "pem" })
  expect(verify(token, "RS256", pem.toString())).toBe(true)
  const [head, , signature] = token.split(".")
  const forged = Buffer.from(JSON.stringify({ ...payload, name: "Anderes" })).toString("base64url")
  expect(verify(`${head}.${forged}.${signature}`, "RS256", pem.toString())).toBe(false)
  return { header, credential: payload }
}

describe("An Open Badge", () => {
  it("is verified by another library with the published key, and repeats what it says in the claims of JWTs", async () => {
    const { text, headers } = await badgeOf(id).buffer(true).expect(200)
    expect(headers["content-type"]).toContain("application/vc+jwt")
    const { header, credential } = await verified(text)
    expect(header.alg).toBe("RS256")
    expect(credential).toMatchObject({
      iss: credential.issuer.id,
      jti: credential.id,
      sub: credential.credentialSubject.id,
    })
    const { achievement, result } = credential.credentialSubject
    expect(achievement.alignment).toMatchObject([{ targetCode: "2.2", targetFramework: "DigComp 2.2" }])
    const described = achievement.resultDescription.map((one: { id: string }) => one.id)
    expect(result.map((one: { resultDescription: string }) => one.resultDescription)).toEqual(described)
    expect(result[1].value).toBe("3: Leitet andere an")
    for (const [index, { value }] of result.entries())
      expect(achievement.resultDescription[index].allowedValue).toContain(value)
  })

  it("names nobody: the holder proves their address by its salted hash", async () => {
    const { text } = await badgeOf(id).buffer(true).expect(200)
    const { credential } = await verified(text)
    const { mueller } = group.people
    for (const personal of [mueller.name, mueller.email, mueller.id, "Lena Weber"])
      expect(JSON.stringify(credential)).not.toContain(personal)
    const [{ salt, identityHash }] = credential.credentialSubject.identifier
    const hash = createHash("sha256")
      .update(mueller.email + salt)
      .digest("hex")
    expect(identityHash).toBe(`sha256$${hash}`)
  })

  it("is for its holder alone, and for nobody once it is revoked", async () => {
    const { facilitator, huber, outsider } = group.people
    await facilitator.agent.get(`/api/certificates/${id}/badge`).expect(403)
    for (const { agent } of [huber, outsider]) await agent.get(`/api/certificates/${id}/badge`).expect(404)
    const page = await group.people.mueller.agent.get(`/zertifikate/${id}`).expect(200)
    expect(page.text).toContain("Open Badge speichern")
    await facilitator.agent.post(`/api/certificates/${id}/revoke`, { reason: "Irrtum" }).expect(204)
    await badgeOf(id).expect(409)
  })

  it("leads to documents that anybody can read, and that say the same", async () => {
    const { credential } = await verified((await badgeOf(id).buffer(true).expect(200)).text)
    const issuer = await group.nobody.get(pathOf(credential.issuer.id)).expect(200)
    expect(issuer.body).toMatchObject(credential.issuer)
    const { achievement } = credential.credentialSubject
    const { body } = await group.nobody.get(pathOf(achievement.id)).expect(200)
    expect(body).toMatchObject(achievement)
    const { body: jwks } = await group.nobody.get("/api/badges/keys").expect(200)
    expect(jwks.keys).toHaveLength(1)
    expect(Object.keys(jwks.keys[0]).toSorted()).toEqual(["alg", "e", "kid", "kty", "n", "use"])
    await group.nobody.get(pathOf(achievement.id).replace(/.{12}$/, "000000000000")).expect(404)
  })
})

describe("What a badge says", () => {
  const claims = async () => (await verified((await badgeOf(id).buffer(true).expect(200)).text)).credential

  it("stays as it was on the day of issue, whatever the holder and the programme are called since", async () => {
    const before = await claims()
    const { db, people, programmeId } = group
    await db
      .update(persons)
      .set({ email: "mueller-neu@example.org" })
      .where(eq(persons.id, people.mueller.id))
    const [row] = await db.select().from(certificates).where(eq(certificates.id, id))
    await db
      .update(programmes)
      .set({ name: "Anders", description: "Anders" })
      .where(eq(programmes.id, row?.programmeId ?? programmeId))
    expect(await claims()).toEqual(before)
    const { body } = await group.nobody.get(pathOf(before.credentialSubject.achievement.id)).expect(200)
    expect(body).toMatchObject(before.credentialSubject.achievement)
    await db.update(persons).set({ email: people.mueller.email }).where(eq(persons.id, people.mueller.id))
  })

  it("is the same where an earlier version kept less of it", async () => {
    const { db } = group
    const before = await claims()
    await db
      .update(certificates)
      .set({ achievement: null, achievementId: null })
      .where(eq(certificates.id, id))
    expect(await claims()).toEqual(before)
    const [row] = await db.select().from(certificates).where(eq(certificates.id, id))
    expect(before.credentialSubject.achievement.id).toContain(row?.achievementId)
  })

  it("is still found at the address that badges of earlier versions name", async () => {
    const { achievement } = (await claims()).credentialSubject
    const [row] = await group.db.select().from(certificates).where(eq(certificates.id, id))
    const keys = encodeURIComponent("digcomp@2.2:2.2,fachforum@1.0:A.2")
    const former = `/api/badges/achievements/${row?.programmeId}?competences=${keys}`
    const { body } = await group.nobody.get(former).expect(200)
    const { id: _id, resultDescription, ...same } = achievement
    expect(body).toMatchObject({ ...same, id: `https://fachforum.example${former}` })
    expect(body.resultDescription).toHaveLength(resultDescription.length)
    await group.nobody.get(`${former}%2Cunsinn`).expect(404)
  })

  it("of the address is written down by the migration as earlier versions worked it out", async () => {
    const { db, people } = group
    await db.update(certificates).set({ identityHash: null, identitySalt: null })
    for (const statement of migration("badge_identity").filter((one) => /^UPDATE/m.test(one)))
      await db.$client.query(statement)
    const [row] = await db.select().from(certificates).where(eq(certificates.id, id))
    const sha256 = (text: string) => createHash("sha256").update(text).digest("hex")
    const salt = sha256(`salt ${row?.code}`).slice(0, 32)
    const identityHash = `sha256$${sha256(people.mueller.email.toLowerCase() + salt)}`
    expect(row).toMatchObject({ identitySalt: salt, identityHash })
  })
})

describe("Pages elsewhere", () => {
  it("may read every document of badges, and learn that one is missing", async () => {
    const { achievement } = (await verified((await badgeOf(id).buffer(true)).text)).credential
      .credentialSubject
    const [key] = (await group.nobody.get("/api/badges/keys")).body.keys
    const paths = ["issuer", "keys", "status", "status-list", "did.json", "image.png", "image.svg"]
    const missing = "/api/badges/achievements/unsinn"
    const addresses = paths.map((one) => `/api/badges/${one}`)
    for (const path of [...addresses, pathOf(achievement.id), pathOf(key.kid), missing]) {
      const origin = { origin: "https://verifier.example" }
      const asking = { "access-control-request-method": "GET", "access-control-request-headers": "pragma" }
      const headers = { ...origin, ...asking }
      const allowed = await group.app.inject({ method: "OPTIONS", url: path, headers })
      expect({ path, status: allowed.statusCode, body: allowed.body }).toEqual({
        path,
        status: 204,
        body: "",
      })
      expect(allowed.headers).toMatchObject({
        ...OPEN,
        "access-control-allow-methods": "GET, HEAD, OPTIONS",
        "access-control-allow-headers": "*",
      })
      const answer = await group.app.inject({ url: path, headers: origin })
      expect(answer.headers).toMatchObject(OPEN)
      expect(answer.headers).not.toHaveProperty("access-control-allow-credentials")
      expect(answer.statusCode).toBe(path === missing ? 404 : 200)
    }
  })

  it("learn nothing of somebody's own badge", async () => {
    for (const form of ["badge", "badge.json", "badge.png", "badge.svg"]) {
      const { headers } = await group.people.mueller.agent.get(`/api/certificates/${id}/${form}`).expect(200)
      expect(headers).not.toHaveProperty("access-control-allow-origin")
      expect(headers["cross-origin-resource-policy"]).toBe("same-origin")
      await group.people.facilitator.agent.get(`/api/certificates/${id}/${form}`).expect(403)
      await group.people.huber.agent.get(`/api/certificates/${id}/${form}`).expect(404)
    }
  })
})

const OPEN = { "access-control-allow-origin": "*", "cross-origin-resource-policy": "cross-origin" }

const migration = (name: string): string[] => {
  const [file] = globSync(join(import.meta.dirname, `../../migrations/*_${name}.sql`))
  return readFileSync(file ?? "", "utf8").split("--> statement-breakpoint")
}

describe("The status list", () => {
  it("is signed, long enough to hide in, and has the bit of what is revoked", async () => {
    const { credential } = await verified((await badgeOf(id).buffer(true).expect(200)).text)
    const { statusListIndex, statusListCredential } = credential.credentialStatus
    const bitOf = async () => {
      const { text } = await group.nobody.get(pathOf(statusListCredential)).buffer(true).expect(200)
      const { credential: list } = await verified(text)
      expect(list.type).toContain("BitstringStatusListCredential")
      expect(list.id).toBe(statusListCredential)
      const { encodedList, statusPurpose } = list.credentialSubject
      expect(statusPurpose).toBe("revocation")
      expect(encodedList[0]).toBe("u")
      const bits = gunzipSync(Buffer.from(encodedList.slice(1), "base64url"))
      expect(bits.length * 8).toBeGreaterThanOrEqual(131_072)
      const place = Number(statusListIndex)
      return ((bits[place >> 3] ?? 0) >> (7 - (place & 7))) & 1
    }
    expect(await bitOf()).toBe(0)
    await group.people.facilitator.agent
      .post(`/api/certificates/${id}/revoke`, { reason: "Irrtum" })
      .expect(204)
    expect(await bitOf()).toBe(1)
    // Deleted by its holder, too: a badge that is out cannot be called back.
    await group.people.mueller.agent.delete(`/api/certificates/${id}`).expect(204)
    expect(await bitOf()).toBe(1)
  })

  it("keeps the bit of what its holder deleted while it was valid, and gives its place to nobody", async () => {
    const { credential } = await verified((await badgeOf(id).buffer(true).expect(200)).text)
    const place = Number(credential.credentialStatus.statusListIndex)
    await group.people.mueller.agent.delete(`/api/certificates/${id}`).expect(204)
    const { text } = await group.nobody.get("/api/badges/status").buffer(true).expect(200)
    const { encodedList } = (await verified(text)).credential.credentialSubject
    const bits = gunzipSync(Buffer.from(encodedList.slice(1), "base64url"))
    expect(((bits[place >> 3] ?? 0) >> (7 - (place & 7))) & 1).toBe(1)
    await badgeOf(id).expect(404)
    const { rows } = await group.db.$client.query("select 1 from deleted_badges where status_index = $1", [
      place,
    ])
    expect(rows).toHaveLength(1)
  })
})

describe("The keys", () => {
  it("change, and badges signed with an earlier one stay verifiable", async () => {
    const own = join(folder, "rotated.json")
    const first = await rotateBadgeKey(own)
    expect((await stat(own)).mode & 0o777).toBe(0o600)
    const second = await rotateBadgeKey(own)
    expect(second.former).toBe(1)
    const keys = await openBadgeKeys({ ...group.config, badgeKeyFile: own })
    expect(keys?.kid).toBe(second.kid)
    expect(keys?.published.map(({ kid }) => kid)).toEqual([second.kid, first.kid])
    expect(keys?.provable).toHaveLength(2)
    expect(keys?.provable[0]).toBe(keys?.proving?.kid)
    // Nothing is left that could sign with the earlier ones.
    expect((await readFile(own, "utf8")).match(/"d":/g)).toHaveLength(2)
  })

  it("are to be renewed a month before their two years are over; where a file does not say so, by its age", async () => {
    const own = join(folder, "aging.json")
    const config = { ...group.config, badgeKeyFile: own }
    await rotateBadgeKey(own)
    moveClock(699 * DAY)
    expect(await needsNewBadgeKey(config)).toBe(false)
    moveClock(2 * DAY)
    expect(await needsNewBadgeKey(config)).toBe(true)
    await rotateBadgeKey(own)
    expect(await needsNewBadgeKey(config)).toBe(false)
    resetClock()
    const { keys } = JSON.parse(await readFile(own, "utf8"))
    const undated = keys.map(({ exp: _, ...key }: { exp?: number }) => key)
    await writeFile(own, JSON.stringify({ keys: undated }))
    expect(await needsNewBadgeKey(config)).toBe(false)
    moveClock(701 * DAY)
    expect(await needsNewBadgeKey(config)).toBe(true)
    resetClock()
    expect(await needsNewBadgeKey({ ...config, badgeKeyFile: null })).toBe(false)
  })

  it("of a file without one for embedded proofs are completed, and what they signed stays valid", async () => {
    const own = join(folder, "earlier.json")
    const { kid } = await rotateBadgeKey(own)
    const { keys } = JSON.parse(await readFile(own, "utf8"))
    const earlier = keys.filter(({ kty }: { kty: string }) => kty === "RSA")
    await writeFile(own, JSON.stringify({ keys: earlier }))
    expect(await openBadgeKeys({ ...group.config, badgeKeyFile: own })).toMatchObject({
      kid,
      proving: null,
      provable: [],
    })
    expect(await rotateBadgeKey(own)).toEqual({ kid, former: 0, completed: true })
    expect(JSON.parse(await readFile(own, "utf8")).keys[0]).toEqual(earlier[0])
    const completed = await openBadgeKeys({ ...group.config, badgeKeyFile: own })
    expect(completed).toMatchObject({ kid, provable: [completed?.proving?.kid] })
    // Called again, both change.
    expect(await rotateBadgeKey(own)).toMatchObject({ former: 1, completed: false })
    expect((await openBadgeKeys({ ...group.config, badgeKeyFile: own }))?.published[1]?.kid).toBe(kid)
  })

  it("of embedded proofs stand in the document that the issuer's DID leads to, earlier ones too", async () => {
    const { body } = await group.nobody.get("/api/badges/did.json").expect(200)
    const did = "did:web:fachforum.example:api:badges"
    const [method] = body.verificationMethod
    expect(body).toMatchObject({ id: did, assertionMethod: [method.id] })
    expect(method).toMatchObject({
      id: `${did}#${method.publicKeyMultibase}`,
      type: "Multikey",
      controller: did,
    })
    expect(method.publicKeyMultibase).toMatch(/^z6Mk/)
    const both = controllerDocument("https://stadt.example:8443/forum", "https://x", ["z6MkA", "z6MkB"])
    expect(both.id).toBe("did:web:stadt.example%3A8443:forum:api:badges")
    expect(both.assertionMethod).toEqual([`${both.id}#z6MkA`, `${both.id}#z6MkB`])
  })

  it("that cannot be used stop the start with a sentence", async () => {
    const broken = join(folder, "broken.json")
    await writeFile(broken, "{}")
    await expect(openBadgeKeys({ ...group.config, badgeKeyFile: broken })).rejects.toThrow(ConfigFault)
    expect(() => readConfig({ BADGE_KEY_FILE: join(folder, "nowhere.json") })).toThrow("gibt es nicht")
  })

  it("are not read by a trial or without https", async () => {
    for (const off of [{ trial: true }, { secure: false }, { badgeKeyFile: null }])
      expect(await openBadgeKeys({ ...group.config, ...off })).toBeNull()
  })
})
