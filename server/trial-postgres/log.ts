import { type FileHandle, open, readFile, rename, stat } from "node:fs/promises"
import { join } from "node:path"
import { codeOf } from "./fault.ts"
import type { Site } from "./site.ts"

export type Log = { handle: FileHandle; tail(): Promise<string> }

const limit = 5 * 1024 * 1024

/** PostgreSQL's own messages; the log before this one is kept beside it when it has grown large. */
export async function openLog(site: Site): Promise<Log> {
  const path = join(site.dataDir, "postgres.log")
  const before = await sizeOf(path)
  if (before > limit) await rename(path, `${path}.1`)
  const handle = await open(path, "a", 0o600)
  if (site.account) await handle.chown(site.account.uid, site.account.gid)
  const start = before > limit ? 0 : before
  return {
    handle,
    async tail() {
      const written = (await readFile(path)).subarray(start).toString("utf8")
      return written.trim().split("\n").slice(-8).join("\n")
    },
  }
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size
  } catch (error) {
    if (codeOf(error) === "ENOENT") return 0
    throw error
  }
}
