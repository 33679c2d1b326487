import { expect, test } from "vitest"
import { LAW_MAY_CHANGE, questions } from "../../server/seed/content/index.ts"
import { dueOn, lawChecks } from "../../server/seed/content/law.ts"

const official = questions.flatMap(({ key, needsReview, events }) =>
  events.flatMap((event) =>
    event.kind === "officialAnswer" ? [{ key, needsReview: needsReview ?? false, event }] : [],
  ),
)

test("every official answer stands in the table, with what it rests on and when it is read again", () => {
  expect(lawChecks.map(({ question }) => question).toSorted()).toEqual(
    official.map(({ key }) => key).toSorted(),
  )
  for (const { norms, source, checkedOn } of lawChecks) {
    expect(norms.length).toBeGreaterThan(3)
    expect(source.length).toBeGreaterThan(10)
    expect(checkedOn).toMatch(/^\d{4}-\d\d-\d\d$/)
  }
})

test("each norm that an answer names is one of its line", () => {
  for (const { key, event } of official) {
    const { norms } = lawChecks.find(({ question }) => question === key) ?? { norms: "" }
    const listed = new Set(norms.match(/\d+[a-z]?/g))
    for (const [, number = ""] of event.text.matchAll(/§§? (\d+[a-z]?)/g))
      expect([...listed], `${key}: § ${number}`).toContain(number)
  }
})

test("an answer that a pending bill would change is reviewed on a fixed day, here and in the table", () => {
  for (const { key, needsReview, event } of official) {
    const line = lawChecks.find(({ question }) => question === key)
    expect(line?.lookAgainOn === LAW_MAY_CHANGE, key).toBe(event.reviewOn === LAW_MAY_CHANGE)
    expect(line?.lookAgainOn === null, key).toBe(needsReview)
  }
})

test("what is due is listed from its day on", () => {
  expect(dueOn("2026-12-14")).toEqual([])
  expect(dueOn(LAW_MAY_CHANGE).map(({ question }) => question)).toContain("vermoegen")
  expect(dueOn("2027-06-01")).toHaveLength(lawChecks.length - 2)
})
