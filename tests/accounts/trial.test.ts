import { describe, expect, test } from "vitest"
import { markAsExample } from "../../server/accounts/index.ts"
import { transact } from "../../server/kernel/database.ts"
import { openWorld } from "../support/world.ts"

async function inWorld(
  trial: boolean,
  example: boolean,
  look: (world: Awaited<ReturnType<typeof openWorld>>) => Promise<void>,
) {
  const world = await openWorld({ trial })
  try {
    if (example) await transact(world.db, (tx) => markAsExample(tx, "Beispiel", "HE"))
    await look(world)
  } finally {
    await world.close()
  }
}

describe("Looking around as somebody of the story", () => {
  test("needs no password in a trial with example content", () =>
    inWorld(true, true, async (world) => {
      const department = await world.department("Wohngeldstelle")
      const mueller = await world.person("Sabine Müller", ["clerk"], [department])
      const { body } = await world.nobody.get("/api/trial/people").expect(200)
      expect(body.items).toEqual([
        { id: mueller.id, displayName: "Sabine Müller", roles: ["clerk"], departments: ["Wohngeldstelle"] },
      ])
      const answer = await world.nobody.post("/api/trial/sign-in", { personId: mueller.id }).expect(204)
      const cookie = String(answer.headers["set-cookie"]).split(";")[0] ?? ""
      await world.nobody.get("/api/me").set("cookie", cookie).expect(200)
      await world.nobody.post("/api/trial/sign-in", { personId: department }).expect(404)
    }))

  test.each([
    ["in production, even with example content", false, true],
    ["in a trial without example content", true, false],
  ])("does not exist %s", (_name, trial, example) =>
    inWorld(trial, example, async (world) => {
      const person = await world.person("Sabine Müller", ["admin"])
      await world.nobody.get("/api/trial/people").expect(404)
      await world.nobody.post("/api/trial/sign-in", { personId: person.id }).expect(404)
    }),
  )
})
