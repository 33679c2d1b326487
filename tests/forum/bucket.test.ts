import supertest from "supertest"
import { afterAll, beforeAll, expect, it } from "vitest"
import { sweepAttachments } from "../../server/forum/attachments/actions.ts"
import { DAY, moveClock } from "../../server/kernel/time.ts"
import { openS3Server, type S3Server } from "../support/s3-server.ts"
import { openWorld } from "../support/world.ts"
import { ask, openTown, type Town } from "./town.ts"

let server: S3Server
let town: Town
let question: string
beforeAll(async () => {
  server = await openS3Server()
  town = await openTown(openWorld({ bucket: server.bucket, filesIn: "s3" }))
  question = await ask(town.people.mueller, town.categories.open)
})
afterAll(async () => {
  await town?.close()
  await server?.close()
})

const LIST = Buffer.from(`Zeile;Betrag\n${"Miete;1234\n".repeat(500)}`)
const post = (path: string) =>
  supertest(town.app.server)
    .post(path)
    .set("cookie", town.people.mueller.cookie)
    .set("origin", "http://localhost:3000")

it("an attachment lies in the bucket, is read in whole and in part, and is gone there once nobody uses it", async () => {
  const { mueller } = town.people
  const { body } = await post("/api/attachments").attach("file", LIST, "Liste.csv").expect(201)
  expect([...server.stored.keys()]).toEqual([body.id])
  const whole = await mueller.agent.get(`/anhaenge/${body.id}`).expect(200)
  expect(whole.text).toBe(LIST.toString())
  const part = await mueller.agent.get(`/anhaenge/${body.id}`).set("range", "bytes=0-4").expect(206)
  expect(part.text).toBe("Zeile")
  expect(part.headers["content-range"]).toBe(`bytes 0-4/${LIST.length}`)
  await mueller.agent.get(`/anhaenge/${body.id}`).set("if-none-match", String(whole.headers.etag)).expect(304)
  moveClock(2 * DAY)
  await sweepAttachments(town.db, town.parts.files)
  expect(server.stored.size).toBe(0)
})

it("a bucket that is away is said with what was typed given back, and reading goes on", async () => {
  server.breaks.refused = 3
  const problem = await post("/api/attachments").attach("file", LIST, "Liste.csv").expect(503)
  expect(problem.body).toMatchObject({ code: "attachment.away" })
  server.breaks.refused = 3
  const text = "Ein langer Text, der nicht verloren gehen darf."
  const sent = await post(`/fragen/${question}/antworten`)
    .field("body", text)
    .attach("files", LIST, "Liste.csv")
  expect(sent.text).toContain("Die Ablage der Dateien antwortet gerade nicht")
  expect(sent.text).toContain(text)
  // As with every file that a form sends in vain.
  expect(sent.status).toBe(422)
  server.breaks.refused = 0
  await town.people.huber.agent.get(`/fragen/${question}`).expect(200)
  await post(`/fragen/${question}/antworten`)
    .field("body", text)
    .attach("files", LIST, "Liste.csv")
    .expect(303)
  expect(server.stored.size).toBe(1)
})
