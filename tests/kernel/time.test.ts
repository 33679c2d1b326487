import { expect, it } from "vitest"
import { dayOf, instantOf, localTimeOf } from "../../server/kernel/time.ts"

it.each([
  ["2026-01-15T08:00", "2026-01-15T07:00:00.000Z"],
  ["2026-07-15T08:00", "2026-07-15T06:00:00.000Z"],
  // The nights in which the clocks change, before and after it.
  ["2026-03-29T01:59", "2026-03-29T00:59:00.000Z"],
  ["2026-03-29T03:00", "2026-03-29T01:00:00.000Z"],
  ["2026-10-25T01:30", "2026-10-24T23:30:00.000Z"],
  ["2026-10-25T03:30", "2026-10-25T02:30:00.000Z"],
])("%s in Germany is %s, and back", (localTime, instant) => {
  expect(instantOf(localTime).toISOString()).toBe(instant)
  expect(localTimeOf(new Date(instant))).toBe(localTime)
})

it("takes a time that summer time leaves out for the one an hour later", () => {
  expect(localTimeOf(instantOf("2026-03-29T02:30"))).toBe("2026-03-29T03:30")
})

it("counts days by the clock in Germany", () => {
  expect(dayOf(new Date("2026-01-15T22:59:59Z"))).toBe("2026-01-15")
  expect(dayOf(new Date("2026-01-15T23:00:00Z"))).toBe("2026-01-16")
  expect(dayOf(new Date("2026-07-15T22:00:00Z"))).toBe("2026-07-16")
})
