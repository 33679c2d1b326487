import { expect, it } from "vitest"
import { remembered } from "../../server/kernel/formats.ts"
import { dayOf } from "../../server/kernel/time.ts"
import { formatDateTime, formatDay } from "../../web/layout/index.ts"

it("writes each language its own way, also what was asked for before", () => {
  for (const _ of [1, 2]) {
    expect(formatDay("2026-03-01", "de")).toBe("01.03.2026")
    expect(formatDay("2026-03-01", "en")).toBe("1 Mar 2026")
    expect(formatDateTime(new Date("2026-03-01T11:05:59Z"), "de")).toBe("01.03.2026, 12:05")
    expect(formatDateTime(new Date("2026-03-01T11:05:00Z"), "en")).toBe("1 Mar 2026, 12:05")
    expect(formatDateTime(new Date("2026-03-01T11:06:00Z"), "de")).toBe("01.03.2026, 12:06")
  }
})

it("takes no instant that is none", () => {
  expect(() => dayOf(new Date("x"))).toThrow(RangeError)
  expect(() => formatDay("x", "de")).toThrow(RangeError)
})

it("remembers so much and no more", () => {
  let asked = 0
  const twice = remembered((one: number) => {
    asked++
    return one * 2
  })
  for (let one = 0; one < 25_000; one++) expect(twice(one)).toBe(one * 2)
  expect(twice(24_999)).toBe(49_998)
  expect(asked).toBe(25_000)
  expect(twice(0)).toBe(0)
  expect(asked).toBe(25_001)
})
