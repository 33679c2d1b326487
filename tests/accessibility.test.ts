import { readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { renderAccessibility } from "../server/papers/accessibility/render.ts"
import { ACCESSIBILITY_RUNS, clauseOf, readCriteria } from "../server/papers/index.ts"

const root = join(import.meta.dirname, "..")
const criteria = readCriteria()

/** WCAG 2.2 of 5 October 2023: how many criteria each guideline has at the levels A and AA. */
const IN_GUIDELINES: Record<string, number> = {
  "1.1": 1,
  "1.2": 5,
  "1.3": 5,
  "1.4": 9,
  "2.1": 3,
  "2.2": 2,
  "2.3": 1,
  "2.4": 8,
  "2.5": 6,
  "3.1": 2,
  "3.2": 5,
  "3.3": 6,
  "4.1": 2,
}
const NEW_IN_22 = ["2.4.11", "2.5.7", "2.5.8", "3.2.6", "3.3.7", "3.3.8"]

describe("The table of accessibility", () => {
  it("has every criterion of the WCAG 2.2 at the levels A and AA, once", () => {
    const own = criteria.filter(({ level }) => level !== "EN")
    expect(own.filter(({ level }) => level === "A")).toHaveLength(31)
    expect(own.filter(({ level }) => level === "AA")).toHaveLength(24)
    expect(new Set(own.map(({ number }) => number)).size).toBe(own.length)
    const counted = Map.groupBy(own, ({ number }) => number.split(".").slice(0, 2).join("."))
    expect(Object.fromEntries([...counted].map(([guideline, of]) => [guideline, of.length]))).toEqual(
      IN_GUIDELINES,
    )
    expect(own.filter(({ isNew }) => isNew).map(({ number }) => number)).toEqual(NEW_IN_22)
  })

  it("has all of clause 9 of the EN 301 549 V3.2.1: the 50 criteria of the WCAG 2.1, and 9.6", () => {
    const clauses = criteria.flatMap((criterion) => clauseOf(criterion) ?? [])
    expect(clauses).toHaveLength(51)
    expect(clauses).toEqual(expect.arrayContaining(["9.4.1.1", "9.6"]))
  })

  it("says of each how it was checked: by runs, or by somebody who looked at what the note says", () => {
    const silent = criteria.filter(
      ({ by, note, result, number }) => by.length === 0 && !note && !(result === "absent" && isMedia(number)),
    )
    expect(silent.map(({ number }) => number)).toEqual(["2.5.4"])
  })

  it("names runs that are there", () => {
    for (const [name, { file, says }] of Object.entries(ACCESSIBILITY_RUNS))
      expect(readFileSync(join(root, file), "utf8").includes(says), name).toBe(true)
  })

  it("uses every run", () => {
    const used = new Set<string>(criteria.flatMap(({ by }) => by))
    expect(Object.keys(ACCESSIBILITY_RUNS).filter((name) => !used.has(name))).toEqual(["pdf"])
  })

  it("is what docs/barrierefreiheit.md says (npm run cli -- accessibility)", () => {
    expect(readFileSync(join(root, "docs/barrierefreiheit.md"), "utf8") === renderAccessibility()).toBe(true)
  })
})

/** There is neither sound nor film, as the note of the first of them says. */
const isMedia = (number: string) => number.startsWith("1.2.") || number === "1.4.2"
