import { readdirSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { readExample } from "../../server/seed/reading/index.ts"

const { people, questions, bestPractices, cohorts } = readExample()
const everybody = people.map(({ key }) => key)
const threads = [...questions, ...bestPractices].map(({ key }) => key)

/** Fields that name a person, or several. */
const NAMING = [
  ...["by", "who", "with", "manager", "managers", "facilitator", "learner"],
  ...["moderator", "topicOf", "topicsOf"],
]
/** Fields that have a value for each of several people. */
const PER_PERSON = ["missing", "round"]

function peopleIn(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return []
  return Object.entries(value).flatMap(([field, child]): string[] => {
    const named = NAMING.includes(field) ? [child].flat().filter((one) => typeof one === "string") : []
    return [...named, ...(PER_PERSON.includes(field) ? Object.keys(Object(child)) : []), ...peopleIn(child)]
  })
}

describe.each(Object.values(cohorts))("$name", (cohort) => {
  const learners = cohort.learners.map(({ who }) => who)
  const group = [...learners, ...cohort.managers, cohort.facilitator]

  test("names only people of its own, who exist", () => {
    // A plan names people in words, and colleagues are who object and comment.
    const event = cohort.event && { by: cohort.event.by }
    const named = peopleIn({ ...cohort, plans: cohort.plans.map(({ by }) => ({ by })), event })
    expect(named.length).toBeGreaterThan(80)
    expect(named.filter((key) => !group.includes(key))).toEqual([])
    expect(group.filter((key) => !everybody.includes(key))).toEqual([])
  })

  test("has sessions and consultings of steps that there are", () => {
    for (const { step } of cohort.sessions) expect(step).toMatch(/^(workshop-[1-5]|meeting-[1-4])$/)
    for (const { step } of cohort.consultings) expect(step).toMatch(/^meeting-[1-4]$/)
  })

  test("rates the competences that it chose, and no others", () => {
    for (const { levels } of [...cohort.selfRatings, ...cohort.rounds])
      expect(Object.keys(levels)).toEqual(cohort.competences)
    for (const { competences } of [...cohort.evidence, ...cohort.takenEvidence])
      for (const one of competences) expect(cohort.competences).toContain(one)
  })

  test("points with its evidence to threads, milestones and entries that there are", () => {
    for (const { thread } of cohort.evidence) if (thread) expect(threads).toContain(thread)
    const titles = {
      milestone: cohort.projects.flatMap(({ items }) => items.map(({ title }) => title)),
      journal: cohort.journal.map(({ title }) => title),
    }
    for (const { source, title } of cohort.takenEvidence) expect(titles[source]).toContain(title)
  })
})

test("every picture is shown, and every one that is shown is there", () => {
  const photos = Object.values(cohorts).flatMap(({ sessions }) =>
    sessions.flatMap(({ held }) => held?.photos.map(({ file }) => `${file}.jpg`) ?? []),
  )
  const attachments = questions.flatMap(({ attachment }) => attachment?.picture ?? [])
  const stored = readdirSync(join(import.meta.dirname, "../../server/seed/content/pictures"))
  expect([...new Set([...photos, ...attachments])].toSorted()).toEqual(
    stored.filter((name) => !name.endsWith(".svg")).toSorted(),
  )
})
