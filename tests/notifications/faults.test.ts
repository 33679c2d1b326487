import { afterAll, beforeAll, beforeEach, expect, it } from "vitest"
import { type Fault, watchFaults } from "../../server/notifications/faults/watching.ts"
import { openWorld, type Person, type World } from "../support/world.ts"

let world: World
let admin: Person
let other: Person
let clerk: Person
beforeAll(async () => {
  world = await openWorld()
  admin = await world.person("Ulf Brandt", ["admin"])
  other = await world.person("Nora Nord", ["admin", "clerk"])
  clerk = await world.person("Petra Huber", ["clerk", "specialist", "lead", "editor", "facilitator"])
})
afterAll(() => world.close())
beforeEach(() => watchFaults(world.db, async () => []))

const look = (...faults: Fault[]) => watchFaults(world.db, async () => faults)
const heard = async ({ agent }: Person): Promise<{ notice: string; title: string; read: boolean }[]> =>
  (await agent.get("/api/notifications").expect(200)).body.items
const unread = async (person: Person) => (await heard(person)).filter(({ read }) => !read)

const givenUp = (name: string): Fault => ({ notice: "accounts.job-given-up", name, mark: null })
const behind = (mark: string): Fault => ({ notice: "accounts.index-behind", name: "meilisearch", mark })

it("a fault is told to every administrator and to nobody else, once for as long as it lasts", async () => {
  await look(givenUp("forum.reviews"))
  for (const person of [admin, other])
    expect(await heard(person)).toMatchObject([
      { notice: "accounts.job-given-up", title: "forum.reviews", address: "/verwaltung/betrieb" },
    ])
  expect(await heard(clerk)).toEqual([])
  const { text } = await admin.agent.get("/benachrichtigungen").expect(200)
  expect(text).toContain("Arbeit im Hintergrund ist gescheitert")
  await admin.agent.post("/api/notifications/read", {}).expect(204)
  await look(givenUp("forum.reviews"))
  expect(await unread(admin)).toEqual([])
  await look(givenUp("forum.reviews"), givenUp("search.misses"))
  expect(await unread(admin)).toMatchObject([{ title: "search.misses" }])
})

it("its entry goes when it is over, and comes again with the next one", async () => {
  await look(givenUp("forum.reviews"))
  await look()
  expect(await heard(admin)).toEqual([])
  await look(givenUp("forum.reviews"))
  expect(await unread(admin)).toHaveLength(1)
})

it("an index is behind once it has taken nothing up between two looks", async () => {
  await look(behind("17"))
  expect(await heard(admin)).toEqual([])
  await look(behind("18"))
  expect(await heard(admin)).toEqual([])
  await look(behind("18"))
  expect(await heard(admin)).toMatchObject([{ notice: "accounts.index-behind", title: "meilisearch" }])
  await look(behind("19"))
  expect(await heard(admin)).toEqual([])
})

it("whoever administers no more hears no more of it", async () => {
  await look(givenUp("forum.reviews"))
  expect(await heard(other)).toHaveLength(1)
  await admin.agent.patch(`/api/people/${other.id}`, { roles: ["clerk"] }).expect(204)
  expect(await heard(other)).toEqual([])
  await admin.agent.patch(`/api/people/${other.id}`, { roles: ["admin", "clerk"] }).expect(204)
})

it("work that was given up is found by the timed job, a timed one only until it has worked again", async () => {
  const { boss } = world.parts.jobs
  for (const queue of ["notices", "forum.reviews"]) {
    await boss.send(queue, {}, { retryLimit: 0 })
    const [job] = await boss.fetch(queue)
    await boss.fail(queue, job?.id ?? "")
  }
  expect(await world.parts.jobs.listGivenUp()).toEqual(["forum.reviews", "notices"])
  await boss.send("notifications.faults", {})
  await world.drain()
  expect((await unread(admin)).map(({ title }) => title).toSorted()).toEqual(["forum.reviews", "notices"])
  await boss.send("forum.reviews", {})
  await world.drain()
  expect(await world.parts.jobs.listGivenUp()).toEqual(["notices"])
})
