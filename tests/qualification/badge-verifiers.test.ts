import { readFileSync } from "node:fs"
import { verifyCredential } from "@digitalcredentials/verifier-core"
import { createLocalJWKSet, decodeProtectedHeader, type JSONWebKeySet, jwtVerify } from "jose"
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest"
import { HOUR, MINUTE, moveClock, resetClock } from "../../server/kernel/time.ts"
import { openBadgeKeys, rotateBadgeKey } from "../../server/qualification/badges/keys.ts"
import { prove } from "../../server/qualification/badges/proofs.ts"
import { openBadgeTown, PUBLIC, pathOf, stubNetwork } from "./badge-town.ts"

/**
 * Two verifiers that nobody here wrote: the core of the Digital Credentials Consortium, which takes embedded proofs,
 * and jose, which takes JWTs. Both reach nothing but this application and the published schema.
 */
const SCHEMA = "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json"
const published = {
  [SCHEMA]: readFileSync(
    new URL("./specifications/ob_v3p0_achievementcredential_schema.json", import.meta.url),
    "utf8",
  ),
}
type Badge = Parameters<typeof verifyCredential>[0]["credential"]

let town: Awaited<ReturnType<typeof openBadgeTown>>
let asked: string[]
let id: string

beforeAll(async () => {
  town = await openBadgeTown()
})
afterAll(() => town.close())
beforeEach(async () => {
  resetClock()
  // The verifier tells of the schema's own faults.
  vi.spyOn(console, "warn").mockReturnValue()
  asked = stubNetwork(town.group.nobody, published)
  id = await town.certify()
})

const read = async (form: string) => {
  const { mueller } = town.group.people
  return (await mueller.agent.get(`/api/certificates/${id}/${form}`).buffer(true).expect(200)).text
}
const badge = async (): Promise<Badge> => JSON.parse(await read("badge.json"))
const revoke = () =>
  town.group.people.facilitator.agent.post(`/api/certificates/${id}/revoke`, { reason: "Irrtum" }).expect(204)

/** What the consortium's verifier finds: each step with its result, or the one error that ends it. */
async function judged(credential: Badge) {
  const { log, errors, additionalInformation } = await verifyCredential({
    credential,
    knownDIDRegistries: [],
  })
  return {
    error: errors?.[0]?.name ?? null,
    ...Object.fromEntries((log ?? []).map((step) => [step.id, step.valid ?? step.error?.name])),
    schema: additionalInformation?.[0]?.results[0]?.result ?? null,
  }
}
const GOOD = {
  error: null,
  valid_signature: true,
  revocation_status: true,
  expiration: true,
  schema: { valid: true },
}

describe("A badge with an embedded proof", () => {
  it("is accepted by the consortium's verifier, by signature, status, dates and schema", async () => {
    expect(await judged(await badge())).toMatchObject(GOOD)
    expect([...new Set(asked)].toSorted()).toEqual([
      `${PUBLIC}/api/badges/did.json`,
      `${PUBLIC}/api/badges/status-list`,
      SCHEMA,
    ])
  })

  it("is refused once one of its claims is another", async () => {
    const { name: _name, ...others } = await badge()
    const forged = [
      { ...others, name: "Anderes" },
      others,
      { ...(await badge()), awardedDate: "2020-01-01T00:00:00Z" },
    ]
    for (const one of forged) expect((await judged(one as Badge)).error).toBe("invalid_signature")
  })

  it("is refused where somebody else signed it in our name, or with a key that we do not name", async () => {
    const keys = await openBadgeKeys(town.group.config)
    const foreign = await openBadgeKeys({ ...town.group.config, badgeKeyFile: await foreignFile() })
    if (!keys?.proving || !foreign?.proving) throw new Error("no keys")
    const { proof: _proof, ...bare } = await badge()
    for (const kid of [keys.proving.kid, foreign.proving.kid]) {
      const forged = await prove(PUBLIC, { ...foreign.proving, ...(kid && { kid }) }, bare, new Date())
      expect((await judged(forged as Badge)).error).toBe("invalid_signature")
    }
    const own = await prove(PUBLIC, keys.proving, bare, new Date())
    expect((await judged(own as Badge)).error).toBeNull()
  })

  it("is refused once it is revoked, by its status alone", async () => {
    const out = await badge()
    await revoke()
    expect(await judged(out)).toMatchObject({ ...GOOD, revocation_status: false })
  })

  it("has the same bytes whenever it is asked for", async () => {
    const first = await read("badge.json")
    moveClock(40 * 24 * HOUR)
    expect(await read("badge.json")).toBe(first)
  })
})

describe("A badge as a JWT", () => {
  const keySet = async () => {
    const { body } = await town.group.nobody.get("/api/badges/keys").expect(200)
    return createLocalJWKSet(body as JSONWebKeySet)
  }

  it("is accepted by a JOSE library, and so is the list that it names", async () => {
    const { payload } = await jwtVerify(await read("badge"), await keySet(), { algorithms: ["RS256"] })
    const { statusListCredential } = payload.credentialStatus as { statusListCredential: string }
    const list = await town.group.nobody.get(pathOf(statusListCredential)).buffer(true).expect(200)
    await jwtVerify(list.text, await keySet(), { issuer: `${PUBLIC}/api/badges/issuer` })
  })

  it("is refused with another claim, and by another key", async () => {
    const [head, body, signature] = (await read("badge")).split(".")
    const claims = JSON.parse(Buffer.from(body ?? "", "base64url").toString())
    const forged = Buffer.from(JSON.stringify({ ...claims, name: "Anderes" })).toString("base64url")
    await expect(jwtVerify(`${head}.${forged}.${signature}`, await keySet())).rejects.toThrow("signature")
    const foreign = await openBadgeKeys({ ...town.group.config, badgeKeyFile: await foreignFile() })
    const { kid } = decodeProtectedHeader(await read("badge"))
    const keys = (foreign?.published ?? []).map((key) => ({ ...key, kid: String(kid) }))
    await expect(jwtVerify(await read("badge"), createLocalJWKSet({ keys }))).rejects.toThrow("signature")
  })
})

describe("A verifier whose clock is behind ours", () => {
  const BEHIND = 50 * MINUTE

  it("takes a badge that was issued this moment, and the list of the revoked", async () => {
    // Ours goes ahead; the verifiers ask the system.
    moveClock(BEHIND)
    id = await town.certify()
    expect(await judged(await badge())).toMatchObject(GOOD)
    const { body } = await town.group.nobody.get("/api/badges/keys").expect(200)
    const keys = createLocalJWKSet(body as JSONWebKeySet)
    const { text: list } = await town.group.nobody.get("/api/badges/status").buffer(true).expect(200)
    for (const token of [await read("badge"), list]) {
      const { payload } = await jwtVerify(token, keys)
      for (const claim of [payload.nbf, payload.iat ?? payload.nbf])
        expect((claim ?? Number.NaN) * 1000).toBeLessThan(Date.now())
      expect(Date.parse(String(payload.validFrom))).toBeLessThan(Date.now())
    }
  })

  it("is told the day of issue all the same", async () => {
    moveClock(BEHIND)
    id = await town.certify()
    const { awardedDate, validFrom } = (await badge()) as { awardedDate?: string; validFrom?: string }
    expect(Date.parse(String(awardedDate))).toBeGreaterThan(Date.now())
    expect(Date.parse(String(awardedDate)) - Date.parse(String(validFrom))).toBe(HOUR)
  })
})

async function foreignFile(): Promise<string> {
  const file = `${town.folder}/foreign-${Math.random()}.json`
  await rotateBadgeKey(file)
  return file
}
