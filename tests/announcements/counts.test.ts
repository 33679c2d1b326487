import { describe, expect, test } from "vitest"
import { type Counted, suppressed } from "../../server/announcements/counts.ts"

const of = (...counts: [people: number, acknowledged: number][]): Counted[] =>
  counts.map(([people, acknowledged], index) => ({ name: `Abteilung ${index}`, people, acknowledged }))
const shownOf = (counts: Counted[]) => {
  const { departments, others, total } = suppressed(counts)
  return {
    departments: departments.map(({ people, acknowledged }) => [people, acknowledged]),
    others: others && [others.people, others.acknowledged],
    total: total && [total.people, total.acknowledged],
  }
}

describe("Counts by department", () => {
  test.each<[string, [number, number][], ReturnType<typeof shownOf>]>([
    ["nobody at all", [], { departments: [], others: null, total: null }],
    ["one that can be told", [[8, 3]], { departments: [[8, 3]], others: null, total: [8, 3] }],
    ["four people", [[4, 2]], { departments: [], others: null, total: null }],
    ["all of them", [[9, 9]], { departments: [], others: null, total: null }],
    ["none of them", [[9, 0]], { departments: [], others: null, total: null }],
    ["all but one, which counts as all", [[9, 8]], { departments: [], others: null, total: null }],
    [
      "two small ones together",
      [
        [10, 4],
        [3, 1],
        [3, 1],
      ],
      { departments: [[10, 4]], others: [6, 2], total: [16, 6] },
    ],
    [
      "a small one, which a difference would tell of, takes the next along",
      [
        [20, 9],
        [10, 4],
        [3, 1],
      ],
      { departments: [[20, 9]], others: [13, 5], total: [33, 14] },
    ],
    [
      "one of which all have, which a difference would tell of",
      [
        [20, 9],
        [10, 4],
        [7, 7],
      ],
      { departments: [[20, 9]], others: [17, 11], total: [37, 20] },
    ],
  ])("%s", (_, counts, shown) => {
    expect(shownOf(of(...counts))).toEqual(shown)
  })

  test("tell by no sum and no difference about fewer than five people, nor about all or none of them", () => {
    let seed = 7
    const random = (most: number) => {
      seed = (seed * 1103515245 + 12345) % 2 ** 31
      return seed % (most + 1)
    }
    for (let round = 0; round < 2000; round += 1) {
      const counts = of(
        ...Array.from({ length: 1 + random(4) }, (): [number, number] => {
          const people = 1 + random(12)
          return [people, random(people)]
        }),
      )
      const { departments, others, total } = suppressed(counts)
      const cells = [...departments, ...(others ? [others] : [])]
      for (let chosen = 1; chosen < 2 ** cells.length; chosen += 1) {
        const some = cells.filter((_, index) => chosen & (1 << index))
        const people = some.reduce((sum, one) => sum + one.people, 0)
        const acknowledged = some.reduce((sum, one) => sum + one.acknowledged, 0)
        // The sum of some, and what is left of the total without them.
        for (const [all, given] of [
          [people, acknowledged],
          [(total?.people ?? 0) - people, (total?.acknowledged ?? 0) - acknowledged],
        ] as const) {
          if (all === 0) continue
          expect(all).toBeGreaterThanOrEqual(5)
          expect(given).toBeGreaterThan(0)
          expect(given).toBeLessThan(all)
        }
      }
    }
  })
})
