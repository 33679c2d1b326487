import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { type Mailed, openMailed } from "./open.ts"
import { PROGRAMS, TYPED } from "./programs.ts"

let town: Mailed
let question: string
beforeAll(async () => {
  town = await openMailed()
  town.config.limits.mailsPerPerson = 1000
  question = await town.question()
})
afterAll(() => town.close())

describe.each(Object.entries(PROGRAMS))("an answer written in %s", (_program, write) => {
  it.each(Object.entries(TYPED))("with %s is what the person typed, and no more", async (_what, expected) => {
    const { vogt } = town.people
    const { outcome, subjectId } = await town.send(vogt, question, write(expected.own))
    expect(outcome).toBe(expected.outcome)
    const { body: drafts } = await vogt.agent.get("/api/drafts").expect(200)
    const draft = drafts.items.find(({ id }: { id: string }) => id === subjectId)
    expect(draft?.body ?? (await town.textOf(subjectId))).toBe(expected.text)
  })
})

it("are sixty mails of twelve programs", () =>
  expect(Object.keys(PROGRAMS).length * Object.keys(TYPED).length).toBe(60))
