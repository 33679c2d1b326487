import { randomBytes, randomUUID } from "node:crypto"
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Readable } from "node:stream"
import { buffer } from "node:stream/consumers"
import { afterEach, beforeEach, expect, it } from "vitest"
import { listAll, moveFiles } from "../../server/kernel/file-move.ts"
import { withFormer } from "../../server/kernel/file-places.ts"
import { openFileQuota } from "../../server/kernel/file-quota.ts"
import { type FileStore, fileSystemStore } from "../../server/kernel/file-store.ts"
import { s3Store } from "../../server/kernel/s3-store.ts"
import { openS3Server, type S3Server } from "../support/s3-server.ts"

const quota = openFileQuota(1, [])
let root: string
let server: S3Server
let disk: FileStore
let bucket: FileStore
let files: Map<string, Buffer>
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "fachforum-move-"))
  server = await openS3Server()
  disk = fileSystemStore(join(root, "files"), quota)
  bucket = s3Store(server.bucket, quota)
  files = new Map(Array.from({ length: 25 }, (_file, at) => [randomUUID(), randomBytes(at * 997 + 1)]))
  for (const [key, bytes] of files) await disk.put(key, bytes)
})
afterEach(async () => {
  await server.close()
  await rm(root, { recursive: true, force: true })
})

const never = new AbortController().signal
const move = (from: FileStore, to: FileStore, { keep = false, stopping = never } = {}) =>
  moveFiles({ from, to, keep, stopping, say: () => undefined })
const keysOf = async (store: FileStore) => (await listAll(store)).map(({ key }) => key).toSorted()
const all = () => [...files.keys()].toSorted()

async function expectAll(store: FileStore): Promise<void> {
  expect(await keysOf(store)).toEqual(all())
  for (const [key, bytes] of files) expect((await buffer(await store.get(key))).equals(bytes)).toBe(true)
}

it("brings every file over, and clears the place where they were, in both directions", async () => {
  expect(await move(disk, bucket)).toMatchObject({ files: 25, copied: 25, isDone: true })
  await expectAll(bucket)
  expect(await keysOf(disk)).toEqual([])
  expect(await move(bucket, disk)).toMatchObject({ files: 25, copied: 25, isDone: true })
  await expectAll(disk)
  expect(server.stored.size).toBe(0)
})

it("leaves them where they were as well, where that is wanted", async () => {
  expect(await move(disk, bucket, { keep: true })).toMatchObject({ copied: 25, isDone: true })
  await expectAll(disk)
  await expectAll(bucket)
})

it("deletes nothing while it is stopped or something fails, and goes on from there", async () => {
  const stopping = new AbortController()
  const stoppingStore = {
    ...bucket,
    put: async (...put: Parameters<FileStore["put"]>) => {
      await bucket.put(...put)
      if (server.stored.size >= 10) stopping.abort()
    },
  }
  expect(await move(disk, stoppingStore, { stopping: stopping.signal })).toMatchObject({ isDone: false })
  await expectAll(disk)
  const brought = server.stored.size
  expect(brought).toBeLessThan(25)

  let left = 5
  const failing = {
    ...bucket,
    put: async (...put: Parameters<FileStore["put"]>) => {
      if (left-- <= 0) throw new Error("away")
      await bucket.put(...put)
    },
  }
  await expect(move(disk, failing)).rejects.toThrow("away")
  await expectAll(disk)

  const rest = 25 - server.stored.size
  expect(await move(disk, bucket)).toMatchObject({ files: 25, copied: rest, isDone: true })
  await expectAll(bucket)
  expect(await keysOf(disk)).toEqual([])
})

it("copies anew what lies at the other place with other content, as long as it may be", async () => {
  const [key, bytes] = [...files][20] ?? ["", Buffer.alloc(0)]
  await bucket.put(key, Buffer.alloc(bytes.length, 1))
  expect(await move(disk, bucket)).toMatchObject({ copied: 25, isDone: true })
  await expectAll(bucket)
})

it("clears nothing where a copy is not what was sent", async () => {
  const lying = {
    ...bucket,
    get: async (key: string) => (key === all()[3] ? Readable.from([Buffer.from("anders")]) : bucket.get(key)),
  }
  await expect(move(disk, lying)).rejects.toThrow(/differs/)
  await expectAll(disk)
})

it("brings back to life nothing that is removed meanwhile", async () => {
  const both = withFormer(bucket, disk)
  const [victim = ""] = all()
  const racing = {
    ...bucket,
    put: async (...put: Parameters<FileStore["put"]>) => {
      // Somebody deletes the attachment while it is on its way.
      if (put[0] === victim) await both.remove(victim)
      await bucket.put(...put)
    },
  }
  expect(await move(disk, racing)).toMatchObject({ isDone: true })
  expect(await bucket.size(victim)).toBeNull()
  files.delete(victim)
  await expectAll(bucket)
})

it("keeps all files readable while it goes on, and new ones go to where they belong", async () => {
  const both = withFormer(bucket, disk)
  const fresh = randomUUID()
  await both.put(fresh, Buffer.from("neu"))
  files.set(fresh, Buffer.from("neu"))
  await expectAll(both)
  const watching = {
    ...disk,
    remove: async (key: string) => {
      await disk.remove(key)
      await expectAll(both)
    },
  }
  await move(watching, bucket)
  await expectAll(both)
  await expectAll(bucket)
  expect(await keysOf(disk)).toEqual([])
})
