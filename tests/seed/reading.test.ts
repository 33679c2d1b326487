import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { afterAll, describe, expect, test } from "vitest"
import { readExample } from "../../server/seed/reading/index.ts"

/** A copy of what editors wrote, in which something is written wrongly. */
const copy = mkdtempSync(join(tmpdir(), "example-"))
cpSync(join(import.meta.dirname, "../../server/seed/content"), copy, { recursive: true })
afterAll(() => rmSync(copy, { recursive: true }))

const readCopy = () => readExample(pathToFileURL(`${copy}/`))

function readWith(file: string, written: string, instead: string): void {
  const path = join(copy, file)
  const right = readFileSync(path, "utf8")
  expect(right, file).toContain(written)
  writeFileSync(path, right.replace(written, instead))
  try {
    readCopy()
  } finally {
    writeFileSync(path, right)
  }
}

const QUESTION = "questions/formlos.md"
const PROJECT = "cohorts/wohngeld/projects/kategorien.yaml"
const RULES = "cohorts/wohngeld/plans/rules.yaml"

describe("what an editor writes wrongly is refused with the file, the field and the reason", () => {
  test.each([
    [QUESTION, "author: dangelo\n", "", `${QUESTION}: author is missing or empty`],
    [QUESTION, "endsAs: answered", "endsAs: done", `${QUESTION}: endsAs is none of the possible values`],
    [QUESTION, "daysAgo: 94\n", "daysAgo: vor Wochen\n", `${QUESTION}: daysAgo is of another type`],
    [QUESTION, "kind: take", "kind: takes", "kind is none of take, return, handOver"],
    [QUESTION, "reviewInDays: 240", "review: 240", "review is not known here"],
    [QUESTION, "legalStatusDate: 2026-07-01", "legalStatusDate: Juli", "legalStatusDate is not written as"],
    ["best-practices/erinnerung.md", "kind: pitfalls", "kind: result", "pitfalls is missing or empty"],
    ["announcements/start.md", "audience: all", "audience: alle", "announcements/start.md: audience is none"],
    ["people.yaml", "roles: [clerk, editor]", "roles: [clerk, chief]", "people.0.roles.1 is none of"],
    ["categories.yaml", "audience: all", "", "categories.yaml: 0.audience is missing or empty"],
    ["law.yaml", "checkedOn: 2026-11-29", "checkedOn: 2026-11-31", "law.yaml: checkedOn is not written as"],
    [PROJECT, "running: workshop-1 +5 09:00", "running: workshop-9", `${PROJECT}: running is not written as`],
    [PROJECT, "items:", "tasks:", `${PROJECT}: items is missing or empty`],
    [
      "cohorts/wohngeld/plans/event.yaml",
      "day: workshop-4 -7",
      "day: im Mai",
      "versions.0.fields.day is not written",
    ],
    [RULES, "upkeep:", "care:", `${RULES}: versions.0.fields.care is not known here`],
    [
      "cohorts/wohngeld/journal.yaml",
      "title: Angefangen",
      "title: Tag 1: los",
      "journal.yaml: Nested mappings",
    ],
  ])("%s: %j", (file, written, instead, message) => {
    expect(() => readWith(file, written, instead)).toThrow(message)
  })

  test.each([
    "questions-2/formlos.md",
    "cohorts/wohngeld/plan.yaml",
    "cohorts/wohngeld/rounds/weber-klein.yaml",
    "cohorts/unterhalt/notes.md",
  ])("%s: nothing reads it", (file) => {
    const path = join(copy, file)
    cpSync(join(copy, QUESTION), path)
    try {
      expect(readCopy).toThrow(`${file}: nothing reads a file of this name in this folder`)
    } finally {
      rmSync(path)
    }
  })

  test("the copy itself is as the example", () => expect(readCopy()).toEqual(readExample()))
})
