import { connect } from "node:net"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { openWorld, type Person, type World } from "../support/world.ts"

let world: World
let clerk: Person
let port: number
beforeAll(async () => {
  world = await openWorld()
  clerk = await world.person("Petra Müller", ["clerk"], [await world.department("Wohngeld")])
  port = Number(new URL(await world.app.listen({ port: 0, host: "127.0.0.1" })).port)
})
afterAll(() => world.close())

const part = (content: string, name = "a.txt") =>
  `--grenze\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\n\r\n${content}\r\n`
const END = "--grenze--\r\n"

const post = (path: string, type: string, body: string) =>
  fetch(`http://127.0.0.1:${port}${path}`, {
    method: "POST",
    headers: { cookie: clerk.cookie, origin: world.config.publicUrl, "content-type": type },
    body,
  })

const BODIES: [name: string, body: string, type?: string][] = [
  ["cut within a file", part("halb").slice(0, -4)],
  ["cut within a head", "--grenze\r\nContent-Dispo"],
  ["cut within a boundary", `${part("ganz")}--gre`],
  ["cut after a file", part("ganz")],
  ["with a part that has no head", `--grenze\r\n\r\n${END}`],
  ["with another boundary", `--andere\r\n${END}`],
  ["of nothing like it", "Unsinn"],
  ["without a boundary", part("ganz") + END, "multipart/form-data"],
  ["with an empty boundary", part("ganz") + END, "multipart/form-data; boundary="],
  [
    "with a field that calls itself JSON",
    `--grenze\r\nContent-Disposition: form-data; name="x"\r\nContent-Type: application/json\r\n\r\n{"a":\r\n${END}`,
  ],
  [
    "with a field of JSON",
    `--grenze\r\nContent-Disposition: form-data; name="x"\r\nContent-Type: application/json\r\n\r\n{"a":1}\r\n${END}`,
  ],
  [
    "with the name of something else",
    `--grenze\r\nContent-Disposition: form-data; name="__proto__"\r\n\r\nx\r\n${END}`,
  ],
]

describe("a body of several parts", () => {
  it.each(BODIES)("%s is refused as the sender's fault", async (_name, body, type) => {
    for (const path of ["/api/attachments", "/fragen/neu"]) {
      const { status } = await post(path, type ?? "multipart/form-data; boundary=grenze", body)
      expect([400, 415, 422], `${path} answered ${status}`).toContain(status)
    }
  })

  it("is taken where it is whole", async () => {
    const type = "multipart/form-data; boundary=grenze"
    expect((await post("/api/attachments", type, part("ganz") + END)).status).toBe(201)
  })

  it("whose sender ends in the middle is answered, and harms nobody", async () => {
    const socket = connect(port, "127.0.0.1")
    const head = [
      "POST /api/attachments HTTP/1.1",
      "Host: localhost",
      `Origin: ${world.config.publicUrl}`,
      `Cookie: ${clerk.cookie}`,
      "Content-Type: multipart/form-data; boundary=grenze",
      "Content-Length: 5000",
    ]
    const closed = new Promise((resolve) => socket.once("close", resolve))
    let answer = ""
    socket.on("data", (piece) => {
      answer += piece
    })
    socket.write(`${head.join("\r\n")}\r\n\r\n${part("halb")}`, () => socket.end())
    await closed
    expect(answer).toMatch(/^HTTP\/1\.1 400 /)
    const type = "multipart/form-data; boundary=grenze"
    expect((await post("/api/attachments", type, part("ganz") + END)).status).toBe(201)
  })

  it("keeps eight files of a person, and names the others", async () => {
    const files = Array.from({ length: 11 }, (_, n) => part("Text", `Liste-${n}.txt`)).join("")
    const page = await post("/fragen/neu", "multipart/form-data; boundary=grenze", files + END)
    const text = await page.text()
    const kept = text.match(/name="attachmentId" value="/g) ?? []
    expect(kept).toHaveLength(8)
    for (const n of [8, 9, 10]) expect(text).toContain(`Liste-${n}.txt: `)
  })
})
