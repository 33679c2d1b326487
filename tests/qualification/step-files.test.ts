import { eq } from "drizzle-orm"
import { strFromU8 } from "fflate"
import sharp from "sharp"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { auditLog } from "../../server/kernel/tables.ts"
import { DAY, now } from "../../server/kernel/time.ts"
import { stepFileBytes } from "../../server/qualification/files/queries.ts"
import { cohortSteps } from "../../server/qualification/tables.ts"
import { filesOfArchive } from "../support/own-data.ts"
import type { Person } from "../support/world.ts"
import { type Group, openGroup } from "./group.ts"

let group: Group
let picture: Buffer
beforeAll(async () => {
  group = await openGroup()
  picture = await sharp({ create: { width: 8, height: 8, channels: 3, background: "white" } })
    .jpeg()
    .withExif({ IFD0: { Model: "Ein Telefon" } })
    .toBuffer()
})
afterAll(() => group.close())

const PDF = Buffer.from("%PDF-1.7\n1 0 obj\n<<>>\nendobj\n")
const api = (step: string, end: string) => `/api/cohort-steps/${step}/${end}`
const send = ({ agent }: Person, address: string, bytes: Buffer, name: string) =>
  agent.post(address).attach("file", bytes, name)
const filesOf = async ({ agent }: Person, step: string) =>
  (await agent.get(api(step, "files")).expect(200)).body
const open = ({ agent }: Person, id: string) => agent.get(`/schritte/dateien/${id}`)

describe("what a facilitator hands out", () => {
  it("is downloaded by the group at each sort of step, once for a key, and by nobody else", async () => {
    const { facilitator, mueller, schoeller, outsider } = group.people
    const { workshop, practice, meeting, assessment } = group.steps
    for (const step of [workshop, practice, meeting]) {
      const address = api(step, "handouts?key=ein-schluessel&caption=Folien")
      const first = await send(facilitator, address, PDF, "Folien 1.pdf").expect(201)
      const again = await send(facilitator, address, PDF, "Folien 1.pdf").expect(201)
      expect(again.body.id).toBe(first.body.id)
      const { handouts, can } = await filesOf(mueller, step)
      expect(handouts).toEqual([
        {
          id: first.body.id,
          name: "Folien 1.pdf",
          caption: "Folien",
          image: false,
          bytes: PDF.length,
          check: "clean",
          can: { remove: false },
        },
      ])
      expect(can).toEqual({ handOut: false, handIn: true })
      const { headers } = await open(mueller, first.body.id).expect(200)
      expect(headers["content-disposition"]).toContain('attachment; filename="Folien 1.pdf"')
      expect(headers["content-security-policy"]).toContain("sandbox")
      await open(schoeller, first.body.id).expect(403)
      await open(outsider, first.body.id).expect(404)
    }
    await send(facilitator, api(assessment, "handouts"), PDF, "Folien.pdf").expect(404)
    await send(mueller, api(workshop, "handouts"), PDF, "Folien.pdf").expect(403)
  })

  it("comes with an impulse on its date, and not before", async () => {
    const { facilitator, mueller } = group.people
    const { impulse } = group.steps
    const { body } = await send(facilitator, api(impulse, "handouts"), PDF, "Aufgabe.pdf").expect(201)
    await open(mueller, body.id).expect(404)
    await send(mueller, api(impulse, "handouts"), PDF, "Aufgabe.pdf").expect(404)
    await group.db.update(cohortSteps).set({ startsAt: now() }).where(eq(cohortSteps.id, impulse))
    await open(mueller, body.id).expect(200)
    const page = (await mueller.agent.get(`/lernimpulse/${impulse}`).expect(200)).text
    expect(page).toContain(`/schritte/dateien/${body.id}`)
    const startsAt = new Date(now().getTime() + DAY)
    await group.db.update(cohortSteps).set({ startsAt }).where(eq(cohortSteps.id, impulse))
    await open(mueller, body.id).expect(404)
  })

  it("is added and deleted by forms, several at once; what is refused is named", async () => {
    const { facilitator, mueller } = group.people
    const { practice } = group.steps
    const path = `/praxisphasen/${practice}`
    const before = (await filesOf(facilitator, practice)).handouts.length
    const { text } = await facilitator.agent
      .post(`/schritte/${practice}/dateien`)
      .field({ back: path, caption: "Unterlagen" })
      .attach("files", PDF, "eins.pdf")
      .attach("files", Buffer.from("MZ"), "programm.exe")
      .attach("files", picture, "zwei.jpg")
      .expect(415)
    expect(text).toContain("programm.exe")
    const { handouts } = await filesOf(facilitator, practice)
    expect(handouts).toHaveLength(before + 2)
    const shown = (await mueller.agent.get(path).expect(200)).text
    expect(shown).toContain("Unterlagen: eins.pdf")
    expect(shown).not.toContain(`action="/schritte/${practice}/dateien`)
    const last = handouts.at(-1).id
    const remove = `/schritte/dateien/${last}/loeschen`
    await mueller.agent.form(remove, { back: path }).expect(403)
    expect((await facilitator.agent.get(path).expect(200)).text).toContain(remove)
    const done = await facilitator.agent.form(remove, { back: `${path}#dateien` }).expect(303)
    expect(done.headers.location).toBe(`${path}?hinweis=step-file-removed#dateien`)
    await open(facilitator, last).expect(404)
    await expect(group.parts.files.get(last)).rejects.toMatchObject({ status: 404 })
    const [entry] = await group.db
      .select()
      .from(auditLog)
      .where(eq(auditLog.action, "cohort.handout-removed"))
    expect(entry).toMatchObject({ actorId: facilitator.id, subjectId: practice })
  })
})

describe("the photo of a sheet that was filled in on paper", () => {
  it("is seen by its learner and the facilitators, and for the other learners it is not there", async () => {
    const { facilitator, mueller, huber, schoeller, outsider } = group.people
    const { meeting } = group.steps
    await send(mueller, api(meeting, "sheets"), PDF, "bogen.pdf").expect(415)
    const { body } = await send(
      mueller,
      api(meeting, "sheets?caption=Telefonat"),
      picture,
      "IMG_1.jpg",
    ).expect(201)
    const sheet = { id: body.id, learner: "Sabine Müller", caption: "Telefonat", can: { remove: true } }
    expect((await filesOf(mueller, meeting)).sheets).toMatchObject([sheet])
    expect((await filesOf(facilitator, meeting)).sheets).toMatchObject([sheet])
    expect((await filesOf(huber, meeting)).sheets).toEqual([])
    await open(mueller, body.id).expect(200)
    await open(facilitator, body.id).expect(200)
    await open(huber, body.id).expect(404)
    await open(outsider, body.id).expect(404)
    await open(schoeller, body.id).expect(403)
    await send(facilitator, api(meeting, "sheets"), picture, "bogen.jpg").expect(403)
    const page = `/termine/${meeting}`
    expect((await facilitator.agent.get(page).expect(200)).text).toContain("Sabine Müller: Telefonat")
    const own = (await mueller.agent.get(page).expect(200)).text
    expect(own).toContain("Das Foto sehen nur Sie und Ihre Lernbegleitung.")
    expect((await huber.agent.get(page).expect(200)).text).not.toContain(body.id)
    await huber.agent.form(`/schritte/dateien/${body.id}/loeschen`, { back: page }).expect(404)
    await huber.agent.delete(`/api/step-files/${body.id}`).expect(404)
  })

  it("has lost where and with what it was taken, counts as the learner's, and can be taken back", async () => {
    const { mueller } = group.people
    const { practice } = group.steps
    const before = await stepFileBytes(group.db, mueller.id)
    await mueller.agent
      .post(`/schritte/${practice}/boegen`)
      .field({ back: `/praxisphasen/${practice}`, caption: "" })
      .attach("photos", picture, "foto.jpg")
      .expect(303)
    const [sheet] = (await filesOf(mueller, practice)).sheets
    const { body } = await open(mueller, sheet.id).buffer(true).expect(200)
    expect(body.includes("Ein Telefon")).toBe(false)
    expect(await stepFileBytes(group.db, mueller.id)).toBe(before + sheet.bytes)
    await mueller.agent.delete(`/api/step-files/${sheet.id}`).expect(204)
    expect(await stepFileBytes(group.db, mueller.id)).toBe(before)
    const [entry] = await group.db.select().from(auditLog).where(eq(auditLog.action, "cohort.sheet-removed"))
    expect(entry?.detail).toEqual({ memberId: group.members.mueller })
  })

  it("is seen by no facilitator any more once its learner was taken out, until they are taken in again", async () => {
    const { facilitator, huber } = group.people
    const { meeting } = group.steps
    const { body } = await send(huber, api(meeting, "sheets"), picture, "bogen.jpg").expect(201)
    await open(facilitator, body.id).expect(200)
    const members = `/api/cohorts/${group.cohortId}/members`
    await facilitator.agent.delete(`${members}/${group.members.huber}`).expect(204)
    await open(facilitator, body.id).expect(404)
    expect(JSON.stringify(await filesOf(facilitator, meeting))).not.toContain(body.id)
    await facilitator.agent.post(members, { personId: huber.id, part: "learner" }).expect(201)
    await open(facilitator, body.id).expect(200)
    await open(huber, body.id).expect(200)
  })

  it("is taken along in the archive of one's own data, as a file", async () => {
    const { dangelo } = group.people
    const { meeting } = group.steps
    const address = api(meeting, "sheets?caption=Arbeitsablauf")
    const { body: made } = await send(dangelo, address, picture, "ablauf.jpg").expect(201)
    const files = await filesOfArchive(group, dangelo)
    const rows = JSON.parse(strFromU8(files["dateien.json"] ?? new Uint8Array()))
    expect(rows).toMatchObject([{ kind: "sheet", caption: "Arbeitsablauf", file: "dateien/1-ablauf.jpg" }])
    const { body: shown } = await open(dangelo, made.id).buffer(true).parse(bytesOf).expect(200)
    expect(Buffer.from(files["dateien/1-ablauf.jpg"] ?? [])).toEqual(shown)
    expect(strFromU8(files["lesen.html"] ?? new Uint8Array())).toContain("ausgefüllter Bogen")
  })
})

type Parser = Parameters<ReturnType<Person["agent"]["get"]>["parse"]>[0]

const bytesOf: Parser = (response, done) => {
  const parts: Buffer[] = []
  response.on("data", (part: Buffer) => parts.push(part))
  response.on("end", () => done(null, Buffer.concat(parts)))
}
