import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import { Ajv2019 } from "ajv/dist/2019.js"
import { Ajv2020 } from "ajv/dist/2020.js"
import formats from "ajv-formats"
import { eq } from "drizzle-orm"
import { parseDocument } from "htmlparser2"
import jsonld, { type JsonLdDocument } from "jsonld"
import sharp from "sharp"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { CONTEXTS, loadBundled } from "../../server/qualification/badges/proofs.ts"
import { certificates } from "../../server/qualification/certificates/tables.ts"
import { openBadgeTown, pathOf } from "./badge-town.ts"

/** Badges against what the specifications publish: schemas, contexts, and how a picture carries one. */
const text = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8")
const IMAGE = "../../server/qualification/badges/image/badge"
const png = () => readFileSync(new URL(`${IMAGE}.png`, import.meta.url))
const json = (path: string) => JSON.parse(text(path))

let town: Awaited<ReturnType<typeof openBadgeTown>>
let full: string
let bare: string

beforeAll(async () => {
  town = await openBadgeTown()
  full = await town.certify()
  bare = await town.certify()
  await withoutCompetences(bare)
})
afterAll(() => town.close())

/** As of a programme without an assessment; and of an earlier version, which kept no achievement. */
async function withoutCompetences(id: string) {
  const { db } = town.group
  const [row] = await db.select().from(certificates).where(eq(certificates.id, id))
  if (!row) throw new Error("no certificate")
  const content = { ...row.content, competences: [], sentences: [] }
  await db
    .update(certificates)
    .set({ content, achievement: null, achievementId: null })
    .where(eq(certificates.id, id))
}

const file = async (id: string, form: string) => {
  const { mueller } = town.group.people
  const { body } = await mueller.agent.get(`/api/certificates/${id}/${form}`).responseType("blob").expect(200)
  return body as Buffer
}
const badgeOf = async (id: string) => JSON.parse((await file(id, "badge.json")).toString())
const claimsOf = (token: string) => JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString())
const jwtOf = async (id: string) => claimsOf((await file(id, "badge")).toString())
const published = async (path: string) => {
  const { text } = await town.group.nobody.get(`/api/badges/${path}`).buffer(true).expect(200)
  return JSON.parse(text)
}
const statusLists = async () => {
  const { text: token } = await town.group.nobody.get("/api/badges/status").buffer(true).expect(200)
  return [claimsOf(token), await published("status-list")]
}

describe("The published schemas", () => {
  const badges = new Ajv2019({ strict: false, allErrors: true })
  formats.default(badges)
  const isBadge = badges.compile(json("./specifications/ob_v3p0_achievementcredential_schema.json"))
  const credentials = new Ajv2020({ strict: false, allErrors: true })
  const isCredential = credentials.compile(json("./specifications/verifiable-credential-schema.json"))

  it("accept every badge, in both forms, with competences and without", async () => {
    for (const id of [full, bare])
      for (const badge of [await badgeOf(id), await jwtOf(id)])
        for (const accepts of [isBadge, isCredential]) {
          accepts(badge)
          expect(accepts.errors).toBeNull()
        }
  })

  it("would refuse one with a fault", async () => {
    const { validFrom: _validFrom, ...undated } = await badgeOf(full)
    expect(isBadge(undated)).toBe(false)
    const { issuer: _issuer, ...unissued } = await badgeOf(full)
    expect(isCredential(unissued)).toBe(false)
  })

  it("accept both lists of the revoked", async () => {
    for (const list of await statusLists()) {
      isCredential(list)
      expect(isCredential.errors).toBeNull()
    }
  })
})

describe("JSON-LD", () => {
  const expand = (document: JsonLdDocument) =>
    jsonld.expand(document, { documentLoader: loadBundled, safe: true } as object)

  it("loses no term of what is signed or published", async () => {
    const { achievement } = (await badgeOf(full)).credentialSubject
    const documents = [
      await badgeOf(full),
      await badgeOf(bare),
      ...(await statusLists()).map(({ iss: _i, jti: _j, sub: _s, nbf: _n, ...credential }) => credential),
      await published("issuer"),
      await published(`achievements/${achievement.id.split("/").at(-1)}`),
    ]
    for (const document of documents) expect(await expand(document)).toHaveLength(1)
    await expect(expand({ ...(await badgeOf(full)), unheard: "of" })).rejects.toThrow("Safe mode")
  })

  it("reads the contexts as they are published, and none from elsewhere", async () => {
    const sources = text("../../server/qualification/badges/contexts/README.md")
    for (const name of ["credentials-v2", "open-badges-3.0.3"]) {
      const content = text(`../../server/qualification/badges/contexts/${name}.jsonld`)
      expect(sources).toContain(createHash("sha256").update(content).digest("hex"))
    }
    expect(Object.values(CONTEXTS)).toEqual((await badgeOf(full))["@context"])
    await expect(loadBundled("https://elsewhere.example/context")).rejects.toThrow("No context of ours")
  })

  it("holds no empty list, and no type of a framework that is in neither CASE nor CTDL", async () => {
    const documents = [await badgeOf(full), await badgeOf(bare), await jwtOf(full), await jwtOf(bare)]
    for (const document of documents) {
      expect(JSON.stringify(document)).not.toMatch(/\[\]|\{\}|null/)
      expect(JSON.stringify(document)).not.toContain("targetType")
    }
    const { alignment } = (await badgeOf(full)).credentialSubject.achievement
    expect(alignment).toEqual([
      {
        type: ["Alignment"],
        targetName: "Sharing through digital technologies",
        targetCode: "2.2",
        targetDescription: "Bezeichnung in eigener Übersetzung: Teilen mithilfe digitaler Technologien",
        targetFramework: "DigComp 2.2",
        targetUrl: "http://data.europa.eu/esco/skill/40001d93-8937-4859-89d5-2dca53290ff4",
      },
    ])
    expect((await badgeOf(bare)).credentialSubject).not.toHaveProperty("result")
  })
})

describe("The picture", () => {
  it("has an address in every badge, where anybody sees it", async () => {
    const { image } = (await badgeOf(full)).credentialSubject.achievement
    expect(image).toMatchObject({ type: "Image", caption: expect.any(String) })
    const { body, headers } = await town.group.nobody.get(pathOf(image.id)).responseType("blob").expect(200)
    expect(headers["content-type"]).toBe("image/png")
    expect(await sharp(body).metadata()).toMatchObject({ format: "png", width: 512, height: 512 })
  })

  it("is the same as PNG and as SVG", async () => {
    const seen = (image: Buffer) => sharp(image).flatten({ background: "white" }).raw().toBuffer()
    const drawn = await seen(Buffer.from(text(`${IMAGE}.svg`)))
    const kept = await seen(png())
    expect(kept).toHaveLength(drawn.length)
    const apart = drawn.reduce((sum, value, at) => sum + Math.abs(value - (kept[at] ?? 0)), 0) / drawn.length
    expect(apart).toBeLessThan(1)
  })

  it("carries the badge as PNG, where an image library finds it once, uncompressed", async () => {
    const baked = await file(full, "badge.png")
    const { comments } = await sharp(baked).metadata()
    expect(comments?.map(({ keyword }) => keyword)).toEqual(["openbadgecredential"])
    expect(JSON.parse(comments?.[0]?.text ?? "")).toEqual(await badgeOf(full))
    expect(baked.includes(`iTXtopenbadgecredential\0\0\0\0\0{"@context"`)).toBe(true)
    // Whoever only looks sees the same picture.
    expect(await sharp(baked).raw().toBuffer()).toEqual(await sharp(png()).raw().toBuffer())
  })

  it("carries the badge as SVG, where an XML parser finds it first", async () => {
    const svg = (await file(full, "badge.svg")).toString()
    const root = parseDocument(svg, { xmlMode: true }).children.find(
      (node) => "name" in node && node.name === "svg",
    )
    if (!root || !("children" in root) || !("attribs" in root)) throw new Error("no drawing")
    expect(root.attribs["xmlns:openbadges"]).toBe("https://purl.imsglobal.org/ob/v3p0")
    const [credential] = root.children.filter((node) => "name" in node)
    if (!credential || !("children" in credential) || !("name" in credential)) throw new Error("no badge")
    expect(credential.name).toBe("openbadges:credential")
    const [section] = credential.children
    if (!section || !("children" in section)) throw new Error("no CDATA")
    const [content] = section.children
    expect(JSON.parse(content && "data" in content ? content.data : "")).toEqual(await badgeOf(full))
    expect(await sharp(Buffer.from(svg)).metadata()).toMatchObject({ format: "svg", width: 512 })
  })
})
