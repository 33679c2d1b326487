import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest"
import { refreshAdoption } from "../../server/forum/adoption/actions.ts"
import { type About, blocksOf, type Happening, isEnough } from "../../server/forum/adoption/blocks.ts"
import { DAY, moveClock, resetClock, today } from "../../server/kernel/time.ts"
import { addDays, mondayOf } from "../../server/kernel/workdays.ts"
import type { Person } from "../support/world.ts"
import { answer, ask, openTown, type Town } from "./town.ts"

/** The same numbers in every run. */
function chances(seed: number) {
  let state = seed
  return (most: number) => {
    state = (state * 1103515245 + 12345) % 2 ** 31
    return Math.floor((state / 2 ** 31) * most)
  }
}

function happenings(seed: number): Happening[] {
  const chance = chances(seed)
  return Array.from({ length: 20 + chance(120) }, () => ({
    week: addDays("2026-01-05", 7 * chance(10)),
    categoryId: `category-${chance(6)}`,
    asker: `asker-${chance(4 + chance(12))}`,
    answerers: Array.from({ length: chance(3) }, () => `answerer-${chance(9)}`),
  }))
}

describe("Blocks of what happened", () => {
  it.each<About>(["askers", "answerers", "both"])(
    "are of five people at least, share nothing and leave out only the last weeks: %s",
    (about) => {
      for (let seed = 1; seed <= 200; seed += 1) {
        const all = happenings(seed)
        const blocks = blocksOf(all, about)
        for (const block of blocks) expect(isEnough(block.all, about)).toBe(true)
        const kept = blocks.flatMap((block) => block.all)
        expect(new Set(kept).size).toBe(kept.length)
        const last =
          blocks
            .map(({ lastWeek }) => lastWeek)
            .toSorted()
            .at(-1) ?? ""
        expect(kept).toHaveLength(all.filter(({ week }) => week <= last).length)
        expect(
          isEnough(
            all.filter(({ week }) => week > last),
            about,
          ),
        ).toBe(false)
      }
    },
  )

  /** Whatever is filtered and subtracted, what is left are whole blocks: no week of a category or department with fewer people. */
  it("let no subtraction over weeks, categories and departments single out fewer than five people", () => {
    for (let seed = 1; seed <= 12; seed += 1) {
      const all = happenings(seed)
      const blocks = blocksOf(all, "askers")
      const weeks = [...new Set(all.map(({ week }) => week))].toSorted()
      const categories = [...new Set(all.map(({ categoryId }) => categoryId))].toSorted()
      // A department answers for one category or for several.
      const departments = [categories.slice(0, 2), categories.slice(2, 5)]
      const sets = [undefined, ...categories.map((category) => [category]), ...departments]
      const shown = weeks.flatMap((from) =>
        weeks.flatMap((to) =>
          sets.map((set) =>
            blocks
              .filter(({ firstWeek, lastWeek }) => firstWeek >= from && lastWeek <= to)
              .filter(({ categoryIds }) => !set || categoryIds.every((id) => set.includes(id)))
              .flatMap((block) => block.all),
          ),
        ),
      )
      const different = [
        ...new Map(shown.map((some) => [some.map((one) => all.indexOf(one)).join(), some])).values(),
      ]
      for (const one of different)
        for (const other of different) {
          const hidden = new Set(other)
          const left = one.filter((happening) => !hidden.has(happening))
          if (left.length > 0) expect(isEnough(left, "askers")).toBe(true)
        }
    }
  })
})

describe("How the forum is used", () => {
  let town: Town
  let clerks: Person[]
  beforeAll(async () => {
    town = await openTown()
    clerks = await Promise.all(
      Array.from({ length: 6 }, (_, n) => town.person(`Person ${n}`, ["clerk"], [town.departments.clerks])),
    )
  })
  afterEach(() => resetClock())
  afterAll(() => town.close())

  it("is seen by leads and learning groups, in numbers that one question of one person does not move", async () => {
    const { schoeller, mueller } = town.people
    const cells = async () => (await schoeller.agent.get("/api/adoption").expect(200)).body.items
    for (const person of clerks.slice(0, 4)) await ask(person, town.categories.open)
    moveClock(8 * DAY)
    await refreshAdoption(town.db)
    expect(await cells()).toEqual([])
    const [, , , , fifth, sixth] = clerks as [Person, Person, Person, Person, Person, Person]
    const id = await ask(fifth, town.categories.open)
    await answer(sixth, id)
    moveClock(8 * DAY)
    await refreshAdoption(town.db)
    const first = mondayOf(addDays(today(), -16))
    expect(await cells()).toEqual([
      {
        measure: "questions",
        firstWeek: first,
        lastWeek: mondayOf(addDays(today(), -8)),
        categories: [{ id: town.categories.open, name: "Miete und Belastung" }],
        total: 5,
        official: null,
        medianDays: null,
      },
    ])
    const { text } = await schoeller.agent.get("/nutzung").expect(200)
    expect(text).toContain("Miete und Belastung")
    await mueller.agent.get("/api/adoption").expect(403)
    await mueller.agent.get("/nutzung").expect(403)
    const narrower = await schoeller.agent.get(`/api/adoption?from=${addDays(first, 1)}`).expect(200)
    expect(narrower.body.items).toEqual([])
  })
})
