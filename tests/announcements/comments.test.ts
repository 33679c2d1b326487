import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { DAY, dayOf, now } from "../../server/kernel/time.ts"
import { openWorld, type Person, type World } from "../support/world.ts"

let world: World
let housing: string
let lead: Person
let clerk: Person
let other: Person
let lawyer: Person

beforeAll(async () => {
  world = await openWorld()
  housing = await world.department("Wohngeldstelle")
  const law = await world.department("Grundsatz und Recht")
  lead = await world.person("Anke Schöller", ["lead"], [housing])
  clerk = await world.person("Sabine Müller", ["clerk"], [housing])
  other = await world.person("Petra Huber", ["clerk"], [housing])
  lawyer = await world.person("Katrin Vogt", ["specialist"], [law])
})
afterAll(() => world.close())

const input = () => ({
  title: "Das Fachforum startet",
  body: "Erste Fassung.",
  audience: "listed",
  departmentIds: [housing],
  showUntil: dayOf(new Date(now().getTime() + 14 * DAY)),
  takesComments: true,
})
const publish = async (more: object = {}): Promise<string> =>
  (await lead.agent.post("/api/announcements", { ...input(), ...more }).expect(201)).body.id
const comment = (person: Person, id: string, body = "Gilt das sofort?") =>
  person.agent.post(`/api/announcements/${id}/comments`, { body })
const toldOf = async (person: Person, id: string) =>
  (await person.agent.get("/api/notifications?notice=announcements.commented").expect(200)).body.items.filter(
    (entry: { groupId: string }) => entry.groupId === id,
  )

describe("Questions below an announcement", () => {
  test("are asked and answered there, and told to those who take part", async () => {
    const id = await publish()
    await comment(clerk, id).expect(201)
    expect(await toldOf(lead, id)).toMatchObject([
      { person: "Sabine Müller", title: "Das Fachforum startet" },
    ])
    const sent = await lead.agent
      .form(`/ankuendigungen/${id}/fragen`, { body: "Ja, **sofort**.", idempotencyKey: crypto.randomUUID() })
      .expect(303)
    expect(sent.headers.location).toContain("#kommentar-")
    expect(await toldOf(clerk, id)).toHaveLength(1)
    expect(await toldOf(other, id)).toEqual([])
    const { text } = await other.agent.get(`/ankuendigungen/${id}`).expect(200)
    expect(text).toContain("Gilt das sofort?")
    expect(text).toContain("<strong>sofort</strong>")
    expect(text).toContain(`data-live="announcement:${id}"`)
    await comment(lawyer, id).expect(404)
  })

  test("are refused where none are wanted, and give back what was typed", async () => {
    const id = await publish({ takesComments: false })
    const refused = await comment(clerk, id).expect(409)
    expect(refused.body.code).toBe("announcement.no-comments")
    const open = await publish()
    const { text } = await clerk.agent.form(`/ankuendigungen/${open}/fragen`, { body: " " }).expect(422)
    expect(text).toContain('href="#feld-body"')
  })

  test("are removed by their author or whoever looks after the announcement", async () => {
    const id = await publish()
    const first = (await comment(clerk, id).expect(201)).body.id
    const second = (await comment(clerk, id, "Und noch etwas").expect(201)).body.id
    await other.agent.delete(`/api/announcement-comments/${first}`).expect(403)
    await lawyer.agent.delete(`/api/announcement-comments/${first}`).expect(404)
    await clerk.agent.delete(`/api/announcement-comments/${first}`).expect(204)
    await lead.agent.form(`/ankuendigungen/fragen/${second}/entfernen`, {}).expect(303)
    expect((await other.agent.get(`/api/announcements/${id}`)).body.comments).toEqual([])
    expect(await toldOf(lead, id)).toEqual([])
  })
})

describe("The history of an announcement", () => {
  test("shows every wording with what was changed, to those who may read it", async () => {
    const id = await publish()
    await lead.agent
      .put(`/api/announcements/${id}`, { ...input(), body: "Zweite Fassung.", version: 1 })
      .expect(204)
    const { body } = await clerk.agent.get(`/api/announcements/${id}/versions`).expect(200)
    expect(body.items.map(({ version, body }: { version: number; body: string }) => [version, body])).toEqual(
      [
        [2, "Zweite Fassung."],
        [1, "Erste Fassung."],
      ],
    )
    const { text } = await clerk.agent.get(`/ankuendigungen/${id}/verlauf`).expect(200)
    expect(text).toMatch(/<del>.*Erste/)
    expect(text).toMatch(/<ins>.*Zweite/)
    for (const path of [`/api/announcements/${id}/versions`, `/ankuendigungen/${id}/verlauf`])
      await lawyer.agent.get(path).expect(404)
  })
})

describe("A reference", () => {
  test("leads to what the reader may see, taken from an address of the browser", async () => {
    const first = await publish({ title: "Worum es geht" })
    const { takesComments: _, ...fields } = input()
    const link = `${world.config.publicUrl}/ankuendigungen/${first}?hinweis=saved`
    const sent = await lead.agent
      .form("/ankuendigungen/neu", { ...fields, link, idempotencyKey: crypto.randomUUID() })
      .expect(303)
    const path = sent.headers.location?.split("?")[0] ?? ""
    expect((await clerk.agent.get(path).expect(200)).text).toContain(
      `href="/ankuendigungen/${first}">Worum es geht`,
    )
    await lead.agent.post(`/api/announcements/${first}/withdraw`, { reason: "Ein Irrtum" }).expect(204)
    expect((await clerk.agent.get(path).expect(200)).text).not.toContain("Worum es geht")
    for (const bad of ["https://anderswo.example/", "//anderswo.example", "/fragen/../x"])
      await lead.agent.post("/api/announcements", { ...input(), link: bad }).expect(400)
  })
})
