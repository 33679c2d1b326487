import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest"
import { newId } from "../../server/kernel/database.ts"
import { DAY, dayOf, HOUR, moveClock, now, resetClock } from "../../server/kernel/time.ts"
import { openWorld, type Person, type World } from "../support/world.ts"

let world: World
let housing: string
let law: string
let lead: Person
let otherLead: Person
let admin: Person
let clerk: Person
let lawyer: Person
let facilitator: Person

beforeAll(async () => {
  world = await openWorld()
  housing = await world.department("Wohngeldstelle")
  law = await world.department("Grundsatz und Recht")
  lead = await world.person("Anke Schöller", ["lead"], [housing])
  otherLead = await world.person("Ralf Adler", ["lead"], [law])
  admin = await world.person("Olaf Brandt", ["admin"])
  clerk = await world.person("Sabine Müller", ["clerk"], [housing])
  lawyer = await world.person("Katrin Vogt", ["specialist"], [law])
  facilitator = await world.person("Dana Lenz", ["facilitator"])
})
afterEach(() => resetClock())
afterAll(() => world.close())

const inDays = (days: number) => dayOf(new Date(now().getTime() + days * DAY))
const inHours = (hours: number) => new Date(now().getTime() + hours * HOUR).toISOString()
const draft = (more: object = {}) => ({
  title: "Das Fachforum startet",
  body: "Ab **sofort** fragen wir hier.",
  audience: "all",
  showUntil: inDays(14),
  ...more,
})

async function publish(more: object = {}, by: Person = lead): Promise<string> {
  const { body } = await by.agent.post("/api/announcements", draft(more)).expect(201)
  return body.id
}

async function titlesFor(person: Person, path = "/api/announcements"): Promise<string[]> {
  const { body } = await person.agent.get(path).expect(200)
  return body.items.map((item: { title: string }) => item.title)
}

const reason = { reason: "Der Termin ist verschoben" }
const read = (person: Person, id: string) => person.agent.get(`/api/announcements/${id}`)

describe("Publishing", () => {
  test("at once is never too late, though the clock moves on meanwhile", async () => {
    const begin = Date.now()
    let looks = 0
    const clock = vi.spyOn(Date, "now").mockImplementation(() => begin + looks++)
    await publish().finally(() => clock.mockRestore())
  })

  test("reaches everybody who belongs to a department, with the text rendered", async () => {
    const id = await publish()
    for (const person of [clerk, lawyer, otherLead]) {
      const { body } = await read(person, id).expect(200)
      expect(body).toMatchObject({
        title: "Das Fachforum startet",
        html: "<p>Ab <strong>sofort</strong> fragen wir hier.</p>",
        author: { name: "Anke Schöller", isMe: false },
        departments: [],
        planned: false,
        can: { edit: false, withdraw: false },
      })
      expect(await titlesFor(person)).toContain("Das Fachforum startet")
    }
    await read(facilitator, id).expect(404)
    expect(await titlesFor(facilitator)).toEqual([])
    await world.nobody.get("/api/announcements").expect(401)
  })

  test("is for leads and the administration", async () => {
    for (const person of [clerk, lawyer, facilitator])
      await person.agent.post("/api/announcements", draft()).expect(403)
    await publish({ title: "Wartung am Freitag" }, admin)
    expect(await titlesFor(clerk)).toContain("Wartung am Freitag")
  })

  test("to chosen departments is seen by these only, whoever looks after it excepted", async () => {
    const more = { title: "Nur für das Wohngeld", audience: "listed", departmentIds: [housing, housing] }
    const id = await publish(more)
    const { body } = await read(clerk, id).expect(200)
    expect(body.departments).toEqual([{ id: housing, name: "Wohngeldstelle" }])
    await read(admin, id).expect(200)
    for (const person of [lawyer, otherLead, facilitator]) {
      await read(person, id).expect(404)
      expect(await titlesFor(person)).not.toContain("Nur für das Wohngeld")
    }
  })

  test("needs a department that exists, and not both all and some", async () => {
    const none = await lead.agent.post("/api/announcements", draft({ audience: "listed" })).expect(422)
    expect(none.body.errors).toMatchObject([{ field: "departmentIds", code: "announcement.audience-needed" }])
    const unclear = await lead.agent.post("/api/announcements", draft({ departmentIds: [law] })).expect(422)
    expect(unclear.body.errors).toMatchObject([{ field: "audience", code: "announcement.audience-unclear" }])
    const departmentIds = [newId()]
    const unknown = await lead.agent
      .post("/api/announcements", draft({ audience: "listed", departmentIds }))
      .expect(422)
    expect(unknown.body.code).toBe("department.unknown")
  })

  test("twice with the same key makes one announcement", async () => {
    const key = newId()
    const first = await publish({ title: "Doppelt gesendet", key })
    const again = await publish({ title: "Doppelt gesendet", key })
    expect(again).toBe(first)
    expect((await titlesFor(clerk)).filter((title) => title === "Doppelt gesendet")).toHaveLength(1)
  })

  test("refuses what is missing, and fields that do not exist", async () => {
    await lead.agent.post("/api/announcements", draft({ title: "Kurz" })).expect(400)
    await lead.agent.post("/api/announcements", draft({ body: " \n " })).expect(400)
    await lead.agent.post("/api/announcements", draft({ authorId: clerk.id })).expect(400)
    const deep = await lead.agent
      .post("/api/announcements", draft({ body: `${">".repeat(500)} x` }))
      .expect(422)
    expect(deep.body.errors).toMatchObject([{ field: "body", code: "markdown.too-deep" }])
  })
})

describe("A planned announcement", () => {
  test("is seen by who looks after it, and by everybody once its time has come", async () => {
    const id = await publish({ title: "Ab morgen", publishAt: inHours(24) })
    const { body } = await read(lead, id).expect(200)
    expect(body).toMatchObject({ planned: true, can: { edit: true, withdraw: true } })
    await read(admin, id).expect(200)
    for (const person of [clerk, otherLead]) {
      await read(person, id).expect(404)
      expect(await titlesFor(person)).not.toContain("Ab morgen")
    }
    expect(await titlesFor(lead, "/api/announcements/current")).not.toContain("Ab morgen")
    moveClock(25 * HOUR)
    await read(clerk, id).expect(200)
    expect(await titlesFor(clerk, "/api/announcements/current")).toContain("Ab morgen")
  })

  test("cannot be planned for the past, nor be over before it begins", async () => {
    const past = await lead.agent.post("/api/announcements", draft({ publishAt: inHours(-1) })).expect(422)
    expect(past.body.errors).toMatchObject([{ field: "publishAt", code: "announcement.time-passed" }])
    const short = draft({ publishAt: inHours(24 * 5), showUntil: inDays(3) })
    const over = await lead.agent.post("/api/announcements", short).expect(422)
    expect(over.body.errors).toMatchObject([{ field: "showUntil", code: "announcement.shown-too-short" }])
  })

  test("can be moved or published at once; what people have read keeps its time", async () => {
    const id = await publish({ title: "Verschoben", publishAt: inHours(24) })
    const later = inHours(48)
    await lead.agent
      .put(`/api/announcements/${id}`, draft({ title: "Verschoben", version: 1, publishAt: later }))
      .expect(204)
    expect((await read(lead, id)).body.publishAt).toBe(later)
    await lead.agent
      .put(`/api/announcements/${id}`, draft({ title: "Verschoben", version: 2, publishAt: null }))
      .expect(204)
    await read(clerk, id).expect(200)
    const refused = await lead.agent
      .put(`/api/announcements/${id}`, draft({ version: 3, publishAt: inHours(24) }))
      .expect(409)
    expect(refused.body.code).toBe("announcement.already-published")
  })
})

describe("The start page's announcements", () => {
  test("go on the day after their last one and stay in the list of all", async () => {
    await publish({ title: "Nur diese Woche", showUntil: inDays(6) })
    const current = "/api/announcements/current"
    expect(await titlesFor(clerk, current)).toContain("Nur diese Woche")
    moveClock(6 * DAY)
    expect(await titlesFor(clerk, current)).toContain("Nur diese Woche")
    moveClock(DAY)
    expect(await titlesFor(clerk, current)).not.toContain("Nur diese Woche")
    expect(await titlesFor(clerk)).toContain("Nur diese Woche")
  })

  test("are those meant for the person, not those that they look after", async () => {
    await publish({ title: "Für die Juristen", audience: "listed", departmentIds: [law] })
    const current = "/api/announcements/current"
    expect(await titlesFor(lawyer, current)).toContain("Für die Juristen")
    for (const person of [lead, admin, clerk])
      expect(await titlesFor(person, current)).not.toContain("Für die Juristen")
    await world.nobody.get(current).expect(401)
  })
})

describe("Changing an announcement", () => {
  test("is for its author and the administration; others see it and may not, or do not see it", async () => {
    const id = await publish({ title: "Wird geändert" })
    const changed = draft({ title: "Ist geändert", version: 1 })
    await clerk.agent.put(`/api/announcements/${id}`, changed).expect(403)
    await otherLead.agent.put(`/api/announcements/${id}`, changed).expect(403)
    await facilitator.agent.put(`/api/announcements/${id}`, changed).expect(404)
    await lead.agent.put(`/api/announcements/${id}`, changed).expect(204)
    await admin.agent.put(`/api/announcements/${id}`, { ...changed, version: 2 }).expect(204)
    const { body } = await read(clerk, id).expect(200)
    expect(body).toMatchObject({ title: "Ist geändert", version: 3, edited: true })
  })

  test("of a version that is no longer the newest is refused with the newer text", async () => {
    const id = await publish({ title: "Zwei zugleich" })
    const edit = (title: string) => lead.agent.put(`/api/announcements/${id}`, draft({ title, version: 1 }))
    await edit("Erste Änderung").expect(204)
    const { body } = await edit("Zweite Änderung").expect(409)
    expect(body.code).toBe("announcement.changed")
    expect(body.detail.current).toEqual({ version: 2, title: "Erste Änderung", body: draft().body })
  })

  test("can narrow whom it is meant for", async () => {
    const id = await publish({ title: "Doch nur für das Wohngeld" })
    await read(lawyer, id).expect(200)
    const narrower = draft({ version: 1, audience: "listed", departmentIds: [housing] })
    await lead.agent.put(`/api/announcements/${id}`, narrower).expect(204)
    await read(lawyer, id).expect(404)
    await read(clerk, id).expect(200)
  })

  test("keeps a department that was archived since, and takes no new one of that kind", async () => {
    const old = await world.department("Wird aufgelöst")
    const listed = { audience: "listed", departmentIds: [old, housing] }
    const id = await publish({ title: "An zwei Abteilungen", ...listed })
    const other = await publish({ title: "An eine", audience: "listed", departmentIds: [housing] })
    await admin.agent.post(`/api/departments/${old}/archive`).expect(204)
    await lead.agent.put(`/api/announcements/${id}`, draft({ version: 1, ...listed })).expect(204)
    await lead.agent.put(`/api/announcements/${other}`, draft({ version: 1, ...listed })).expect(422)
  })
})

describe("Withdrawing an announcement", () => {
  test("hides it from all but those who look after it", async () => {
    const id = await publish({ title: "Ein Irrtum" })
    await clerk.agent.post(`/api/announcements/${id}/withdraw`, reason).expect(403)
    await otherLead.agent.post(`/api/announcements/${id}/withdraw`, reason).expect(403)
    await lead.agent.post(`/api/announcements/${id}/withdraw`, reason).expect(204)
    await lead.agent.post(`/api/announcements/${id}/withdraw`, reason).expect(204)
    await read(clerk, id).expect(404)
    await clerk.agent.post(`/api/announcements/${id}/withdraw`, reason).expect(404)
    expect(await titlesFor(clerk)).not.toContain("Ein Irrtum")
    expect(await titlesFor(lead, "/api/announcements/current")).not.toContain("Ein Irrtum")
    const { body } = await read(lead, id).expect(200)
    expect(body).toMatchObject({ withdrawn: true, can: { edit: false, withdraw: false } })
    const refused = await lead.agent.put(`/api/announcements/${id}`, draft({ version: 1 })).expect(409)
    expect(refused.body.code).toBe("announcement.withdrawn")
  })

  test("and publishing stand in the audit log, by the title and without the text", async () => {
    const id = await publish({ title: "Fürs Protokoll", body: "Wortlaut der Ankündigung" })
    await admin.agent.post(`/api/announcements/${id}/withdraw`, reason).expect(204)
    const { body } = await admin.agent.get("/api/audit").expect(200)
    const entries = body.items.filter((entry: { subjectId: string }) => entry.subjectId === id)
    expect(entries.map((entry: { action: string }) => entry.action).sort()).toEqual([
      "announcement.published",
      "announcement.withdrawn",
    ])
    expect(JSON.stringify(entries)).toContain("Fürs Protokoll")
    expect(JSON.stringify(entries)).not.toContain("Wortlaut")
  })

  test("is over for a lead who is no lead any more", async () => {
    const former = await world.person("War Führungskraft", ["lead"], [housing])
    const id = await publish({ title: "Von früher", audience: "listed", departmentIds: [law] }, former)
    await read(former, id).expect(200)
    await admin.agent.patch(`/api/people/${former.id}`, { roles: ["clerk"] }).expect(204)
    await read(former, id).expect(404)
    await former.agent.post(`/api/announcements/${id}/withdraw`, reason).expect(404)
  })
})
