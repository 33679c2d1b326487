import { expect, test } from "vitest"
import { nameMonths } from "../../server/seed/months.ts"
import { readExample } from "../../server/seed/reading/index.ts"

test.each([
  ["2026-11-29T10:00:00Z", "15. {Monat-3}, {Monat} und {Monat+2}", "15. August, November und Januar"],
  ["2027-01-01T10:00:00Z", "{Monat-9}, {Monat-1}, {Monat+4}", "April, Dezember, Mai"],
  ["2026-11-30T23:30:00Z", "{Monat}", "Dezember"],
])("a story that begins at %s tells %j as %j", (begins, text, told) =>
  expect(nameMonths({ body: text, events: [{ text }] }, new Date(begins))).toEqual({
    body: told,
    events: [{ text: told }],
  }),
)

const A_MONTH =
  /(?<!\p{L})(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)(?!\p{L}| \d{4})/u

test("a date that moves with the day of installation names no fixed month", () => {
  expect("Antrag vom 12. Juni").toMatch(A_MONTH)
  const { questions, bestPractices, announcements } = readExample()
  for (const story of [questions, bestPractices, announcements])
    expect(JSON.stringify(story)).not.toMatch(A_MONTH)
})
