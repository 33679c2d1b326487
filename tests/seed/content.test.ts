import { describe, expect, test } from "vitest"
import { renderMarkdown } from "../../server/kernel/markdown.ts"
import {
  readExample,
  readPicture,
  type SeedAudience,
  type SeedQuestion,
  type SeedQuestionState,
} from "../../server/seed/reading/index.ts"
import * as pages from "../../web/texts/pages/index.ts"
import { play } from "./play.ts"

const { announcements, bestPractices, categories, departments, people, questions } = readExample()
const person = byKey(people)
const category = byKey(categories)
const department = byKey(departments)
const isSpecialistOf = (key: string, departmentKey: string) =>
  person(key).roles.includes("specialist") && person(key).departments.includes(departmentKey)
const mayRead = (key: string, audience: SeedAudience, responsible?: string) =>
  person(key).departments.length > 0 &&
  (audience === "all" || person(key).departments.some((own) => own === responsible || audience.includes(own)))
const everyText = collectTexts()

describe("the example content", () => {
  test("has keys of its own for everything", () => {
    for (const list of [people, departments, categories, questions, bestPractices, announcements])
      expect(new Set(list.map(({ key }) => key)).size).toBe(list.length)
    expect(new Set(people.map(({ email }) => email)).size).toBe(people.length)
  })

  test("refers only to what exists", () => {
    for (const { parent } of departments) if (parent) department(parent)
    for (const one of people) one.departments.map(department)
    for (const { parent, kind, responsible, audience } of categories) {
      if (parent) expect([category(parent).kind, category(parent).parent]).toEqual([kind, undefined])
      if (responsible) department(responsible)
      expect(kind === "questions").toBe(responsible !== undefined)
      if (audience !== "all") audience.map(department)
    }
  })

  test("has the categories of the example and one that not everybody sees", () => {
    const below = (parent: string) =>
      categories.filter((one) => one.parent === parent).map(({ name }) => name)
    expect(below("fachfragen")).toHaveLength(9)
    expect(below("gute-praxis")).toEqual([
      "Schreiben und Textbausteine",
      "Abläufe",
      "Beratung",
      "Zusammenarbeit",
    ])
    expect(categories.some(({ audience }) => audience !== "all")).toBe(true)
  })

  test("fills every category with threads", () => {
    for (const { key } of categories.filter((one) => one.parent || one.audience !== "all"))
      expect([...questions, ...bestPractices].some((thread) => thread.category === key)).toBe(true)
    expect(questions.length + bestPractices.length).toBeGreaterThanOrEqual(20)
    expect(questions.length).toBeGreaterThanOrEqual(20)
    expect(bestPractices).toHaveLength(6)
    expect(announcements).toHaveLength(3)
  })

  test("covers every state, and two answers that must be reviewed", () => {
    const states: SeedQuestionState[] = [
      "open",
      "in-progress",
      "asked-back",
      "answered",
      "closed",
      "duplicate",
    ]
    for (const state of states) expect(questions.some(({ endsAs }) => endsAs === state)).toBe(true)
    expect(questions.filter(({ needsReview }) => needsReview)).toHaveLength(2)
    expect(questions.filter((one) => one.endsAs === "open" && one.events.length === 0)).not.toHaveLength(0)
    expect(questions.some((one) => one.endsAs === "open" && (one.wantedInDays ?? 0) > 0)).toBe(true)
    const acts = new Set(questions.flatMap(({ events }) => events.map(({ kind }) => kind)))
    expect(acts).toContain("hide")
    expect(acts).toContain("passOn")
  })

  test("is held to the rules: an official answer by a colleague of another department is noticed", () => {
    const question = questions.find(({ key }) => key === "formlos")
    if (!question) throw new Error("the question is gone")
    const events = question.events.map((event) =>
      event.kind === "officialAnswer" ? { ...event, by: "huber" } : event,
    )
    play(question, "grundsatz", isSpecialistOf)
    expect(() => play({ ...question, events }, "grundsatz", isSpecialistOf)).toThrow("huber answers for")
  })

  test("covers every role", () => {
    const roles = new Set(people.flatMap((one) => one.roles))
    expect([...roles].sort()).toEqual(["admin", "clerk", "editor", "facilitator", "lead", "specialist"])
  })

  test("carries a picture as its one attachment", async () => {
    expect(questions.filter(({ attachment }) => attachment)).toHaveLength(1)
    const [attachment] = questions.flatMap((question) => question.attachment ?? [])
    expect((await readPicture(attachment?.picture ?? "")).subarray(1, 4).toString()).toBe("PNG")
  })
})

describe.each(questions)("the question “$title”", (question) => {
  const { responsible, audience, kind } = category(question.category)

  test("is asked by somebody who may, where questions are asked", () => {
    expect(kind).toBe("questions")
    expect(mayRead(question.author, audience, responsible)).toBe(true)
    if (question.enteredWithAnswer) expect(isSpecialistOf(question.author, responsible ?? "")).toBe(true)
  })

  test("ends as it says, by acts of people who have the right to them", () => {
    expect(play(question, responsible ?? "", isSpecialistOf)).toEqual({
      state: question.endsAs,
      needsReview: question.needsReview ?? false,
    })
    for (const name of actorsOf(question)) expect(mayRead(name, audience, responsible)).toBe(true)
  })

  test("happens in the order of time, in office hours, before the day of the seed", () => {
    const moments = [question, ...question.events]
    for (const { daysAgo, time } of moments) expectOfficeHours(daysAgo, time)
    const order = moments.map(({ daysAgo, time }) => -daysAgo * 24 * 60 + minutes(time))
    expect(order).toEqual(order.toSorted((a, b) => a - b))
    if (question.wantedInDays !== undefined) expect(question.wantedInDays).toBeGreaterThan(-question.daysAgo)
  })

  test("is as long as colleagues write", () => {
    expect(question.title.length).toBeLessThanOrEqual(110)
    expectWords(question.text, 55, 180)
    for (const event of question.events) if (event.kind === "officialAnswer") expectWords(event.text, 80, 255)
    expect(question.tags.length).toBeGreaterThan(0)
    expect(question.tags.length).toBeLessThanOrEqual(4)
  })
})

describe.each(bestPractices)("the best practice “$title”", (practice) => {
  test("is written, marked and commented by people who read it", () => {
    const { kind, audience } = category(practice.category)
    expect(kind).toBe("best-practices")
    const others = [...practice.reusedBy, ...practice.helpfulBy]
    for (const key of [practice.author, ...others, ...practice.comments.map(({ by }) => by)])
      expect(mayRead(key, audience)).toBe(true)
    expect(others).not.toContain(practice.author)
    for (const { daysAgo, time } of [practice, ...practice.comments]) expectOfficeHours(daysAgo, time)
    for (const { daysAgo } of practice.comments) expect(daysAgo).toBeLessThan(practice.daysAgo)
  })

  test("has something to say in every section", () => {
    for (const text of [practice.situation, practice.approach, practice.result, practice.pitfalls])
      expectWords(text, 15, 160)
    expectWords(practice.contact, 3, 40)
  })
})

test.each(announcements)(
  "the announcement “$title” is published by a lead or administrator",
  (announcement) => {
    const { roles } = person(announcement.author)
    expect(roles.includes("lead") || roles.includes("admin")).toBe(true)
    if (announcement.audience !== "all") announcement.audience.map(department)
    expect(announcement.showForDays).toBeGreaterThan(0)
    expectWords(announcement.text, 30, 160)
  },
)

describe("every text", () => {
  test("can be read by the forum", () => {
    for (const text of everyText) expect(renderMarkdown(text, "body")).toMatch(/^</)
  })

  test("names no amount of § 12 WoGG, and no benefit by a name that has changed", () => {
    for (const text of everyText) {
      expect(text).not.toMatch(/\b\d{1,3},\d{2}\b|§ 12\b/)
      expect(text).not.toMatch(/Bürgergeld|Grundsicherungsgeld|Hartz|Arbeitslosengeld II\b/)
    }
  })

  test("uses reserved mail domains and no data of customers", () => {
    const addresses = [...everyText, ...people.map(({ email }) => email)].join("\n").match(/\S+@\S+/g) ?? []
    for (const address of addresses) expect(address).toMatch(/@[\w-]+\.(example|invalid)$/)
    for (const text of everyText)
      expect(text).not.toMatch(/\bDE\d{2}[ \d]{8,}|\b\d{2}\.\d{2}\.(19|20)\d{2}\b|\b0\d{3,} ?\d{4,}/)
  })

  test("names norms in one way", () => {
    for (const text of everyText) expect(text).not.toMatch(/§\d|§§\d|§ [^\dc]|Absatz \d+ Satz|\bAbs\.\d/)
  })
})

describe.each(Object.entries(pages))("the page text %s", (name, { de, en }) => {
  test("is readable in both languages, with the same structure", () => {
    expect(countOf(de, /^## /gm)).toBeGreaterThan(3)
    for (const mark of [/^## /gm, /^- /gm, /^\|/gm, /\[[^\]]*\]/g, /\*\*/g])
      expect(countOf(en, mark)).toBe(countOf(de, mark))
    expect(renderMarkdown(de, name)).toContain("<h3>")
    expect(renderMarkdown(en, name)).toContain("<h3>")
  })
})

function byKey<T extends { key: string }>(list: T[]): (key: string) => T {
  const found = new Map(list.map((one) => [one.key, one]))
  return (key) => {
    const one = found.get(key)
    if (!one) throw new Error(`nothing has the key ${key}`)
    return one
  }
}

function actorsOf({ author, sameQuestionBy = [], events }: SeedQuestion): string[] {
  expect(sameQuestionBy).not.toContain(author)
  return [author, ...sameQuestionBy, ...events.flatMap(({ by }) => by)]
}

function collectTexts(): string[] {
  return [
    ...categories.flatMap(({ description, guide }) => [description, guide]),
    ...questions.flatMap(({ title, text, events }) => [
      ...[title, text],
      ...events.flatMap((event) => ("text" in event && event.text) || []),
    ]),
    ...bestPractices.flatMap(({ title, situation, approach, result, pitfalls, contact, comments }) => [
      ...[title, situation, approach, result, pitfalls, contact],
      ...comments.map(({ text }) => text),
    ]),
    ...announcements.flatMap(({ title, text, comments }) => [
      title,
      text,
      ...comments.map((one) => one.text),
    ]),
  ]
}

function expectOfficeHours(daysAgo: number, time: string): void {
  expect(daysAgo).toBeGreaterThanOrEqual(1)
  expect(time).toMatch(/^\d\d:\d\d$/)
  expect(minutes(time)).toBeGreaterThanOrEqual(7 * 60)
  expect(minutes(time)).toBeLessThan(18 * 60)
}

function minutes(time: string): number {
  const [hour = "", minute = ""] = time.split(":")
  return Number(hour) * 60 + Number(minute)
}

function expectWords(text: string, least: number, most: number): void {
  const words = countOf(text, /[\p{L}\d§][\p{L}\d.,’'-]*/gu)
  expect(words, text.slice(0, 60)).toBeGreaterThanOrEqual(least)
  expect(words, text.slice(0, 60)).toBeLessThanOrEqual(most)
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}
