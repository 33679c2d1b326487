import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest"
import { tellPublished } from "../../server/announcements/telling.ts"
import { DAY, dayOf, HOUR, moveClock, now, resetClock } from "../../server/kernel/time.ts"
import { inboxEntries } from "../../server/notifications/tables.ts"
import { countStatements } from "../forum/statements.ts"
import { openWorld, type Person, type World } from "../support/world.ts"

let world: World
let housing: string
let law: string
let lead: Person
let clerk: Person
let lawyer: Person

beforeAll(async () => {
  world = await openWorld()
  housing = await world.department("Wohngeldstelle")
  law = await world.department("Grundsatz und Recht")
  lead = await world.person("Anke Schöller", ["lead"], [housing])
  clerk = await world.person("Sabine Müller", ["clerk"], [housing])
  lawyer = await world.person("Katrin Vogt", ["specialist"], [law])
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
async function publish(more: object = {}): Promise<string> {
  return (await lead.agent.post("/api/announcements", draft(more)).expect(201)).body.id
}
type Entry = {
  notice: string
  groupId: string
  title: string
  address: string
  person: string
  read: boolean
}
const toldOf = async (person: Person, id: string): Promise<Entry[]> =>
  (await person.agent.get("/api/notifications").expect(200)).body.items.filter(
    (entry: Entry) => entry.groupId === id,
  )
const onStartPage = async (person: Person): Promise<string[]> =>
  (await person.agent.get("/api/announcements/current").expect(200)).body.items.map(
    (item: { id: string }) => item.id,
  )

describe("A published announcement", () => {
  test("is told to those it is meant for, at once, and not to whoever published it", async () => {
    const id = await publish({ audience: "listed", departmentIds: [housing] })
    expect(await toldOf(clerk, id)).toMatchObject([
      {
        notice: "announcements.published",
        title: "Das Fachforum startet",
        address: `/ankuendigungen/${id}`,
        person: "Anke Schöller",
        read: false,
      },
    ])
    for (const person of [lead, lawyer]) expect(await toldOf(person, id)).toEqual([])
  })

  test("that is planned is told when its time has come, once, also by two processes", async () => {
    const id = await publish({ publishAt: inHours(24) })
    await tellPublished(world.db)
    expect(await toldOf(clerk, id)).toEqual([])
    moveClock(25 * HOUR)
    await Promise.all([tellPublished(world.db), tellPublished(world.db)])
    expect(await toldOf(clerk, id)).toHaveLength(1)
    await clerk.agent.post("/api/notifications/read", { groupId: id }).expect(204)
    await tellPublished(world.db)
    expect(await toldOf(clerk, id)).toMatchObject([{ read: true }])
  })

  test("that is withdrawn is in no inbox any more", async () => {
    const id = await publish()
    expect(await toldOf(lawyer, id)).toHaveLength(1)
    await lead.agent.post(`/api/announcements/${id}/withdraw`, { reason: "Ein Irrtum" }).expect(204)
    const left = await world.db.select().from(inboxEntries)
    expect(left.filter(({ subjectId }) => subjectId === id)).toEqual([])
    const { body } = await lead.agent.get(`/api/announcements/${id}`).expect(200)
    expect(body.withdrawalReason).toBe("Ein Irrtum")
  })

  test("that is meant for more people later tells these, and nobody twice", async () => {
    const id = await publish({ audience: "listed", departmentIds: [housing] })
    await clerk.agent.post("/api/notifications/read", { groupId: id }).expect(204)
    const wider = draft({ audience: "listed", departmentIds: [housing, law], version: 1 })
    await lead.agent.put(`/api/announcements/${id}`, wider).expect(204)
    expect(await toldOf(lawyer, id)).toMatchObject([{ read: false }])
    expect(await toldOf(clerk, id)).toMatchObject([{ read: true }])
  })

  test("that is meant for fewer people later is gone from the inbox of the others", async () => {
    const id = await publish()
    expect(await toldOf(lawyer, id)).toHaveLength(1)
    const narrower = draft({ audience: "listed", departmentIds: [housing], version: 1 })
    await lead.agent.put(`/api/announcements/${id}`, narrower).expect(204)
    expect(await toldOf(lawyer, id)).toEqual([])
  })

  test("is told in as many statements to forty people as to four", async () => {
    const few = await world.department("Kleine Stelle")
    const many = await world.department("Große Stelle")
    for (const [department, size] of [
      [few, 4],
      [many, 40],
    ] as const)
      for (let n = 0; n < size; n += 1) await world.person(`Person ${size} ${n}`, ["clerk"], [department])
    const asked = (departmentId: string) =>
      countStatements(world.db, () => publish({ audience: "listed", departmentIds: [departmentId] }))
    await asked(few)
    expect(await asked(many)).toBe(await asked(few))
  })
})

describe("The start page", () => {
  test("shows an announcement until it is read or dismissed, to each person for themselves", async () => {
    const read = await publish()
    const dismissed = await publish()
    const both = [read, dismissed]
    expect(await onStartPage(clerk)).toEqual(expect.arrayContaining(both))
    await clerk.agent.get(`/ankuendigungen/${read}`).expect(200)
    await clerk.agent.post(`/api/announcements/${dismissed}/dismiss`).expect(204)
    expect((await onStartPage(clerk)).filter((id) => both.includes(id))).toEqual([])
    expect(await onStartPage(lawyer)).toEqual(expect.arrayContaining(both))
  })

  test("shows it to whoever came later and was never told, who can dismiss it, too", async () => {
    const id = await publish()
    const late = await world.person("Neu im Haus", ["clerk"], [housing])
    expect(await onStartPage(late)).toContain(id)
    expect((await late.agent.get("/").expect(200)).text).toContain(`/ankuendigungen/${id}/ausblenden`)
    await late.agent.form(`/ankuendigungen/${id}/ausblenden`, {}).expect(303)
    expect(await onStartPage(late)).not.toContain(id)
  })

  test("keeps what is to be acknowledged until it is", async () => {
    const id = await publish({ wantsAcknowledgement: true })
    const { text } = await clerk.agent.get(`/ankuendigungen/${id}`).expect(200)
    expect(text).toContain(`/ankuendigungen/${id}/zur-kenntnis`)
    expect(await onStartPage(clerk)).toContain(id)
    await clerk.agent.form(`/ankuendigungen/${id}/zur-kenntnis`, {}).expect(303)
    expect(await onStartPage(clerk)).not.toContain(id)
    expect((await clerk.agent.get(`/ankuendigungen/${id}`)).text).toContain(
      "Sie haben das zur Kenntnis genommen",
    )
  })

  test("hides from others what can be dismissed or acknowledged", async () => {
    const id = await publish({ audience: "listed", departmentIds: [housing], wantsAcknowledgement: true })
    for (const step of ["dismiss", "acknowledge"])
      await lawyer.agent.post(`/api/announcements/${id}/${step}`).expect(404)
    const plain = await publish()
    await clerk.agent.post(`/api/announcements/${plain}/acknowledge`).expect(409)
  })
})
