import { afterAll, beforeAll, expect, test } from "vitest"
import { announcements } from "../../server/announcements/tables.ts"
import type { Role } from "../../server/kernel/actor.ts"
import { newId } from "../../server/kernel/database.ts"
import { DAY, dayOf, HOUR, now } from "../../server/kernel/time.ts"
import { openWorld, type Person, type World } from "../support/world.ts"

let world: World
let housing: string
let law: string

beforeAll(async () => {
  world = await openWorld()
  housing = await world.department("Wohngeldstelle")
  law = await world.department("Grundsatz und Recht")
})
afterAll(() => world.close())

const showUntil = dayOf(new Date(now().getTime() + 30 * DAY))

async function publish(by: Person, more: object): Promise<string> {
  const input = { title: "Ankündigung", body: "Text.", audience: "all", showUntil, ...more }
  const { body } = await by.agent.post("/api/announcements", input).expect(201)
  return body.id
}

async function idsFor(person: Person): Promise<string[]> {
  const { body } = await person.agent.get("/api/announcements").expect(200)
  return body.items.map((item: { id: string }) => item.id)
}

test("The list shows exactly what can be read one by one, for every role and department", async () => {
  const author = await world.person("Führungskraft", ["lead"], [housing])
  const publishAt = new Date(now().getTime() + HOUR).toISOString()
  const ids: string[] = []
  for (const audience of [
    { audience: "all" },
    { audience: "listed", departmentIds: [housing] },
    { audience: "listed", departmentIds: [law] },
    { audience: "listed", departmentIds: [housing, law] },
  ]) {
    ids.push(await publish(author, audience), await publish(author, { ...audience, publishAt }))
    const withdrawn = await publish(author, audience)
    await author.agent.post(`/api/announcements/${withdrawn}/withdraw`, { reason: "Ein Irrtum" }).expect(204)
    ids.push(withdrawn)
  }
  const readers = [author]
  for (const role of ["clerk", "specialist", "lead", "facilitator", "editor", "admin"] satisfies Role[])
    for (const departments of [[], [housing], [law], [housing, law]])
      readers.push(await world.person(`${role} ${departments.length}`, [role], departments))
  for (const reader of readers) {
    const listed = await idsFor(reader)
    for (const id of ids) {
      const { status } = await reader.agent.get(`/api/announcements/${id}`)
      expect({ reader: reader.name, id, status }).toEqual({
        reader: reader.name,
        id,
        status: listed.includes(id) ? 200 : 404,
      })
    }
  }
  expect(await idsFor(author)).toHaveLength(12)
})

test("The list pages by keyset, also through announcements of the same moment", async () => {
  const admin = await world.person("Administration", ["admin"])
  const moment = new Date(now().getTime() - DAY)
  const before = new Set(await idsFor(admin))
  const made = Array.from({ length: 45 }, () => newId())
  await world.db.insert(announcements).values(
    made.map((id, index) => ({
      id,
      authorId: admin.id,
      title: "Aus demselben Augenblick",
      body: "Text.",
      html: "<p>Text.</p>",
      audience: "all" as const,
      publishAt: new Date(moment.getTime() - Math.floor(index / 15) * HOUR),
      showUntil,
    })),
  )
  const seen = await everyPage(admin, "/api/announcements")
  expect(new Set(seen).size).toBe(seen.length)
  expect(seen.filter((id) => !before.has(id)).sort()).toEqual([...made].sort())
  await admin.agent.get("/api/announcements?after=irgendwas").expect(400)
  const nothing = await admin.agent.get(`/api/announcements?after=${newId()}`).expect(200)
  expect(nothing.body).toEqual({ items: [], next: null })
})

async function everyPage(person: Person, path: string): Promise<string[]> {
  const { body } = await person.agent.get(path).expect(200)
  const ids = body.items.map((item: { id: string }) => item.id)
  if (body.next === null) return ids
  return [...ids, ...(await everyPage(person, `/api/announcements?after=${body.next}`))]
}
