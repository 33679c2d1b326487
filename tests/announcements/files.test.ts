import { afterAll, beforeAll, expect, test } from "vitest"
import { DAY, dayOf, now } from "../../server/kernel/time.ts"
import { openWorld, type Person, type World } from "../support/world.ts"

let world: World
let housing: string
let lead: Person
let clerk: Person
let lawyer: Person

beforeAll(async () => {
  world = await openWorld()
  housing = await world.department("Wohngeldstelle")
  const law = await world.department("Grundsatz und Recht")
  lead = await world.person("Anke Schöller", ["lead"], [housing])
  clerk = await world.person("Sabine Müller", ["clerk"], [housing])
  lawyer = await world.person("Katrin Vogt", ["specialist"], [law])
})
afterAll(() => world.close())

async function publish(): Promise<string> {
  const { body } = await lead.agent
    .post("/api/announcements", {
      title: "Mit Anlage",
      body: "Siehe unten.",
      audience: "listed",
      departmentIds: [housing],
      showUntil: dayOf(new Date(now().getTime() + 14 * DAY)),
    })
    .expect(201)
  return body.id
}
const attach = (person: Person, id: string, text = "Der Ablauf", name = "ablauf.txt", key = "") =>
  person.agent
    .post(`/api/announcements/${id}/files?caption=Ablauf${key && `&key=${key}`}`)
    .attach("files", Buffer.from(text), { filename: name, contentType: "text/plain" })

test("Files are attached and removed by whoever may change the announcement, and read by its audience", async () => {
  const id = await publish()
  await attach(clerk, id).expect(403)
  await attach(lawyer, id).expect(404)
  const fileId = (await attach(lead, id).expect(201)).body.id
  const { body } = await clerk.agent.get(`/api/announcements/${id}`).expect(200)
  expect(body.files).toMatchObject([{ id: fileId, name: "ablauf.txt", caption: "Ablauf", image: false }])
  const path = `/ankuendigungen/dateien/${fileId}`
  expect((await clerk.agent.get(`/ankuendigungen/${id}`).expect(200)).text).toContain(path)
  expect((await clerk.agent.get(path).expect(200)).text).toBe("Der Ablauf")
  await lawyer.agent.get(path).expect(404)
  await clerk.agent.delete(`/api/announcement-files/${fileId}`).expect(403)
  await lawyer.agent.delete(`/api/announcement-files/${fileId}`).expect(404)
  const back = `/ankuendigungen/${id}#dateien`
  await lead.agent.form(`${path}/entfernen`, { back }).expect(303)
  await clerk.agent.get(path).expect(404)
})

test("Files follow the rules of the forum, and there are eight at most", async () => {
  const id = await publish()
  await attach(lead, id, "MZ\u0000\u0001", "programm.exe").expect(415)
  await lead.agent.form(`/ankuendigungen/${id}/dateien`, { caption: "" }).expect(422)
  for (let n = 0; n < 8; n += 1)
    await attach(lead, id, "Der Ablauf", "ablauf.txt", `der-anhang-${n}`).expect(201)
  // Sent again, as nobody was there to hear the answer: it is the eighth, and no ninth.
  await attach(lead, id, "Der Ablauf", "ablauf.txt", "der-anhang-7").expect(201)
  const ninth = await attach(lead, id).expect(422)
  expect(ninth.body.code).toBe("announcement.too-many-files")
  await lead.agent.post(`/api/announcements/${id}/withdraw`, { reason: "Ein Irrtum" }).expect(204)
  await clerk.agent.get(`/ankuendigungen/${id}`).expect(404)
})
