import { expect, it } from "vitest"
import { atLeast } from "../../server/kernel/counting.ts"

it.each([
  [0, 100, null],
  [4, 100, null],
  [5, 100, 5],
  [9, 100, 5],
  [10, 100, 10],
  // Never all of them, nor all but a few.
  [100, 100, 95],
  [97, 100, 95],
  [12, 12, 5],
  [9, 9, null],
  [5, 9, null],
  [5, 10, 5],
])("of %i in %i there is said: at least %s", (count, of, said) => {
  expect(atLeast(count, of)).toBe(said)
})
