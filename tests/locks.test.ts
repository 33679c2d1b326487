import { globSync, readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"

const DECLARATION = /^(?:export )?(?:(?:async )?function|const) (\w+)/gm
const COMMENT = /\/\*[\s\S]*?\*\/|\/\/.*$/gm
/** A row's or a table's, or taken by a function that says so. */
const LOCK = /\.for\("|\bfor (?:no key )?update\b|\block table\b|\block[A-Z]\w*\(|ForChange\(/
/** Whoever calls one of these expects to read, and to keep nobody waiting. */
const READING = /^(?:access|find|list|load|read)[A-Z]/

/** The functions of a file that read by their name and take a lock all the same. */
function hidingLocks(source: string): string[] {
  const code = source.replace(COMMENT, "")
  const starts = [...code.matchAll(DECLARATION)]
  return starts.flatMap(({ 1: name = "", index }, place) => {
    if (!READING.test(name) || name.endsWith("ForChange")) return []
    return LOCK.test(code.slice(index, starts[place + 1]?.index)) ? [name] : []
  })
}

/** Where the version is asked for in the statement that writes, and not behind a lock. */
const comparesInStatement = (source: string) => /\beq\((?!\w*Versions\.)\w+\.version,/.test(source)

describe("locks", () => {
  const files = globSync("server/**/*.ts")
  const sources = files.map((file) => [file, readFileSync(file, "utf8")] as const)

  it("stand in the names of the functions that take them", () => {
    expect(files.length).toBeGreaterThan(300)
    expect(
      sources.flatMap(([file, source]) => hidingLocks(source).map((name) => `${file}: ${name}`)),
    ).toEqual([])
  })

  it("come before versions are compared, everywhere", () => {
    expect(sources.filter(([, source]) => comparesInStatement(source)).map(([file]) => file)).toEqual([])
  })

  it("would be found if they were hidden", () => {
    const reading = "export async function findNote(tx: Tx, id: string) {\n"
    expect(hidingLocks(`${reading}  return tx.select().where(eq(notes.id, id)).for("update")\n}`)).toEqual([
      "findNote",
    ])
    expect(hidingLocks(`${reading}  await lockSession(tx, id)\n}`)).toEqual(["findNote"])
    expect(hidingLocks(`${reading}  return accessNoteForChange(tx, id)\n}`)).toEqual(["findNote"])
    expect(hidingLocks(`${reading}  // lockSession() is the caller's\n}`)).toEqual([])
    expect(
      hidingLocks(`${reading}}\nfunction lockNote(tx: Tx) {\n  tx.execute(sql\`for update\`)\n}`),
    ).toEqual([])
    expect(comparesInStatement(".where(and(isOf(note), eq(notes.version, version)))")).toBe(true)
    expect(comparesInStatement(".where(eq(noteVersions.version, version))")).toBe(false)
  })
})
