import { afterAll, beforeAll, expect, it } from "vitest"
import { hashPassword } from "../../server/accounts/password/hashing.ts"
import { openWorld, type Person, type World } from "../../tests/support/world.ts"
import { keep, say } from "./settings.ts"

/**
 * Monday at eight: five hundred people behind one address sign in, each with a new browser, some of them wrongly at first,
 * while somebody at the same address guesses passwords. Everybody comes in, and the guessing is stopped.
 */
const PEOPLE = 500
const GUESSES = 400
const ADDRESS = "203.0.113.7"
const PASSWORD = "Drei Birnen im Regal"
let world: World
const people: Person[] = []

beforeAll(async () => {
  world = await openWorld({ trustedProxies: ["127.0.0.1"] }, { listen: true })
  const department = await world.department("Wohngeldstelle")
  const hash = await hashPassword(PASSWORD)
  for (let number = 0; number < PEOPLE; number += 1)
    people.push(await world.person(`Person ${number}`, ["clerk"], [department]))
  await world.db.$client.query("update people set password_hash = $1", [hash])
})
afterAll(() => world.close())

async function post(path: string, body: object, cookie = ""): Promise<number> {
  const answer = await fetch(new URL(path, world.config.publicUrl), {
    method: "POST",
    headers: {
      origin: world.config.publicUrl,
      "content-type": "application/json",
      "x-forwarded-for": ADDRESS,
      ...(cookie && { cookie }),
    },
    body: JSON.stringify(body),
  })
  await answer.arrayBuffer()
  return answer.status
}

it("everybody of an office behind one address signs in and writes, and guessing stops", async () => {
  const guessed: number[] = []
  const statuses = new Map<number, number>()
  const note = (status: number) => statuses.set(status, (statuses.get(status) ?? 0) + 1)
  const guess = async () => {
    for (let number = 0; number < GUESSES; number += 1)
      guessed.push(
        await post("/api/sign-in", { email: people[number % 40]?.email, password: `falsch ${number}` }),
      )
  }
  const began = performance.now()
  const arrive = async (part: Person[]) => {
    for (const [at, { email }] of part.entries()) {
      if (at % 10 === 0) await post("/api/sign-in", { email, password: "vertippt" })
      note(await post("/api/sign-in", { email, password: PASSWORD }))
    }
  }
  const [first, ...rest] = Array.from({ length: 10 }, (_, at) => people.slice(at * 50, at * 50 + 50))
  // Those whose accounts are guessed at come first; from a new browser they share what is counted for their account.
  await arrive(first ?? [])
  await Promise.all([guess(), ...rest.map(arrive)])
  const seconds = (performance.now() - began) / 1000
  const wrote: number[] = []
  for (const { cookie } of people) wrote.push(await post("/api/sign-out", {}, cookie))
  const figures = {
    seconds: Math.round(seconds),
    signedIn: statuses.get(204) ?? 0,
    refused: [...statuses].filter(([status]) => status !== 204),
    guessesLookedAt: guessed.filter((status) => status === 401).length,
    guessesStopped: guessed.filter((status) => status === 429).length,
    wroteRefused: wrote.filter((status) => status === 429).length,
  }
  keep("office", figures)
  say(JSON.stringify(figures))
  expect(figures).toMatchObject({ signedIn: PEOPLE, refused: [], wroteRefused: 0 })
  expect(figures.guessesStopped).toBeGreaterThan(GUESSES / 2)
})
