import { describe, expect, it } from "vitest"
import { instantOf, localTimeOf } from "../../server/kernel/time.ts"
import { digestsOn } from "../../server/notifications/digest/days.ts"
import { nextMorning, type Rest, restUntil } from "../../server/notifications/rest.ts"

const NONE: Rest = { quietFrom: null, quietUntil: null, quietOnDaysOff: false, pausedUntil: null }
const NIGHT: Rest = { ...NONE, quietFrom: 18, quietUntil: 7 }
const untilOf = (rest: Rest, time: string) => {
  const end = restUntil(rest, instantOf(time), "NW")
  return end && localTimeOf(end)
}

describe("mails at once wait", () => {
  // 2026-11-30 is a Monday.
  it.each<[string, Rest, string, string | null]>([
    ["not at all without a choice", NONE, "2026-11-28T03:00", null],
    ["over the night, from the evening", NIGHT, "2026-11-30T18:00", "2026-12-01T07:00"],
    ["over the night, until the morning", NIGHT, "2026-12-01T06:59", "2026-12-01T07:00"],
    ["not in the day", NIGHT, "2026-12-01T07:00", null],
    ["over midday", { ...NONE, quietFrom: 12, quietUntil: 14 }, "2026-12-01T13:30", "2026-12-01T14:00"],
    ["not where both hours are the same", { ...NONE, quietFrom: 8, quietUntil: 8 }, "2026-12-01T08:10", null],
    ["over a weekend", { ...NONE, quietOnDaysOff: true }, "2026-11-28T12:00", "2026-11-30T07:00"],
    ["over night and weekend", { ...NIGHT, quietOnDaysOff: true }, "2026-11-27T19:00", "2026-11-30T07:00"],
    ["over a holiday", { ...NONE, quietOnDaysOff: true }, "2027-01-01T12:00", "2027-01-04T07:00"],
    ["not between the years", { ...NONE, quietOnDaysOff: true }, "2026-12-29T12:00", null],
    [
      "over the hour that is left out",
      { ...NONE, quietFrom: 1, quietUntil: 4 },
      "2026-03-29T01:30",
      "2026-03-29T04:00",
    ],
    [
      "until a pause ends, and what follows it",
      { ...NIGHT, pausedUntil: instantOf("2026-12-01T06:00") },
      "2026-11-30T12:00",
      "2026-12-01T07:00",
    ],
    [
      "not for a pause that is over",
      { ...NONE, pausedUntil: instantOf("2026-11-30T07:00") },
      "2026-11-30T12:00",
      null,
    ],
  ])("%s", (_what, rest, time, end) => {
    expect(untilOf(rest, time)).toBe(end)
  })
})

it.each([
  ["2026-11-30T10:00", "2026-12-01T07:00"],
  ["2026-12-04T10:00", "2026-12-07T07:00"],
  ["2026-12-31T10:00", "2027-01-04T07:00"],
])("a pause that begins at %s ends at %s", (time, end) => {
  expect(localTimeOf(nextMorning(instantOf(time), "NW"))).toBe(end)
})

describe("digests", () => {
  it.each([
    ["on Monday both", "2026-11-30", "NW", "daily weekly"],
    ["on other days the daily one", "2026-12-01", "NW", "daily"],
    ["none on a Saturday", "2026-12-05", "NW", ""],
    ["none on a holiday of the Land", "2026-06-04", "NW", ""],
    ["on that day where it is no holiday", "2026-06-04", "BE", "daily"],
    ["none on Easter Monday", "2026-04-06", "NW", ""],
    ["the weekly one on the Tuesday after it", "2026-04-07", "NW", "daily weekly"],
    ["once for two weeks over New Year", "2026-12-28", "NW", ""],
    ["on the first working day of the year", "2027-01-04", "NW", "daily weekly"],
  ] as const)("go out %s", (_what, day, land, kinds) => {
    expect(digestsOn(day, land).join(" ")).toBe(kinds)
  })
})
