import { createHash, createPublicKey } from "node:crypto"
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { gunzipSync } from "node:zlib"
import { Ajv } from "ajv"
import { decode, verify } from "jws"
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { ConfigFault, readConfig } from "../../server/kernel/config.ts"
import { openBadgeKeys, rotateBadgeKey } from "../../server/qualification/badges/keys.ts"
import { openWorld } from "../support/world.ts"
import { addCertificate } from "./certified.ts"
import { addCohort, type Group, openGroup } from "./group.ts"

const PUBLIC = "https://fachforum.example"
let folder: string
let file: string
let group: Group
let id: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "fachforum-badges-"))
  file = join(folder, "keys.json")
  await rotateBadgeKey(file)
  group = await openGroup(openWorld({ publicUrl: PUBLIC, secure: true, badgeKeyFile: file }))
})
afterAll(async () => {
  await group.close()
  await rm(folder, { recursive: true })
})
beforeEach(async () => {
  id = (await addCertificate(group, await addCohort(group, group.people))).certificate
})

const pathOf = (address: string) => address.replace(PUBLIC, "")
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

const required = (properties: object) => {
  return { type: "object", required: Object.keys(properties), properties }
}
const types = (...all: string[]) => {
  return { type: "array", items: { type: "string" }, allOf: all.map((one) => ({ contains: { const: one } })) }
}
const uri = { type: "string", pattern: "^(https|urn):" }
/** What Open Badges 3.0 asks of an AchievementCredential and its JWT, as we read the specification. */
const BADGE = required({
  "@context": {
    type: "array",
    prefixItems: [
      { const: "https://www.w3.org/ns/credentials/v2" },
      { type: "string", pattern: "^https://purl.imsglobal.org/spec/ob/v3p0/context-3[.0-9]+json$" },
    ],
  },
  id: uri,
  type: types("VerifiableCredential", "OpenBadgeCredential"),
  issuer: required({ id: uri, type: types("Profile"), name: { type: "string" } }),
  validFrom: { type: "string", pattern: "^[-0-9]{10}T[:0-9]{8}Z$" },
  credentialSubject: required({
    id: uri,
    type: types("AchievementSubject"),
    identifier: {
      type: "array",
      minItems: 1,
      items: required({
        type: { const: "IdentityObject" },
        hashed: { const: true },
        identityType: { const: "emailAddress" },
        identityHash: { type: "string", pattern: "^sha256\\$[0-9a-f]{64}$" },
        salt: { type: "string", minLength: 16 },
      }),
    },
    achievement: required({
      id: uri,
      type: types("Achievement"),
      name: { type: "string", minLength: 1 },
      description: { type: "string", minLength: 1 },
      criteria: required({ narrative: { type: "string" } }),
      alignment: {
        type: "array",
        items: required({ type: types("Alignment"), targetName: { type: "string" }, targetUrl: uri }),
      },
      resultDescription: {
        type: "array",
        items: required({ id: uri, type: types("ResultDescription"), name: {}, resultType: {} }),
      },
    }),
  }),
  credentialStatus: required({
    type: { const: "BitstringStatusListEntry" },
    statusPurpose: { const: "revocation" },
    statusListIndex: { type: "string", pattern: "^[0-9]+$" },
    statusListCredential: uri,
  }),
  iss: uri,
  jti: uri,
  sub: uri,
  nbf: { type: "integer" },
})

describe("An Open Badge", () => {
  it("is verified by another library with the published key, and has what the specification asks for", async () => {
    const { text, headers } = await badgeOf(id).buffer(true).expect(200)
    expect(headers["content-type"]).toContain("application/vc+jwt")
    const { header, credential } = await verified(text)
    expect(header.alg).toBe("RS256")
    const ajv = new Ajv({ strict: false, allErrors: true })
    ajv.validate(BADGE, credential)
    expect(ajv.errors).toBeNull()
    expect(credential).toMatchObject({
      iss: credential.issuer.id,
      jti: credential.id,
      sub: credential.credentialSubject.id,
    })
    const { achievement, result } = credential.credentialSubject
    expect(achievement.alignment).toMatchObject([{ targetCode: "2.2", targetFramework: "DigComp 2.2" }])
    const described = achievement.resultDescription.map((one: { id: string }) => one.id)
    expect(result.map((one: { resultDescription: string }) => one.resultDescription)).toEqual(described)
    expect(result[1].value).toBe("5: Leitet andere an")
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
    await group.nobody.get(`${pathOf(achievement.id)},unsinn`).expect(404)
  })
})

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
    // Nothing is left that could sign with the earlier one.
    expect((await readFile(own, "utf8")).match(/"d":/g)).toHaveLength(1)
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
