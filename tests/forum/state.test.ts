import { describe, expect, it } from "vitest"
import { type StateFacts, stateOf } from "../../server/forum/questions/state.ts"
import type { QuestionState } from "../../server/forum/tables.ts"

const ID = "01932f3e-0000-7000-8000-00000000000a"
const nothing: StateFacts = {
  duplicateOfId: null,
  closedAt: null,
  askedBackId: null,
  takenById: null,
  isAnswered: false,
}
/** From the weakest to the strongest: each wins over all before it. */
const facts: [Partial<StateFacts>, QuestionState][] = [
  [{ takenById: ID }, "in-progress"],
  [{ askedBackId: ID }, "asked-back"],
  [{ isAnswered: true }, "answered"],
  [{ closedAt: new Date(0) }, "closed"],
  [{ duplicateOfId: ID }, "duplicate"],
]

describe("the state of a question", () => {
  it("is open as long as nothing is true of it", () => {
    expect(stateOf(nothing)).toBe("open")
  })

  it("follows from the strongest of all that is true, in each of the 31 combinations", () => {
    for (let combination = 1; combination < 2 ** facts.length; combination += 1) {
      const held = facts.filter((_, bit) => combination & (1 << bit))
      const all = Object.assign({}, nothing, ...held.map(([fact]) => fact))
      expect(stateOf(all), JSON.stringify(all)).toBe(held.at(-1)?.[1])
    }
  })
})
