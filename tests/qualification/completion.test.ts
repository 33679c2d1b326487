import { describe, expect, it } from "vitest"
import {
  assessmentItems,
  attendanceItems,
  type Item,
  impulseItems,
  outstanding,
  type Progress,
  type RuledStep,
} from "../../server/qualification/completion.ts"
import { REQUIREMENTS, type Requirement } from "../../server/qualification/tables.ts"

const done: Item = { stepId: "a", title: "A", done: true }
const open: Item = { stepId: "b", title: "B", done: false }

describe("what is owed for the certificate", () => {
  it.each<[string, Requirement[], Progress, Requirement[]]>([
    ["nothing, where nothing is asked", [], {}, []],
    [
      "nothing, where something is open that nobody asks for",
      ["assessment"],
      { impulses: [open], assessment: [done] },
      [],
    ],
    [
      "nothing, where everything is done",
      ["attendance", "assessment"],
      { attendance: [done, done], assessment: [done] },
      [],
    ],
    [
      "what has one thing open among many",
      ["attendance", "assessment"],
      { attendance: [done, open, done], assessment: [done] },
      ["attendance"],
    ],
    ["nothing, where there is nothing to do", ["attendance"], { attendance: [] }, []],
    ["what cannot be judged yet", ["project", "attendance"], { attendance: [done] }, ["project"]],
    ["everything at the start", [...REQUIREMENTS], {}, [...REQUIREMENTS]],
    ["in the order of the programme", ["assessment", "attendance"], {}, ["assessment", "attendance"]],
  ])("is %s", (_name, requirements, progress, owed) => {
    expect(outstanding(requirements, progress)).toEqual(owed)
  })
})

const step = (id: string, more: Partial<RuledStep> = {}): RuledStep => {
  return { id, kind: "workshop", title: id, voluntary: false, cancelled: false, ...more }
}

describe("attendance", () => {
  it.each([
    ["present", true],
    ["made-up", true],
    ["absent", false],
    [undefined, false],
  ] as const)("with the record %s is fulfilled: %s", (state, isFulfilled) => {
    expect(attendanceItems([step("a")], () => state)).toEqual([
      { stepId: "a", title: "a", done: isFulfilled },
    ])
  })

  it.each<[string, Partial<RuledStep>, boolean]>([
    ["a workshop", {}, true],
    ["a meeting", { kind: "meeting" }, true],
    ["one that was cancelled", { cancelled: true }, false],
    ["one that is voluntary", { voluntary: true }, false],
    ["a practice phase", { kind: "practice" }, false],
    ["an impulse", { kind: "impulse" }, false],
    ["the assessment, which is judged by itself", { kind: "assessment" }, false],
    ["the certificate", { kind: "certificate" }, false],
  ])("counts %s: %#", (_name, more, counts) => {
    expect(attendanceItems([step("a", more)], () => undefined)).toHaveLength(counts ? 1 : 0)
  })
})

describe("impulses", () => {
  it.each<[string, Partial<RuledStep>, boolean, boolean[]]>([
    ["one that the programme asks for", {}, false, [false]],
    ["the same, done", {}, true, [true]],
    ["a voluntary one", { voluntary: true }, false, []],
    ["one that was cancelled", { cancelled: true }, false, []],
    ["a workshop", { kind: "workshop" }, false, []],
  ])("count %s: %#", (_name, more, isDone, expected) => {
    const items = impulseItems([step("a", { kind: "impulse", ...more })], () => isDone)
    expect(items.map((item) => item.done)).toEqual(expected)
  })
})

describe("the assessment", () => {
  it("is one for each learner, however many appointments there are", () => {
    const steps = [step("a", { kind: "assessment" }), step("b", { kind: "assessment" })]
    expect(assessmentItems(steps, false)).toEqual([{ stepId: "a", title: "a", done: false }])
    expect(assessmentItems(steps, true)).toEqual([{ stepId: "a", title: "a", done: true }])
  })

  it("is still owed when its appointment was cancelled", () => {
    const steps = [step("a", { kind: "assessment", cancelled: true })]
    expect(assessmentItems(steps, false)).toEqual([{ stepId: null, title: "", done: false }])
  })
})
