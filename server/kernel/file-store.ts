import { randomUUID } from "node:crypto"
import { mkdir, open, rename, rm } from "node:fs/promises"
import type { IncomingMessage } from "node:http"
import { dirname, join } from "node:path"
import type { Readable } from "node:stream"
import send, { type SendResult } from "@fastify/send"
import { notFound } from "./errors.ts"
import type { FileQuota } from "./file-quota.ts"

/** Where the bytes of attachments lie. Keys are UUIDs. Removing what is not there is no error; getting it is a 404. */
export type FileStore = {
  /** How much of it a person may keep. */
  quota: FileQuota
  put(key: string, bytes: Buffer): Promise<void>
  get(key: string): Promise<Readable>
  /** What the request asks for of it: all, a part, nothing because it is unchanged; status 404 where it is not there. */
  send(key: string, request: IncomingMessage): Promise<SendResult>
  remove(key: string): Promise<void>
}

export function fileSystemStore(root: string, quota: FileQuota): FileStore {
  return {
    quota,
    async put(key, bytes) {
      const path = pathOf(root, key)
      await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      await writeWhole(path, bytes)
      for (const folder of [dirname(path), dirname(dirname(path)), root]) await syncFolder(folder)
    },
    async get(key) {
      const file = await open(pathOf(root, key)).catch((error: unknown) => {
        throw isMissing(error) ? notFound() : error
      })
      return file.createReadStream()
    },
    send: (key, request) =>
      send(request, pathOf("/", key), { root, cacheControl: false, contentType: false, index: false }),
    async remove(key) {
      await rm(pathOf(root, key), { force: true })
    },
  }
}

const KEY = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Folders by the end of the key: it is random, while a UUIDv7 begins with the same digits for weeks. */
function pathOf(root: string, key: string): string {
  if (!KEY.test(key)) throw new Error("The key of a stored file is not a UUID.")
  return join(root, key.slice(-2), key.slice(-4, -2), key)
}

/** The file is there completely or not at all, also after a power failure. */
async function writeWhole(path: string, bytes: Buffer): Promise<void> {
  const temporary = `${path}.${randomUUID()}.tmp`
  try {
    const file = await open(temporary, "wx", 0o600)
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}

/** Makes a new name in the folder durable. Windows cannot open folders, and does this by itself. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === "win32") return
  const folder = await open(path)
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

const isMissing = (error: unknown) => error instanceof Error && "code" in error && error.code === "ENOENT"
