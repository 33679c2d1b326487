import { eq } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { renderMarkdown } from "../../server/kernel/markdown.ts"
import { shipProgrammes } from "../../server/qualification/core.ts"
import { readHalfYear } from "../../server/qualification/programmes/half-year.ts"
import { programmeSteps, programmes } from "../../server/qualification/tables.ts"
import { openWorld, type World } from "../support/world.ts"

const halfYear = readHalfYear()
const { steps } = halfYear
const of = (kind: string) => steps.filter((step) => step.kind === kind)
const minutesOf = (agenda: { minutes: number }[]) => agenda.reduce((sum, { minutes }) => sum + minutes, 0)

describe("the half-year that ships", () => {
  it("holds all elements of the story in their weeks", () => {
    expect(of("workshop").map(({ week, minutes }) => [week, minutes])).toEqual(
      [0, 5, 10, 15, 20].map((week) => [week, 240]),
    )
    expect(of("practice").map(({ week, weeks }) => [week, weeks])).toEqual([1, 6, 11, 16].map((w) => [w, 4]))
    expect(of("meeting").map(({ week, minutes }) => [week, minutes])).toEqual(
      [3, 8, 12, 18].map((week) => [week, 60]),
    )
    expect(of("assessment").map(({ week, minutes }) => [week, minutes])).toEqual([[22, 90]])
    expect(of("certificate")).toHaveLength(1)
    const practiceWeeks = of("practice").flatMap(({ week }) => [week, week + 1, week + 2, week + 3])
    expect(of("impulse").map(({ week }) => week)).toEqual(practiceWeeks)
    expect(steps.map(({ week }) => week)).toEqual(steps.map(({ week }) => week).toSorted((a, b) => a - b))
  })

  it.each(steps.map((step) => [step.title, step] as const))("%s has contents to work with", (_, step) => {
    expect(renderMarkdown(step.contents, "contents").length).toBeGreaterThan(150)
    expect(step.tasks).not.toBe("")
    renderMarkdown(step.tasks, "tasks")
    renderMarkdown(step.materials, "materials")
    if (step.kind === "impulse") {
      expect([15, 20]).toContain(step.minutes)
      expect(step.voluntary).toBe(true)
      expect(step.questions.length).toBeGreaterThan(0)
    }
    if (["workshop", "meeting", "assessment"].includes(step.kind))
      expect(minutesOf(step.agenda)).toBe(step.minutes)
  })

  it("keeps what tells how to hold a step out of what everybody reads", () => {
    for (const { title, contents, tasks } of steps)
      expect(`${contents} ${tasks}`, title).not.toMatch(
        /Hinweise? für die Lernbegleitung|Sammeln Sie ohne Wertung|lesen Sie deren/,
      )
    const held = [...of("workshop"), ...of("meeting"), ...of("assessment"), ...of("certificate")]
    for (const { title, guidance } of held) expect(guidance, title).not.toBe("")
    for (const { guidance } of steps) if (guidance) renderMarkdown(guidance, "guidance")
  })

  it("never goes on for more than 90 minutes without a break", () => {
    for (const { title, agenda } of steps) {
      let stretch = 0
      for (const { minutes, isBreak } of agenda) {
        stretch = isBreak ? 0 : stretch + minutes
        expect(stretch, title).toBeLessThanOrEqual(90)
      }
    }
  })

  it("brings the tools of each step along", () => {
    const features = of("workshop").map((step) => step.features)
    expect(features[0]).toEqual(["experience", "processes", "project", "agreement", "self-rating"])
    expect(features.map((one) => one.includes("agreement"))).toEqual([true, true, true, false, false])
    expect(of("meeting").every((step) => step.features.includes("peer-consulting"))).toBe(true)
    const anywhere = new Set(steps.flatMap((step) => step.features))
    for (const one of ["rules", "event", "rollout", "data-protection", "feedback-report", "retrospective"])
      expect(anywhere).toContain(one)
  })
})

describe("a database", () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  const shipped = () => world.db.select().from(programmes).where(eq(programmes.familyId, halfYear.familyId))
  const clear = async () => {
    await world.db.delete(programmeSteps)
    await world.db.delete(programmes)
  }

  it("has the half-year from its first start on, complete, even when several processes start at once", async () => {
    expect(await shipped()).toHaveLength(1)
    await clear()
    await Promise.all(Array.from({ length: 4 }, () => shipProgrammes(world.db)))
    expect(await shipped()).toHaveLength(1)
    expect(await world.db.select().from(programmeSteps)).toHaveLength(steps.length)
  })

  it("keeps an edition that is there, beside newer ones", async () => {
    await clear()
    await shipProgrammes(world.db)
    await world.db.update(programmes).set({ name: "So hieß es damals", edition: 1 })
    await shipProgrammes(world.db)
    const rows = await shipped()
    expect(rows.map(({ name, edition }) => [edition, name]).toSorted()).toEqual([
      [1, "So hieß es damals"],
      [halfYear.edition, halfYear.name],
    ])
    await shipProgrammes(world.db)
    expect(await shipped()).toHaveLength(2)
  })
})
