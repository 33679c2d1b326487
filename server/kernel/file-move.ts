import { createHash } from "node:crypto"
import { type FileStore, openStored, type StoredFile } from "./file-store.ts"

export type FileMove = {
  from: FileStore
  to: FileStore
  /** Leaves them where they were as well. */
  keep: boolean
  say: (line: string) => void
  stopping: AbortSignal
}
export type Moved = { files: number; copied: number; bytes: number; isDone: boolean }

/** So many files at once, each of which streams through. */
const AT_ONCE = 4
const SAY_EVERY = 200

/**
 * Brings every file to the other place. Each is compared by its SHA-256 as it lies in both, one from an earlier attempt,
 * too; only when all are there the former place is cleared. Stopped anywhere, it goes on with the next call.
 * People may read, store and remove files meanwhile, where the program stores new ones in the place that these go to.
 */
export async function moveFiles({ from, to, keep, say, stopping }: FileMove): Promise<Moved> {
  const found = await listAll(from)
  const there = new Map((await listAll(to)).map(({ key, bytes }) => [key, bytes]))
  const moved = { files: 0, copied: 0, bytes: 0 }
  await inTurn(found, stopping, async (file) => {
    const isCopied = await bringOver(from, to, file.key, there.get(file.key) === file.bytes)
    moved.files += 1
    if (isCopied) moved.copied += 1
    moved.bytes += file.bytes
    if (moved.files % SAY_EVERY === 0) say(`${moved.files} von ${found.length} Dateien sind geprüft …`)
  })
  if (stopping.aborted) return { ...moved, isDone: false }
  if (!keep) await inTurn(found, stopping, ({ key }) => from.remove(key))
  return { ...moved, isDone: !stopping.aborted }
}

export async function listAll(store: FileStore): Promise<StoredFile[]> {
  const files: StoredFile[] = []
  for await (const file of store.list()) files.push(file)
  return files
}

/** What has failed once lets nothing more begin. */
async function inTurn<T>(
  items: T[],
  stopping: AbortSignal,
  work: (item: T) => Promise<unknown>,
): Promise<void> {
  const failing = new AbortController()
  const ended = AbortSignal.any([stopping, failing.signal])
  const left = items.values()
  const worker = async () => {
    for (const item of left) {
      if (ended.aborted) return
      await work(item).catch((error: unknown) => failing.abort(error))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  failing.signal.throwIfAborted()
}

/** @returns whether it had to be copied */
async function bringOver(from: FileStore, to: FileStore, key: string, isThere: boolean): Promise<boolean> {
  const source = await digestOf(from, key)
  // Somebody has removed it meanwhile.
  if (!source) return false
  if (isThere && (await digestOf(to, key))?.sha256 === source.sha256) return false
  const stream = await openStored(from, key)
  if (!stream) return false
  try {
    await to.put(key, { stream, ...source })
  } finally {
    stream.destroy()
  }
  const copy = await digestOf(to, key)
  // Whoever removes a file begins with the former place: what is gone there was not to be brought over.
  if ((await from.size(key)) === null) {
    await to.remove(key)
    return false
  }
  if (copy?.sha256 !== source.sha256) throw new Error(`the copy of the file ${key} differs from the file`)
  return true
}

type Digest = { sha256: string; md5: string; bytes: number }

async function digestOf(store: FileStore, key: string): Promise<Digest | null> {
  const stream = await openStored(store, key)
  if (!stream) return null
  const [sha256, md5] = [createHash("sha256"), createHash("md5")]
  let bytes = 0
  for await (const piece of stream) {
    sha256.update(piece)
    md5.update(piece)
    bytes += piece.length
  }
  return { sha256: sha256.digest("hex"), md5: md5.digest("hex"), bytes }
}
