import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { Type } from "typebox"
import { afterAll, beforeEach, expect, test } from "vitest"
import { ContentFolder } from "../../server/kernel/content-folder.ts"
import { Closed, Line } from "../../server/kernel/schemas.ts"

const root = mkdtempSync(join(tmpdir(), "content-"))
beforeEach(() => rmSync(join(root, "texts"), { recursive: true, force: true }))
afterAll(() => rmSync(root, { recursive: true }))

const Letter = Closed({ title: Line(20), day: Type.String(), text: Type.String() })
const KINDS = {
  reply: Closed({ kind: Type.Literal("reply"), by: Line(20), text: Type.String() }),
  seen: Closed({ kind: Type.Literal("seen"), by: Line(20) }),
}

function folderWith(files: Record<string, string>): ContentFolder {
  mkdirSync(join(root, "texts"), { recursive: true })
  for (const [name, content] of Object.entries(files)) writeFileSync(join(root, "texts", name), content)
  return new ContentFolder(pathToFileURL(`${root}/`))
}
const letter = (content: string) =>
  folderWith({ "letter.md": content }).parts("texts/letter.md", Letter, KINDS)

test("texts follow each other, each with its values in front", () => {
  const read = letter(`---
title: "Anfrage: eilig"
day: 2026-07-01
---

Guten Tag,

| a | b |
| --- | --- |
| 1 | 2 |

---
kind: seen
by: Huber
---

---
kind: reply
by: Vogt
---
Gern.
`)
  expect(read.head).toEqual({
    title: "Anfrage: eilig",
    day: "2026-07-01",
    text: "Guten Tag,\n\n| a | b |\n| --- | --- |\n| 1 | 2 |",
  })
  expect(read.parts).toEqual([
    { kind: "seen", by: "Huber" },
    { kind: "reply", by: "Vogt", text: "Gern." },
  ])
})

test("lines may end as Windows ends them", () => {
  expect(letter("---\r\ntitle: A\r\nday: heute\r\n---\r\n\r\nErstens\r\nzweitens\r\n").head.text).toBe(
    "Erstens\nzweitens",
  )
})

const HEAD = "---\ntitle: A\nday: heute\n---\nText\n"
test.each([
  ["no values in front", "Text\n", "texts/letter.md: values stand between two lines of three hyphens"],
  ["a line of hyphens in a text", `${HEAD}\n---\nmehr\n`, "there is one such line too many or too few"],
  ["a field that is missing", "---\ntitle: A\n---\nText\n", "texts/letter.md: day is missing or empty"],
  [
    "a field that nobody knows",
    "---\ntitle: A\nday: heute\ntag: 3\n---\nText\n",
    "texts/letter.md: tag is not known here",
  ],
  [
    "a value that is too long",
    `---\ntitle: ${"A".repeat(21)}\nday: heute\n---\nText\n`,
    "texts/letter.md: title is too long (20)",
  ],
  [
    "a number for a word",
    "---\ntitle: A\nday: 3\n---\nText\n",
    "texts/letter.md: day is of another type than it has to be",
  ],
  ["a text that is missing", "---\ntitle: A\nday: heute\n---\n", "texts/letter.md: text is missing or empty"],
  ["a kind that nobody knows", `${HEAD}\n---\nkind: answer\n---\n`, "line 7: kind is none of reply, seen"],
  [
    "a text where none belongs",
    `${HEAD}\n---\nkind: seen\nby: Huber\n---\nGut.\n`,
    "texts/letter.md, line 7: text is not known here",
  ],
  ["a colon without quotes", "---\ntitle: A\nday: heute: nein\n---\nText\n", "at line 3, column"],
  [
    "the same field twice",
    "---\ntitle: A\ntitle: B\nday: heute\n---\nText\n",
    "Map keys must be unique at line 3",
  ],
])("%s is refused in words", (_, content, message) => {
  expect(() => letter(content)).toThrow(message)
})

test("a table is held against its schema, and what is in it has an address", () => {
  const read = (yaml: string) =>
    folderWith({ "people.yaml": yaml }).table("texts/people.yaml", Type.Array(Closed({ name: Line(9) })))
  expect(read("- name: Huber\n- name: Vogt\n")).toEqual([{ name: "Huber" }, { name: "Vogt" }])
  expect(() => read("- name: Huber\n- name: [Vogt]\n")).toThrow(
    "texts/people.yaml: 1.name is of another type",
  )
  expect(() => read("")).toThrow("texts/people.yaml")
})

test("a file that nothing reads, and one that is not there, are named", () => {
  const folder = folderWith({ "letter.md": HEAD, "lettre.md": HEAD })
  expect(folder.namesIn("texts")).toEqual(["letter", "lettre"])
  folder.parts("texts/letter.md", Letter, KINDS)
  expect(() => folder.refuseUnread()).toThrow("texts/lettre.md: nothing reads a file of this name")
  folder.parts("texts/lettre.md", Letter, KINDS)
  folder.refuseUnread()
  expect(() => folder.table("texts/people.yaml", Letter)).toThrow("texts/people.yaml: the file is missing")
})
