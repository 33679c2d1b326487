import { globSync, readFileSync } from "node:fs"
import { afterAll, beforeAll, expect, it } from "vitest"
import { findActor } from "../../server/accounts/index.ts"
import { findBestPractice, findQuestion } from "../../server/forum/index.ts"
import type { Person } from "../support/world.ts"
import { countStatements } from "./statements.ts"
import { answer, ask, official, openTown, type Town } from "./town.ts"

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

it("a thread is read in two round trips, whatever its length", async () => {
  const { mueller, huber, vogt } = town.people
  const short = await ask(mueller, town.categories.open)
  const long = await ask(mueller, town.categories.open)
  await answer(vogt, long, official)
  for (let n = 0; n < 25; n += 1) {
    const answerId = await answer(huber, long, { body: `Hinweis ${n}` })
    await mueller.agent.post(`/api/posts/${answerId}/comments`, { body: "Danke" }).expect(201)
  }
  const actor = await findActor(town.db, huber.id, null)
  if (!actor) throw new Error("no actor")
  for (const id of [short, long]) {
    const statements = await countStatements(town.db, () => findQuestion(town.db, actor, id))
    expect(statements).toBeGreaterThan(0)
    expect(statements).toBeLessThanOrEqual(2)
  }
  const sections = { situation: "a", approach: "b", result: "", pitfalls: "", contact: "" }
  const practice = await mueller.agent
    .post("/api/best-practices", { categoryId: town.categories.practices, title: "Ein Ablauf", ...sections })
    .expect(201)
  expect(
    await countStatements(town.db, () => findBestPractice(town.db, actor, practice.body.id)),
  ).toBeLessThanOrEqual(2)
})

it("the start page is read in four round trips, with the session and what stands around it", async () => {
  const { mueller, vogt, schoeller } = town.people
  await answer(vogt, await ask(mueller, town.categories.open), official)
  // The first page of a process asks whether the installation is set up.
  await mueller.agent.get("/").expect(200)
  for (const person of [mueller, vogt, schoeller]) expect(await statementsOf(person, "/"), person.id).toBe(4)
})

it("what the navigation counts takes no round trip of its own", async () => {
  const { mueller, vogt } = town.people
  expect(await statementsOf(vogt, "/fragen")).toBe(await statementsOf(mueller, "/fragen"))
})

const statementsOf = (person: Person, path: string) =>
  countStatements(town.db, () => person.agent.get(path).expect(200))

it("lists page by keyset, never by offset", async () => {
  const { mueller } = town.people
  for (let n = 0; n < 23; n += 1)
    await ask(mueller, town.categories.forThree, { title: `Seite für Seite ${n}` })
  const path = `/api/questions?category=${town.categories.forThree}`
  const first = (await mueller.agent.get(path).expect(200)).body
  const second = (await mueller.agent.get(`${path}&after=${first.next}`).expect(200)).body
  const titles = [...first.items, ...second.items].map((row: { title: string }) => row.title)
  expect([first.items.length, second.items.length, second.next]).toEqual([20, 3, null])
  expect(titles).toEqual(Array.from({ length: 23 }, (_, n) => `Seite für Seite ${22 - n}`))
  // Directories ask for the page by the number of its first line (RFC 7644, 3.4.2.4).
  for (const file of globSync("server/**/*.ts", { exclude: ["server/accounts/scim/**"] }))
    expect(readFileSync(file, "utf8"), file).not.toMatch(/\.offset\(|\boffset \$/)
})
