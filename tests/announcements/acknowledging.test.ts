import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest"
import { sweepAcknowledgements } from "../../server/announcements/acknowledging.ts"
import { DAY, dayOf, moveClock, now, resetClock } from "../../server/kernel/time.ts"
import { openWorld, type Person, type World } from "../support/world.ts"

let world: World
let housing: string
let law: string
let lead: Person
let otherLead: Person
let clerks: Person[]
let lawyers: Person[]

beforeAll(async () => {
  world = await openWorld()
  housing = await world.department("Wohngeldstelle")
  law = await world.department("Grundsatz und Recht")
  lead = await world.person("Anke Schöller", ["lead"], [housing])
  otherLead = await world.person("Ralf Adler", ["lead"], [law])
  const several = (count: number, department: string) =>
    Promise.all(Array.from({ length: count }, (_, n) => world.person(`Person ${n}`, ["clerk"], [department])))
  clerks = await several(8, housing)
  lawyers = await several(6, law)
})
afterEach(() => resetClock())
afterAll(() => world.close())

async function publish(more: object = {}): Promise<string> {
  const showUntil = dayOf(new Date(now().getTime() + 14 * DAY))
  const input = { title: "Neue Regeln", body: "Bitte lesen.", audience: "all", showUntil }
  const asked = { ...input, wantsAcknowledgement: true, ...more }
  return (await lead.agent.post("/api/announcements", asked).expect(201)).body.id
}
const acknowledge = (people: Person[], id: string) =>
  Promise.all(people.map(({ agent }) => agent.post(`/api/announcements/${id}/acknowledge`).expect(204)))
const counted = (id: string, by = lead) => by.agent.get(`/api/announcements/${id}/acknowledged`)
const remindersOf = async (person: Person, id: string) =>
  (await person.agent.get("/api/notifications?notice=announcements.reminder").expect(200)).body.items.filter(
    (entry: { groupId: string }) => entry.groupId === id,
  ).length

describe("Acknowledging", () => {
  test("is counted by department for whoever looks after the announcement, and for nobody else", async () => {
    const id = await publish()
    await acknowledge([...clerks.slice(0, 3), ...lawyers.slice(0, 2)], id)
    await acknowledge(clerks.slice(0, 1), id)
    const { body } = await counted(id).expect(200)
    expect(body).toMatchObject({
      departments: [
        { name: "Grundsatz und Recht", people: 7, acknowledged: 2 },
        { name: "Wohngeldstelle", people: 8, acknowledged: 3 },
      ],
      others: null,
      total: { people: 15, acknowledged: 5 },
      remindedOn: null,
    })
    expect(JSON.stringify(body)).not.toContain("Person")
    const { text } = await lead.agent.get(`/ankuendigungen/${id}`).expect(200)
    expect(text).toContain("3 von 8 Personen")
    for (const person of [clerks[0], otherLead]) {
      await counted(id, person).expect(403)
      const seen = await person?.agent.get(`/ankuendigungen/${id}`).expect(200)
      expect(seen?.text).not.toContain("von 8 Personen")
    }
  })

  test("of a department shows nothing where a difference would tell that all have, or none", async () => {
    const id = await publish()
    await acknowledge(clerks.slice(0, 3), id)
    const { body } = await counted(id).expect(200)
    expect(body).toMatchObject({ departments: [], others: { people: 15, acknowledged: 3 } })
  })

  test("counts whoever belongs to two departments once", async () => {
    const both = await world.person("In beiden", ["clerk"], [housing, law])
    const id = await publish({ audience: "listed", departmentIds: [housing] })
    await acknowledge([both, ...clerks.slice(0, 4)], id)
    const { body } = await counted(id).expect(200)
    expect(body.total ?? body.others).toEqual({ people: 9, acknowledged: 5 })
    await world.db.$client.query("update people set active = false where id = $1", [both.id])
  })

  test("keeps audience and question as they are once it is published", async () => {
    const id = await publish()
    const showUntil = dayOf(new Date(now().getTime() + 14 * DAY))
    const input = { title: "Neue Regeln", body: "Bitte lesen.", showUntil, version: 1 }
    const narrower = { ...input, audience: "listed", departmentIds: [law], wantsAcknowledgement: true }
    const refused = await lead.agent.put(`/api/announcements/${id}`, narrower).expect(409)
    expect(refused.body.code).toBe("announcement.audience-fixed")
    const silent = await lead.agent.put(`/api/announcements/${id}`, { ...input, audience: "all" }).expect(409)
    expect(silent.body.code).toBe("announcement.acknowledgement-fixed")
  })

  test("is forgotten 90 days after the announcement left the start page, and asked for no more", async () => {
    const id = await publish()
    await acknowledge(clerks.slice(0, 3), id)
    const kept = async () => {
      const { rows } = await world.db.$client.query(
        "select 1 from announcement_acknowledgements where announcement_id = $1",
        [id],
      )
      return rows.length
    }
    moveClock(104 * DAY)
    await sweepAcknowledgements(world.db)
    expect(await kept()).toBe(3)
    moveClock(DAY)
    await sweepAcknowledgements(world.db)
    expect(await kept()).toBe(0)
    const { body } = await lead.agent.get(`/api/announcements/${id}`).expect(200)
    expect(body.wantsAcknowledgement).toBe(false)
  })
})

describe("A reminder", () => {
  test("reaches those who have not acknowledged it, says to nobody who they are, and waits a day", async () => {
    const id = await publish()
    const [done, open] = clerks as [Person, Person]
    await acknowledge([done], id)
    await open.agent.get(`/ankuendigungen/${id}`).expect(200)
    const sent = await lead.agent.post(`/api/announcements/${id}/remind`).expect(204)
    expect(sent.text).toBe("")
    expect(await remindersOf(done, id)).toBe(0)
    expect(await remindersOf(open, id)).toBe(1)
    const again = await lead.agent.post(`/api/announcements/${id}/remind`).expect(409)
    expect(again.body.code).toBe("announcement.reminded-today")
    expect((await lead.agent.get(`/ankuendigungen/${id}`)).text).toContain("Heute ist schon eine Erinnerung")
    for (const person of [open, otherLead])
      await person.agent.post(`/api/announcements/${id}/remind`).expect(403)
    moveClock(DAY)
    await acknowledge([open], id)
    await lead.agent.post(`/api/announcements/${id}/remind`).expect(204)
    const unread = await open.agent.get("/api/notifications?notice=announcements.reminder").expect(200)
    const own = unread.body.items.filter((entry: { groupId: string }) => entry.groupId === id)
    expect(own).toMatchObject([{ read: true }])
  })
})
