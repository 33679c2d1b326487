import { randomUUID } from "node:crypto"
import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises"
import type { IncomingMessage } from "node:http"
import { dirname, join } from "node:path"
import type { Readable } from "node:stream"
import send, { type SendResult } from "@fastify/send"
import { notFound, Refusal } from "./errors.ts"
import type { FileQuota } from "./file-quota.ts"

/** What is to be stored: as it lies in the memory, or as it comes, with its length and MD5 in hex. */
export type Content = Buffer | { stream: Readable; bytes: number; md5: string }
export type StoredFile = { key: string; bytes: number }

/** Where the bytes of attachments lie. Keys are UUIDs. Removing what is not there is no error; getting it is a 404. */
export type FileStore = {
  /** How much of it a person may keep. */
  quota: FileQuota
  /** Once it is through, the file survives a power failure; until then it is not there at all. */
  put(key: string, content: Content): Promise<void>
  get(key: string): Promise<Readable>
  /** What the request asks for of it: all, a part, nothing because it is unchanged; status 404 where it is not there. */
  send(key: string, request: IncomingMessage): Promise<StoredAnswer>
  remove(key: string): Promise<void>
  /** How long the file is; null where it is not there. */
  size(key: string): Promise<number | null>
  /** All files that are there, in no order. */
  list(): AsyncIterable<StoredFile>
}

/** Null where it is not there. */
export const openStored = (store: Pick<FileStore, "get">, key: string): Promise<Readable | null> =>
  store.get(key).catch((error: unknown) => {
    if (error instanceof Refusal && error.status === 404) return null
    throw error
  })

export type StoredAnswer = Pick<SendResult, "statusCode" | "headers" | "stream">

export function fileSystemStore(root: string, quota: FileQuota): FileStore {
  return {
    quota,
    async put(key, content) {
      const path = pathOf(root, key)
      await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      await writeWhole(path, content)
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
    size: async (key) => sizeOf(pathOf(root, key)),
    async *list() {
      for (const outer of await namesIn(root))
        for (const inner of await namesIn(join(root, outer)))
          for (const key of await namesIn(join(root, outer, inner))) {
            const bytes = isKey(key) ? await sizeOf(pathOf(root, key)) : null
            if (bytes !== null) yield { key, bytes }
          }
    },
  }
}

const KEY = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export const isKey = (key: string) => KEY.test(key)

/** Throws where it is none: nothing else becomes part of a path or an address. */
export function checkKey(key: string): void {
  if (!isKey(key)) throw new Error("The key of a stored file is not a UUID.")
}

/** Folders by the end of the key: it is random, while a UUIDv7 begins with the same digits for weeks. */
function pathOf(root: string, key: string): string {
  checkKey(key)
  return join(root, key.slice(-2), key.slice(-4, -2), key)
}

/** The file is there completely or not at all, also after a power failure. */
async function writeWhole(path: string, content: Content): Promise<void> {
  const temporary = `${path}.${randomUUID()}.tmp`
  try {
    const file = await open(temporary, "wx", 0o600)
    try {
      await file.writeFile(Buffer.isBuffer(content) ? content : content.stream)
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
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === "win32") return
  const folder = await open(path)
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

const sizeOf = (path: string): Promise<number | null> =>
  stat(path).then(
    ({ size }) => size,
    (error: unknown) => {
      if (isMissing(error)) return null
      throw error
    },
  )

const namesIn = (folder: string): Promise<string[]> =>
  readdir(folder).catch((error: unknown) => {
    if (isMissing(error) || codeOf(error) === "ENOTDIR") return []
    throw error
  })

const isMissing = (error: unknown) => codeOf(error) === "ENOENT"
const codeOf = (error: unknown) => (error instanceof Error && "code" in error ? error.code : undefined)
