import supertest from "supertest"
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest"
import { sweepAttachments } from "../../server/forum/attachments/actions.ts"
import { DAY, moveClock, resetClock } from "../../server/kernel/time.ts"
import { openWorld, type Person, type World } from "../support/world.ts"

/** Room for two of these files, and not for three. */
const FILE = Buffer.from("Zeile mit Text\n".repeat(70))
let world: World
let department: string
beforeAll(async () => {
  world = await openWorld({ fileQuotaBytes: 2500 })
  department = await world.department("Wohngeld")
})
afterEach(() => resetClock())
afterAll(() => world.close())

const clerk = (name: string) => world.person(name, ["clerk"], [department])
const upload = (person: Person, bytes = FILE, name = "liste.txt") =>
  supertest(world.app.server)
    .post("/api/attachments")
    .set("cookie", person.cookie)
    .set("origin", world.config.publicUrl)
    .attach("file", bytes, name)

describe("the room that a person has for files", () => {
  it("is used up by what is kept, of which the person is told in their language", async () => {
    const [mueller, huber] = [await clerk("Petra Müller"), await clerk("Josef Huber")]
    await upload(mueller).expect(201)
    await upload(mueller).expect(201)
    const refused = await upload(mueller).expect(413)
    expect(refused.body).toMatchObject({ code: "attachment.quota", detail: { file: "liste.txt" } })
    expect(refused.body.title).toContain("Ihr Platz für Dateien")
    await upload(huber).expect(201)
    const form = await supertest(world.app.server)
      .post("/fragen/neu")
      .set({ cookie: `${mueller.cookie}; language=en`, origin: world.config.publicUrl })
      .field("title", "Was gilt?")
      .attach("files", FILE, "noch-eine.txt")
    expect(form.text).toMatch(/noch-eine\.txt: (Ihr Platz für Dateien|Your room for files)/)
    expect(form.text).toContain("Was gilt?")
  })

  it("does not let two at once share the last of it", async () => {
    const person = await clerk("Anna Vogt")
    const sent = await Promise.all([1, 2, 3, 4, 5].map(() => upload(person)))
    expect(sent.map(({ status }) => status).toSorted()).toEqual([201, 201, 413, 413, 413])
  })

  it("is free again once a file that was taken back is gone, and not before", async () => {
    const person = await clerk("Karl Weber")
    const first = await upload(person).expect(201)
    await upload(person).expect(201)
    const { remove } = world.parts.files
    // The disk fails: the file stays where it is.
    world.parts.files.remove = () => Promise.reject(new Error("disk"))
    await person.agent.delete(`/api/attachments/${first.body.id}`).expect(500)
    world.parts.files.remove = remove
    await upload(person).expect(413)
    await person.agent.get(`/anhaenge/${first.body.id}`).expect(404)
    moveClock(DAY + 1000)
    expect(await sweepAttachments(world.db, world.parts.files)).toBeGreaterThan(0)
    await upload(person).expect(201)
  })

  it("is free at once where an own upload was taken back", async () => {
    const person = await clerk("Maria Schulz")
    const { body } = await upload(person).expect(201)
    await upload(person).expect(201)
    await person.agent.delete(`/api/attachments/${body.id}`).expect(204)
    await upload(person).expect(201)
    await upload(person).expect(413)
  })
})
