import { buffer } from "node:stream/consumers"
import sharp from "sharp"
import supertest from "supertest"
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest"
import { sweepAttachments } from "../../server/forum/attachments/actions.ts"
import { DAY, moveClock, resetClock } from "../../server/kernel/time.ts"
import type { Person } from "../support/world.ts"
import { ask, openTown, type Town } from "./town.ts"

let town: Town
let photo: Buffer
beforeAll(async () => {
  town = await openTown()
  const withPlace = { IFD3: { GPSLatitude: "52/1 31/1 0/1" }, IFD0: { Copyright: "GEHEIM" } }
  photo = await sharp({ create: { width: 40, height: 20, channels: 3, background: "#aabbcc" } })
    .withExif(withPlace)
    .jpeg()
    .toBuffer()
})
afterEach(() => resetClock())
afterAll(() => town.close())

const upload = (person: Person, bytes: Buffer, name: string) =>
  supertest(town.app.server)
    .post("/api/attachments")
    .set("cookie", person.cookie)
    .set("origin", "http://localhost:3000")
    .attach("file", bytes, name)

const asBytes: Parameters<supertest.Test["parse"]>[0] = (response, done) => {
  buffer(response as unknown as NodeJS.ReadableStream).then(
    (bytes) => done(null, bytes),
    (error) => done(error, null),
  )
}

describe("an attachment", () => {
  it("is an image without the camera's notes, shown to whoever sees the post", async () => {
    const { mueller, huber, facilitator } = town.people
    expect(photo.toString("latin1")).toContain("GEHEIM")
    const { body } = await upload(mueller, photo, "../Foto O'Neill 🙂.exe").expect(201)
    expect(body).toMatchObject({
      name: "Foto O'Neill 🙂.jpg",
      mediaType: "image/jpeg",
      image: true,
      width: 40,
    })
    await huber.agent.get(`/anhaenge/${body.id}`).expect(404)
    await mueller.agent.get(`/anhaenge/${body.id}`).expect(200)
    const id = await ask(mueller, town.categories.open, {
      attachments: [{ id: body.id, alternative: "Maske" }],
    })
    const file = await huber.agent.get(`/anhaenge/${body.id}`).expect(200)
    expect(file.headers["content-disposition"]).toMatch(
      /^inline; filename="Foto O'Neill _+\.jpg"; filename\*=UTF-8''Foto%20O%27Neill%20%F0%9F%99%82\.jpg$/,
    )
    expect(file.headers["x-content-type-options"]).toBe("nosniff")
    expect(file.headers["content-security-policy"]).toContain("sandbox")
    expect(file.body.toString("latin1")).not.toContain("GEHEIM")
    await facilitator.agent.get(`/anhaenge/${body.id}`).expect(404)
    const seen = await huber.agent.get(`/api/questions/${id}`).expect(200)
    expect(seen.body.attachments[0]).toMatchObject({ id: body.id, alternative: "Maske" })
  })

  it("comes whole with its length, in parts, by its head alone, or not at all where it is unchanged", async () => {
    const { mueller, huber } = town.people
    const text = Buffer.from(`Zeile;Betrag\n${"Miete;1234\n".repeat(500)}`)
    const { body } = await upload(mueller, text, "Liste.csv").expect(201)
    const file = (headers: Record<string, string> = {}, method: "GET" | "HEAD" = "GET", person = mueller) =>
      town.app.inject({
        method,
        url: `/anhaenge/${body.id}`,
        headers: { cookie: person.cookie, "accept-encoding": "br, gzip", ...headers },
      })
    const whole = await file()
    expect(whole.rawPayload).toEqual(text)
    const told = {
      "content-length": String(text.length),
      "accept-ranges": "bytes",
      "content-type": body.mediaType,
    }
    expect(whole.headers).toMatchObject(told)
    expect(whole.headers).not.toHaveProperty("content-encoding")
    const head = await file({}, "HEAD")
    expect(head.rawPayload).toHaveLength(0)
    expect(head.headers).toMatchObject(told)
    const part = await file({ range: "bytes=6-11" })
    expect(part).toMatchObject({ statusCode: 206, body: "Betrag" })
    expect(part.headers).toMatchObject({
      "content-range": `bytes 6-11/${text.length}`,
      "content-length": "6",
    })
    const outside = await file({ range: "bytes=999999-" })
    expect(outside.statusCode).toBe(416)
    expect(outside.headers["content-range"]).toBe(`bytes */${text.length}`)
    const known = { "if-none-match": String(whole.headers.etag) }
    for (const method of ["GET", "HEAD"] as const) {
      const unchanged = await file(known, method)
      expect(unchanged).toMatchObject({ statusCode: 304, body: "" })
      expect(unchanged.headers).toMatchObject({
        etag: whole.headers.etag,
        "cache-control": "private, no-cache",
      })
    }
    expect((await file({ "if-none-match": '"another"' })).statusCode).toBe(200)
    // Who may not have it learns nothing from what they name.
    expect((await file(known, "GET", huber)).statusCode).toBe(404)
  })

  it("is refused when its content is not what is allowed, whatever its name says", async () => {
    const { mueller } = town.people
    const cases: [Buffer, string, number, string][] = [
      [
        Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"),
        "bild.png",
        415,
        "attachment.page",
      ],
      [Buffer.from("<!doctype html><script>alert(1)</script>"), "notiz.txt", 415, "attachment.page"],
      [Buffer.from("MZ\u0090\u0000\u0003"), "programm.pdf", 415, "attachment.program"],
      [Buffer.alloc(0), "leer.txt", 422, "attachment.empty"],
      [Buffer.concat([photo.subarray(0, 60), Buffer.alloc(200)]), "kaputt.jpg", 422, "attachment.unreadable"],
    ]
    for (const [bytes, name, status, code] of cases) {
      const refused = await upload(mueller, bytes, name)
      expect([refused.status, refused.body.code], name).toEqual([status, code])
    }
    const large = await upload(mueller, Buffer.alloc(10 * 1024 * 1024 + 1, 65), "gross.txt")
    expect(large.status).toBe(413)
    await upload(mueller, Buffer.from("Az;Betrag\n1;2\n"), "liste.csv").expect(201)
    await upload(mueller, Buffer.from("%PDF-1.7\n1 0 obj\n"), "bescheid").expect(201)
  })

  it("of text is given back byte for byte, with the charset that it is written in", async () => {
    const { mueller } = town.people
    const cases: [Buffer, string, string][] = [
      [
        Buffer.from("\ufeffName\tBetrag\r\nMüller\t12\r\n", "utf16le"),
        "liste.csv",
        "text/csv; charset=utf-16le",
      ],
      [Buffer.from("Müller;12 \x80\r\n", "latin1"), "alt.csv", "text/csv; charset=windows-1252"],
      [Buffer.from("Alter Export\r\n\x1a"), "export.txt", "text/plain; charset=utf-8"],
    ]
    for (const [bytes, name, mediaType] of cases) {
      const { body } = await upload(mueller, bytes, name).expect(201)
      const file = await mueller.agent.get(`/anhaenge/${body.id}`).buffer().parse(asBytes).expect(200)
      expect(file.headers).toMatchObject({ "content-type": mediaType, "x-content-type-options": "nosniff" })
      expect(file.headers["content-disposition"]).toMatch(/^attachment; /)
      expect(bytes.equals(file.body)).toBe(true)
    }
  })

  it("of somebody else cannot be used, and one that was not used is deleted after a day", async () => {
    const { mueller, huber } = town.people
    const { body } = await upload(mueller, photo, "foto.jpg").expect(201)
    const question = {
      categoryId: town.categories.open,
      title: "Mit fremdem Bild",
      body: "x",
      attachments: [{ id: body.id, alternative: "" }],
    }
    expect((await huber.agent.post("/api/questions", question).expect(422)).body.errors[0].field).toBe(
      "attachments",
    )
    moveClock(2 * DAY)
    expect(await sweepAttachments(town.db, town.parts.files)).toBeGreaterThan(0)
    resetClock()
    await mueller.agent.get(`/anhaenge/${body.id}`).expect(404)
  })

  it("goes with its post: hidden with it, and taken off by who moderates", async () => {
    const { mueller, huber, vogt } = town.people
    const { body } = await upload(mueller, photo, "foto.jpg").expect(201)
    const id = await ask(mueller, town.categories.open, { attachments: [{ id: body.id, alternative: "" }] })
    await huber.agent.delete(`/api/attachments/${body.id}`).expect(403)
    await vogt.agent.post(`/api/posts/${id}/hide`, { reason: "Name im Bild" }).expect(204)
    await huber.agent.get(`/anhaenge/${body.id}`).expect(404)
    await vogt.agent.delete(`/api/attachments/${body.id}`).expect(204)
    await mueller.agent.get(`/anhaenge/${body.id}`).expect(404)
  })
})
