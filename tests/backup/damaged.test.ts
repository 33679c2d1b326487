import { type FileHandle, open, readdir, readFile, writeFile } from "node:fs/promises"
import { generateX25519Identity, identityToRecipient } from "age-encryption"
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest"
import { BackupFault, verifyBackup } from "../../server/backup/index.ts"
import { writeArchive } from "../../server/backup/writing.ts"
import { emptyDatabase } from "../support/databases.ts"
import { openWorld, type World } from "../support/world.ts"
import { countTables, makeBackup, openFolder, restoreBackup } from "./state.ts"

const BLOCK = 512

let world: World
let folder: Awaited<ReturnType<typeof openFolder>>
let whole: Buffer
const undo: (() => Promise<unknown>)[] = []
beforeAll(async () => {
  folder = await openFolder()
  world = await openWorld()
  await world.person("Sabine Müller", ["clerk"])
  await makeBackup({ url: world.url, files: world.parts.files, file: folder.path("whole.tar") })
  whole = await readFile(folder.path("whole.tar"))
})
afterEach(async () => {
  while (undo.length > 0) await undo.pop()?.()
})
afterAll(async () => {
  await world.close()
  await folder.remove()
})

/** What is said about it; null where nothing is found. */
async function faultOf(bytes: Buffer, identityFile: string | null = null): Promise<string | null> {
  const file = folder.path("damaged.tar")
  await writeFile(file, bytes)
  return verifyBackup(file, identityFile).then(
    () => null,
    (error: unknown) => {
      expect(error).toBeInstanceOf(BackupFault)
      return error instanceof BackupFault ? error.message : null
    },
  )
}

const flipped = (bytes: Buffer, at: number): Buffer => {
  const copy = Buffer.from(bytes)
  copy[at] = (copy[at] ?? 0) ^ 1
  return copy
}

/** Where the content of an entry begins. */
const placeOf = (name: string): number => {
  const header = whole.indexOf(`${name}\0`)
  expect(header % BLOCK, name).toBe(0)
  return header + BLOCK
}

describe("a damaged backup", () => {
  it("is sound before anything is changed in it", async () => {
    expect(await faultOf(whole)).toBeNull()
  })

  it("is found out wherever a byte is another: in headers, contents and filling, and at the end", async () => {
    const blocks = Array.from({ length: Math.floor(whole.length / BLOCK / 5) }, (_, step) => step * 5)
    const everywhere = blocks.map((block) => block * BLOCK + ((block * 37) % BLOCK))
    const atTheEnd = Array.from({ length: 16 }, (_, step) => whole.length - 1 - step * 128)
    const unseen: number[] = []
    for (const at of [...everywhere, ...atTheEnd])
      if ((await faultOf(flipped(whole, at))) === null) unseen.push(at)
    expect(everywhere.length).toBeGreaterThan(50)
    expect(unseen).toEqual([])
  })

  it("names the part, and everything else that is damaged", async () => {
    const both = flipped(
      flipped(whole, placeOf("tables/people/1.gz") + 20),
      placeOf("tables/departments/1.gz") + 5,
    )
    const fault = await faultOf(both)
    expect(fault).toContain("tables/people/1.gz ist beschädigt.")
    expect(fault).toContain("tables/departments/1.gz ist beschädigt.")
    expect(await faultOf(flipped(whole, placeOf("tables/people/1.gz") - BLOCK))).toContain(
      "nicht mehr lesbar",
    )
  })

  it("is found out wherever it ends too early, or goes on", async () => {
    for (const part of [0, 0.1, 0.5, 0.9, 0.999]) {
      const length = Math.floor(whole.length * part)
      expect(await faultOf(whole.subarray(0, length)), String(part)).not.toBeNull()
      const atBlock = length - (length % BLOCK)
      expect(await faultOf(whole.subarray(0, atBlock)), String(part)).not.toBeNull()
    }
    expect(await faultOf(Buffer.concat([whole, Buffer.alloc(BLOCK)]))).not.toBeNull()
    expect(await faultOf(Buffer.concat([whole, whole]))).not.toBeNull()
    expect(await faultOf(Buffer.from("no backup at all"))).toContain("keine Sicherung")
  })

  it("is refused before anything is written", async () => {
    const database = await emptyDatabase()
    undo.push(database.drop)
    const put = async () => {
      throw new Error("a file was written")
    }
    const parts = {
      url: database.url,
      files: { ...world.parts.files, put },
      file: folder.path("refused.tar"),
    }
    for (const bytes of [
      flipped(whole, placeOf("tables/people/1.gz")),
      flipped(whole, whole.length - 1),
      whole.subarray(0, whole.length - 10 * BLOCK),
    ]) {
      await writeFile(parts.file, bytes)
      await expect(restoreBackup(parts)).rejects.toThrow(BackupFault)
      expect(await countTables(database.url)).toBe(0)
    }
  })

  it("is found out where it is encrypted, in its head and behind", async () => {
    const identity = await generateX25519Identity()
    const recipients = [await identityToRecipient(identity)]
    const key = folder.path("identity.key")
    await writeFile(key, identity)
    const file = folder.path("secret.age")
    await makeBackup({ url: world.url, files: world.parts.files, file }, { recipients })
    const secret = await readFile(file)
    expect(await faultOf(secret, key)).toBeNull()
    const places = Array.from({ length: 20 }, (_, step) => Math.floor((step / 20) * secret.length))
    const head = Array.from({ length: 20 }, (_, step) => step * 10)
    for (const at of [...head, ...places, secret.length - 1])
      expect(await faultOf(flipped(secret, at), key), String(at)).not.toBeNull()
    expect(await faultOf(secret.subarray(0, -1), key)).not.toBeNull()
    expect(await faultOf(secret.subarray(0, 64 * 1024 + 200), key)).not.toBeNull()
  })
})

describe("an archive that cannot be written", () => {
  const fillWith = (file: string) =>
    writeArchive(file, [], async ({ add }) => {
      for (let number = 1; number <= 100; number += 1) await add(`files/${number}`, Buffer.alloc(1024 * 1024))
    })

  it("says why to whoever adds to it, early and late, and leaves nothing", async () => {
    const handle = await open(folder.path("whole.tar"))
    const proto: FileHandle = Object.getPrototypeOf(handle)
    await handle.close()
    const before = await readdir(folder.path("."))
    for (const taken of [0, 40]) {
      const writing = vi.spyOn(proto, "writeFile").mockImplementation(async (source) => {
        let pieces = 0
        for await (const _ of source as AsyncIterable<Buffer>) {
          pieces += 1
          if (pieces > taken) throw Object.assign(new Error("no space"), { code: "ENOSPC" })
        }
      })
      undo.push(async () => writing.mockRestore())
      await expect(fillWith(folder.path("full.tar"))).rejects.toThrow("der Speicherplatz ist erschöpft")
      expect(await readdir(folder.path("."))).toEqual(before)
    }
  })
})

describe("a backup of a newer version", () => {
  const manifest = {
    ...{
      format: 1,
      program: "9.0.0",
      createdAt: "2030-01-01T00:00:00.000Z",
      installation: "https://forum.example",
    },
    ...{ postgres: 18, migrations: [{ hash: "x", at: 9_999_999_999_999 }], tables: [], sequences: [] },
    ...{ queues: [], keys: [] },
  }
  const contents = { tables: {}, jobs: 0, files: 0, missing: [] }

  const write = (name: string, first: object) =>
    writeArchive(folder.path(name), [], async ({ add }) => {
      await add("manifest.json", Buffer.from(JSON.stringify(first)))
      await add("contents.json", Buffer.from(JSON.stringify(contents)))
    })

  it("is sound, and is refused by a program that does not know its database yet", async () => {
    await write("newer.tar", manifest)
    await verifyBackup(folder.path("newer.tar"), null)
    const database = await emptyDatabase()
    undo.push(database.drop)
    const parts = { url: database.url, files: world.parts.files, file: folder.path("newer.tar") }
    await expect(restoreBackup(parts)).rejects.toThrow("einer Version (9.0.0)")
    expect(await countTables(database.url)).toBe(0)
  })

  it("is not read at all in a newer format", async () => {
    await write("format.tar", { ...manifest, format: 2, tables: "otherwise" })
    await expect(verifyBackup(folder.path("format.tar"), null)).rejects.toThrow("Format")
  })
})
