import { afterAll, beforeAll, expect, it } from "vitest"
import { tellSetAside } from "../../server/mail-in/set-aside.ts"
import { openWorld, type Person, type World } from "../support/world.ts"

let world: World
let admin: Person
let clerk: Person
beforeAll(async () => {
  world = await openWorld()
  admin = await world.person("Ulf Brandt", ["admin"])
  clerk = await world.person("Sabine Müller", ["clerk"])
})
afterAll(() => world.close())

const entriesOf = async ({ agent }: Person) => {
  const { body } = await agent.get("/api/notifications?notice=accounts.mail-set-aside").expect(200)
  return body.items
}

it("tells the administrators, and nobody else, that a mail cannot be handled, and nothing of whose it is", async () => {
  await tellSetAside(world.db)
  await tellSetAside(world.db)
  const entry = { title: expect.stringContaining("fehlerhaft"), address: "/verwaltung/post", person: null }
  expect(await entriesOf(admin)).toMatchObject([entry])
  expect(await entriesOf(clerk)).toEqual([])
})

it("is told anew where another one follows", async () => {
  await admin.agent.post("/api/notifications/read", {}).expect(204)
  expect(await entriesOf(admin)).toMatchObject([{ read: true }])
  await tellSetAside(world.db)
  expect(await entriesOf(admin)).toMatchObject([{ read: false }])
})
