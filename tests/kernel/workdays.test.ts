import { describe, expect, it, test, vi } from "vitest"
import {
  addDays,
  countWorkdays,
  type DayOff,
  dayOff,
  holidaysOf,
  LANDS,
  type Land,
  lastDayWithin,
  workdayFrom,
} from "../../server/kernel/workdays.ts"
import { texts } from "../../web/texts/index.ts"

vi.stubGlobal("document", { documentElement: { lang: "de" } })
const { reasonFor } = await import("../../web/elements/day-off-text.ts")

const holiday = (name: string) => ({ kind: "holiday", name })

test.each<[string, Land | null, DayOff | { kind: string } | null]>([
  ["2030-08-08", "BY-AUGSBURG", holiday("AUGSBURGER_FRIEDENSFEST")],
  ["2030-08-08", "BY", null],
  ["2030-08-08", null, null],
  ["2030-10-03", null, holiday("DEUTSCHEEINHEIT")],
  ["2030-11-01", "NW", holiday("ALLERHEILIGEN")],
  ["2030-11-01", null, null],
  ["2030-05-04", "NW", { kind: "saturday" }],
  ["2030-05-05", "NW", { kind: "sunday" }],
  ["2030-12-25", "NW", holiday("ERSTERWEIHNACHTSFEIERTAG")],
  ["2030-12-27", "NW", { kind: "year-end" }],
  ["2030-12-23", "NW", null],
  ["2025-05-08", "BE", holiday("SINGLE_DAY")],
  ["1003-05-08", "BE", { kind: "sunday" }],
])("%s in %s: %j", (day, land, why) => expect(dayOff(day, land)).toEqual(why))

test("a suggestion falls on the next working day, never on an earlier one", () => {
  expect(workdayFrom("2030-05-03", "NW")).toBe("2030-05-03")
  expect(workdayFrom("2030-05-04", "NW")).toBe("2030-05-06")
  expect(workdayFrom("2030-12-24", "NW")).toBe("2031-01-02")
  expect(workdayFrom("2030-08-08", "BY-AUGSBURG")).toBe("2030-08-09")
  expect(workdayFrom("2030-08-08", null)).toBe("2030-08-08")
})

test.each<[string, string, Land | null, number]>([
  ["2030-05-03", "2030-05-03", "NW", 0],
  ["2030-05-03", "2030-05-06", "NW", 1],
  ["2030-05-03", "2030-05-05", "NW", 0],
  ["2030-08-07", "2030-08-09", "BY-AUGSBURG", 1],
  ["2030-08-07", "2030-08-09", "BY", 2],
  ["2030-05-06", "2030-05-03", "NW", 0],
])("from %s to %s in %s there are %i working days", (from, to, land, count) =>
  expect(countWorkdays(from, to, land)).toBe(count),
)

test.each<[string, number, Land | null, string]>([
  ["2030-05-02", 2, "NW", "2030-05-06"],
  ["2030-05-03", 2, "NW", "2030-05-07"],
  ["2030-05-04", 2, "NW", "2030-05-07"],
  ["2030-08-07", 2, "BY-AUGSBURG", "2030-08-12"],
  ["2030-12-20", 1, "NW", "2031-01-01"],
])(
  "from %s the last day with %i working days before it, itself counted, is in %s the %s",
  (from, days, land, day) => expect(lastDayWithin(from, days, land)).toBe(day),
)

describe("the hint while somebody chooses a day", () => {
  it.each([...LANDS, null])("says what the server says: %s", (land) => {
    const words = texts("de").shell.daysOff
    const years = ["2027", "2028"]
    const known = years.flatMap((year) => [...holidaysOf(year, land)])
    const named = new Map(known.map(([day, name]) => [day, words.holidays[name]]))
    for (let day = "2027-01-01"; day <= "2028-12-31"; day = addDays(day, 1)) {
      const off = dayOff(day, land)
      const why = off && (off.kind === "holiday" ? words.holidays[off.name] : words[off.kind])
      expect(reasonFor(day, named), day).toBe(why)
    }
  })

  it("says nothing to a day that is not written yet", () => expect(reasonFor("", new Map())).toBeNull())
})
