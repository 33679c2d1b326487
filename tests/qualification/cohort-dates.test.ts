import { describe, expect, it, test } from "vitest"
import { dayOf, localTimeOf } from "../../server/kernel/time.ts"
import { daysBetween, isWorkday, type Land, workdayNear } from "../../server/kernel/workdays.ts"
import { followingTimes, proposeTimes, type TemplateStep } from "../../server/qualification/cohorts/dates.ts"
import type { StepKind } from "../../server/qualification/tables.ts"

/** The half-year: five workshops, four phases with a meeting and four impulses each, assessment, certificate. */
function halfYear(): TemplateStep[] {
  const steps: TemplateStep[] = []
  const add = (id: string, kind: StepKind, week: number, weeks: number, minutes: number) =>
    steps.push({ id, kind, week, weeks, minutes, position: steps.length })
  for (const phase of [1, 2, 3, 4, 5]) {
    const week = (phase - 1) * 5
    add(`workshop ${phase}`, "workshop", week, 0, 240)
    if (phase === 5) break
    add(`phase ${phase}`, "practice", week, 4, 0)
    for (const impulse of [0, 1, 2, 3]) add(`impulse ${phase}.${impulse}`, "impulse", week + impulse, 0, 20)
    add(`meeting ${phase}`, "meeting", week + 3, 0, 60)
  }
  add("assessment", "assessment", 22, 0, 90)
  add("certificate", "certificate", 23, 0, 0)
  return steps
}

const plan = (startOn: string, land: Land) => {
  const setting = { startOn, time: "09:00", land }
  const placed = proposeTimes(halfYear(), setting)
  return new Map([...placed, ...followingTimes(halfYear(), placed, setting)].map((one) => [one.stepId, one]))
}
const workshopsOf = (startOn: string, land: Land) => {
  const times = plan(startOn, land)
  return [1, 2, 3, 4, 5].map((number) =>
    localTimeOf(times.get(`workshop ${number}`)?.startsAt ?? new Date(0)),
  )
}

describe("proposed dates", () => {
  test.each([
    ["plain weeks", "2026-01-12", "NW", ["01-12", "02-16", "03-23", "04-27", "06-01"]],
    [
      "Easter Monday is moved to the day after",
      "2026-03-02",
      "NW",
      ["03-02", "04-07", "05-11", "06-15", "07-20"],
    ],
    ["Good Friday to the day before", "2026-02-27", "NW", ["02-27", "04-02", "05-08", "06-12", "07-17"]],
    ["Corpus Christi in BY", "2026-04-30", "BY", ["04-30", "06-05", "07-09", "08-13", "09-17"]],
    ["no Corpus Christi in BE", "2026-04-30", "BE", ["04-30", "06-04", "07-09", "08-13", "09-17"]],
    [
      "a start on a holiday begins after it",
      "2026-01-06",
      "BY",
      ["01-07", "02-10", "03-17", "04-21", "05-26"],
    ],
    ["the same day works in NW", "2026-01-06", "NW", ["01-06", "02-10", "03-17", "04-21", "05-26"]],
    [
      "nothing at Christmas, and the phase keeps its weeks",
      "2026-11-20",
      "NW",
      ["11-20", "12-23", "01-29", "03-05", "04-09"],
    ],
    ["New Year and Epiphany", "2026-11-26", "BY", ["11-26", "01-04", "02-04", "03-11", "04-15"]],
  ] as const)("%s", (_name, startOn, land, expected) => {
    expect(workshopsOf(startOn, land).map((time) => time.slice(5, 10))).toEqual(expected)
  })

  it("keep the hour of the clock when summer time begins and ends", () => {
    for (const startOn of ["2026-02-02", "2026-09-07"])
      for (const time of workshopsOf(startOn, "NW")) expect(time.slice(11)).toBe("09:00")
  })

  it("lie on working days in every Land, with at least four weeks for each phase, whatever the start", () => {
    for (const land of ["NW", "BY", "SN", "BE"] as const)
      for (let offset = 0; offset < 370; offset += 11) {
        const startOn = new Date(Date.UTC(2026, 0, 1 + offset)).toISOString().slice(0, 10)
        const times = plan(startOn, land)
        for (const [id, { startsAt }] of times)
          if (!id.startsWith("phase")) expect(isWorkday(dayOf(startsAt), land), `${startOn} ${id}`).toBe(true)
        const days = workshopsOf(startOn, land).map((time) => time.slice(0, 10))
        for (const [index, day] of days.entries())
          if (index > 0)
            expect(daysBetween(days[index - 1] ?? "", day), `${startOn} ${land}`).toBeGreaterThanOrEqual(28)
        const last = times.get("workshop 5")
        const assessment = times.get("assessment")
        if (!last || !assessment) throw new Error("missing")
        const weeks = daysBetween(dayOf(last.startsAt), dayOf(assessment.startsAt))
        expect(weeks).toBeGreaterThanOrEqual(14)
        expect(weeks).toBeLessThan(30)
      }
  })

  it("give every phase its days between two workshops, and a date a week to its impulses", () => {
    const times = plan("2026-01-12", "NW")
    expect(localTimeOf(times.get("phase 1")?.startsAt ?? new Date(0))).toBe("2026-01-13T00:00")
    expect(localTimeOf(times.get("phase 1")?.endsAt ?? new Date(0))).toBe("2026-02-16T00:00")
    const impulses = [0, 1, 2, 3].map((n) =>
      localTimeOf(times.get(`impulse 1.${n}`)?.startsAt ?? new Date(0)),
    )
    expect(impulses).toEqual(["2026-01-13T08:00", "2026-01-19T08:00", "2026-01-26T08:00", "2026-02-02T08:00"])
  })

  it("let the impulses wait together for the end of the days off at Christmas", () => {
    const times = plan("2026-11-23", "NW")
    const days = [1, 2, 3].map((n) => dayOf(times.get(`impulse 2.${n}`)?.startsAt ?? new Date(0)))
    expect(days).toEqual(["2027-01-06", "2027-01-13", "2027-01-20"])
  })

  it("let the impulses follow when a workshop is moved, closer together where the phase became short", () => {
    const setting = { startOn: "2026-01-12", time: "09:00", land: "NW" } as const
    const placed = proposeTimes(halfYear(), setting).map((one) =>
      one.stepId === "workshop 2" ? { ...one, startsAt: new Date("2026-01-29T08:00:00Z") } : one,
    )
    const times = new Map(
      followingTimes(halfYear(), placed, setting).map((one) => [one.stepId, one.startsAt]),
    )
    expect(dayOf(times.get("impulse 1.3") ?? new Date(0))).toBe("2026-01-27")
    expect(dayOf(times.get("impulse 2.0") ?? new Date(0))).toBe("2026-01-30")
    expect(dayOf(times.get("impulse 2.1") ?? new Date(0))).toBe("2026-02-05")
  })
})

test.each([
  ["a working day stays", "2026-06-10", "2026-06-10"],
  ["Saturday becomes Friday", "2026-06-13", "2026-06-12"],
  ["Sunday becomes Monday", "2026-06-14", "2026-06-15"],
  ["Christmas Eve becomes the day before", "2026-12-24", "2026-12-23"],
  ["the last days of the year the first ones of the next", "2026-12-30", "2027-01-04"],
])("%s", (_name, day, expected) => {
  expect(workdayNear(day, "NW", "2026-01-01")).toBe(expected)
})

describe("days on which an administration works", () => {
  it.each<[string, Land, boolean]>([
    ["2028-08-08", "BY-AUGSBURG", false],
    ["2028-08-08", "BY", true],
    ["2028-08-15", "BY-AUGSBURG", false],
    ["2028-08-15", "BY", false],
    ["2028-08-15", "BY-OHNE-HIMMELFAHRT", true],
    ["2028-06-15", "BY-OHNE-HIMMELFAHRT", false],
    ["2028-06-15", "SN-FRONLEICHNAM", false],
    ["2028-06-15", "SN", true],
    ["2028-11-22", "SN-FRONLEICHNAM", false],
    ["2028-06-15", "TH-FRONLEICHNAM", false],
    ["2028-06-15", "TH", true],
    ["2028-09-20", "TH-FRONLEICHNAM", false],
    // Single days of Berlin's law; the 17 June 2028 is a Saturday in any case.
    ["2025-05-08", "BE", false],
    ["2025-05-08", "BB", true],
    ["2020-05-08", "BE", false],
    ["2025-05-09", "BE", true],
    ["2017-10-31", "NW", false],
    ["2018-10-31", "NW", true],
  ])("%s in %s: %s", (day, land, works) => {
    expect(isWorkday(day, land)).toBe(works)
  })
})
