import { expect, test } from "vitest"
import { whenOf } from "../../web/pages/qualification/cohorts/when.tsx"

const workshop = (startsAt: string, endsAt: string) => ({ kind: "workshop" as const, startsAt, endsAt })
const plain = (text: string) => text.replaceAll(/[\u2009\u202f\u00a0]/g, " ").replaceAll(" – ", "–")

test.each([
  ["within a day", "2026-11-30T08:00:00Z", "2026-11-30T09:30:00Z", "Mo, 30.11.2026, 09:00–10:30 Uhr"],
  [
    "over midnight",
    "2026-11-30T22:10:00Z",
    "2026-11-30T23:10:00Z",
    "Mo, 30.11.2026, 23:10–Di, 01.12.2026, 00:10 Uhr",
  ],
])("a session %s names each day once", (_, from, until, words) => {
  expect(plain(whenOf(workshop(from, until), "de"))).toBe(words)
})
