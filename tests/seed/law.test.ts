import { expect, test } from "vitest"
import { dueOn, readExample } from "../../server/seed/reading/index.ts"

const { law, questions } = readExample()

const official = questions.flatMap(({ key, needsReview, events }) =>
  events.flatMap((event) =>
    event.kind === "officialAnswer" ? [{ key, needsReview: needsReview ?? false, event }] : [],
  ),
)

test("every official answer stands in the table, with what it rests on and when it is read again", () => {
  expect(law.checks.map(({ question }) => question).toSorted()).toEqual(
    official.map(({ key }) => key).toSorted(),
  )
  for (const { norms, source, checkedOn } of law.checks) {
    expect(norms.length).toBeGreaterThan(3)
    expect(source.length).toBeGreaterThan(10)
    expect(checkedOn).toMatch(/^\d{4}-\d\d-\d\d$/)
  }
})

test("each norm that an answer names is one of its line", () => {
  for (const { key, event } of official) {
    const { norms } = law.checks.find(({ question }) => question === key) ?? { norms: "" }
    const listed = new Set(norms.match(/\d+[a-z]?/g))
    for (const [, number = ""] of event.text.matchAll(/§§? (\d+[a-z]?)/g))
      expect([...listed], `${key}: § ${number}`).toContain(number)
  }
})

test("an answer that a pending bill would change is reviewed on a fixed day, here and in the table", () => {
  for (const { key, needsReview, event } of official) {
    const line = law.checks.find(({ question }) => question === key)
    expect(line?.lookAgainOn === law.mayChangeOn, key).toBe(event.reviewOn === law.mayChangeOn)
    expect(line?.lookAgainOn === null, key).toBe(needsReview)
  }
})

test("what is due is listed from its day on", () => {
  expect(dueOn(law, "2026-12-14")).toEqual([])
  expect(dueOn(law, law.mayChangeOn).map(({ question }) => question)).toContain("vermoegen")
  expect(dueOn(law, "2027-06-01")).toHaveLength(law.checks.length - 2)
})
