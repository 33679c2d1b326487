import { readFile, writeFile } from "node:fs/promises"
import { eq } from "drizzle-orm"
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { findActor } from "../../server/accounts/index.ts"
import { people } from "../../server/accounts/tables.ts"
import { bakeSvg } from "../../server/qualification/badges/baking.ts"
import { IMAGES } from "../../server/qualification/badges/image.ts"
import { openBadgeKeys } from "../../server/qualification/badges/keys.ts"
import { badgeForImage, proveBadge } from "../../server/qualification/badges/signing.ts"
import { openBadgeTown, PUBLIC } from "../qualification/badge-town.ts"
import { readPdf } from "../support/pdf.ts"

let town: Awaited<ReturnType<typeof openBadgeTown>>
let id: string

beforeAll(async () => {
  town = await openBadgeTown()
})
afterAll(() => town.close())
beforeEach(async () => {
  id = await town.certify()
})

const holder = () => town.group.people.mueller
const page = async () => (await holder().agent.get(`/zertifikate/${id}`).expect(200)).text

describe("The own badge on the page of the certificate", () => {
  it("says what to do with it, in both languages, and is found by the address that it had", async () => {
    const { headers } = await holder().agent.get(`/zertifikate/${id}/open-badge`).expect(308)
    expect(headers.location).toBe(`/zertifikate/${id}#open-badge`)
    const german = await page()
    expect(german).toContain('id="open-badge"')
    for (const title of ["Was darin steht", "Als Bild speichern", "Wallet", "Bei LinkedIn", "Bewerbung"])
      expect(german).toContain(title)
    await town.group.db.update(people).set({ locale: "en" }).where(eq(people.id, holder().id))
    const english = await page()
    await town.group.db.update(people).set({ locale: "de" }).where(eq(people.id, holder().id))
    for (const title of ["What it says", "Save it as a picture", "wallet", "On LinkedIn", "application"])
      expect(english).toContain(title)
    const ids = [...german.matchAll(/ id="([^"]+)"/g)].map((match) => match[1])
    expect(new Set(ids).size).toBe(ids.length)
  })

  it("offers every form, and each of them is there", async () => {
    const offered = [...(await page()).matchAll(/(?:href|src)="(\/api\/[^"]+)"/g)].map(
      (match) => match[1] ?? "",
    )
    const own = ["badge.png", "badge.svg", "badge.json", "badge"].map(
      (form) => `/api/certificates/${id}/${form}`,
    )
    expect(offered.toSorted()).toEqual(["/api/badges/image.svg", ...own].toSorted())
    for (const address of offered) await holder().agent.get(address).expect(200)
  })

  it("fills in LinkedIn's form with what it says that it hands over, and nothing of the person", async () => {
    const text = await page()
    const [, link = ""] = /href="(https:\/\/www\.linkedin\.com\/[^"]+)"/.exec(text) ?? []
    const { searchParams } = new URL(link.replaceAll("&amp;", "&"))
    const { body } = await holder().agent.get(`/api/certificates/${id}`).expect(200)
    const [year, month] = body.issuedOn.split("-")
    expect(Object.fromEntries(searchParams)).toEqual({
      startTask: "CERTIFICATION_NAME",
      name: body.programme,
      organizationName: body.installation,
      issueYear: year,
      issueMonth: String(Number(month)),
      certId: body.content.code,
      certUrl: `${PUBLIC}/zertifikate/pruefen/${body.content.code}`,
    })
    for (const handed of [body.programme, body.installation, `${month}/${year}`, body.content.code])
      expect(text).toContain(handed)
    expect(link).not.toContain("M%C3%BCller")
  })

  it("is the holder's alone, and gone once the certificate is revoked", async () => {
    const { facilitator, huber } = town.group.people
    const seen = await facilitator.agent.get(`/zertifikate/${id}`).expect(200)
    expect(seen.text).not.toContain('id="open-badge"')
    await huber.agent.get(`/zertifikate/${id}`).expect(404)
    expect(await page()).toContain('id="open-badge"')
    await facilitator.agent.post(`/api/certificates/${id}/revoke`, { reason: "Irrtum" }).expect(204)
    expect(await page()).not.toContain('id="open-badge"')
  })

  it("has its address in the PDF, where badges are issued", async () => {
    for (const [language, sentence] of [
      ["de", "auch als Open Badge"],
      ["en", "as an Open Badge, too"],
    ]) {
      const { body } = await holder()
        .agent.get(`/api/certificates/${id}/pdf?language=${language}`)
        .responseType("blob")
        .expect(200)
      const { text } = await readPdf(body)
      expect(text).toContain(sentence)
      expect(text.replaceAll(" ", "")).toContain(`${PUBLIC}/zertifikate/${id}#open-badge`)
    }
  })
})

describe("With keys of an earlier version", () => {
  it("a badge comes as a JWT, also within the picture, and no other form is offered", async () => {
    const { file, group } = town
    const keys = await readFile(file, "utf8")
    const earlier = JSON.parse(keys).keys.filter(({ kty }: { kty: string }) => kty === "RSA")
    await writeFile(file, JSON.stringify({ keys: earlier }))
    const text = await page()
    const opened = await openBadgeKeys(group.config)
    await writeFile(file, keys)
    expect(text).toContain(`href="/api/certificates/${id}/badge"`)
    expect(text).not.toContain("badge.json")
    const actor = await findActor(group.db, holder().id, null)
    if (!actor) throw new Error("nobody")
    const parts = { db: group.db, config: group.config, keys: opened }
    const dough = await badgeForImage(parts, actor, id)
    const { text: token } = await holder().agent.get(`/api/certificates/${id}/badge`).buffer(true)
    expect(dough).toEqual({ securing: "jwt", text: token })
    expect(bakeSvg(IMAGES.svg, dough)).toContain(`<openbadges:credential verify="${token}">`)
    await expect(proveBadge(parts, actor, id)).rejects.toMatchObject({ status: 404 })
  })
})
