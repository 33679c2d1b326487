import { spawn } from "node:child_process"
import { once } from "node:events"
import { existsSync } from "node:fs"
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest"
import { emptyDatabase } from "../support/databases.ts"
import { openWorld, type World } from "../support/world.ts"
import { contentOf, countTables, makeBackup, openFolder, restoreBackup } from "./state.ts"

let world: World
let folder: Awaited<ReturnType<typeof openFolder>>
const undo: (() => Promise<unknown>)[] = []
beforeAll(async () => {
  folder = await openFolder()
  world = await openWorld()
  await world.person("Sabine Müller", ["clerk"])
})
afterEach(async () => {
  while (undo.length > 0) await undo.pop()?.()
})
afterAll(async () => {
  await world.close()
  await folder.remove()
})

/** As an operator calls it; ended without a warning at the first line that says `line`. */
async function call(args: string[], url: string, line?: string) {
  const child = spawn(process.execPath, ["server/start.mjs", "cli", ...args], {
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      DATABASE_URL: url,
      PUBLIC_URL: "http://localhost:3000",
      DATA_DIR: folder.path("data"),
    },
    stdio: ["ignore", "pipe", "pipe"],
  })
  let output = ""
  const hear = (chunk: Buffer) => {
    output += chunk
    if (line && output.includes(line)) child.kill("SIGKILL")
  }
  child.stdout.on("data", hear)
  child.stderr.on("data", hear)
  const [code, signal]: [number | null, string | null] = await once(child, "close").then(([code, signal]) => [
    code,
    signal,
  ])
  return { code, signal, output }
}

async function killAt(line: string, args: string[], url: string): Promise<void> {
  const { signal, output } = await call(args, url, line)
  expect(signal, output).toBe("SIGKILL")
}

describe("killed in the middle", () => {
  it("a backup does not stand under its name, and the next one is whole", async () => {
    const file = folder.path("killed.tar")
    await killAt("Tabelle 1 von", ["backup", file], world.url)
    expect(existsSync(file)).toBe(false)
    const made = await call(["backup", file], world.url)
    expect(made).toMatchObject({ code: 0 })
    expect(made.output).toContain("nicht verschlüsselt")
    // It needs no database, and asks for none.
    const verified = await call(["verify-backup", file], "postgresql://localhost:1/none")
    expect(verified).toMatchObject({ code: 0 })
    expect(verified.output).toContain("Die Sicherung ist in Ordnung")
  })

  it("a restoration leaves the database empty, and the next one is equal", async () => {
    const file = folder.path("source.tar")
    await makeBackup({ url: world.url, files: world.parts.files, file })
    const database = await emptyDatabase()
    undo.push(database.drop)
    const full = await countTables(world.url)
    for (const line of ["Die Tabellen werden angelegt", "Indexe und Verweise"]) {
      await killAt(line, ["restore", file], database.url)
      // At the later line it may just have become complete; half of it must never be there.
      const tables = await countTables(database.url)
      expect([0, ...(line.startsWith("Indexe") ? [full] : [])]).toContain(tables)
      if (tables === full) return expect(await contentOf(database.url)).toEqual(await contentOf(world.url))
    }
    await restoreBackup({ url: database.url, files: folder.store("restored"), file })
    expect(await contentOf(database.url)).toEqual(await contentOf(world.url))
  })
})
