import { randomBytes } from "node:crypto"
import { readlink, rename, symlink, unlink } from "node:fs/promises"
import { join } from "node:path"
import { ClusterFault, codeOf, elsewhere } from "./fault.ts"
import { identify } from "./processes.ts"

export type Lock = { release(): Promise<void> }

/**
 * One Node process per data directory. The lock is a symbolic link whose target is the owner
 * ("pid:start:token"): made and read in one step each, so nobody ever sees half a lock.
 */
export async function lockData(dataDir: string): Promise<Lock> {
  const path = join(dataDir, "server.lock")
  const own = `${process.pid}:${identify(process.pid)}:${randomBytes(6).toString("hex")}`
  const other = await take(path, own)
  if (other !== undefined) throw inUse(dataDir, other)
  return {
    async release() {
      if ((await ownerOf(path)) === own) await unlink(path)
    },
  }
}

/** Gives the living owner, if there is one; otherwise the lock is ours. */
async function take(path: string, own: string): Promise<string | undefined> {
  for (;;) {
    if (await create(path, own)) return undefined
    const owner = await ownerOf(path)
    if (owner === undefined) continue // released just now
    if (lives(owner)) return owner
    const successor = `${path}.${owner.slice(owner.lastIndexOf(":") + 1)}`
    const rival = await take(successor, own)
    if (rival !== undefined) return rival
    if (await succeed(path, owner, successor)) return undefined
  }
}

/**
 * Several processes may find the same dead owner. Only the one that holds the successor lock, named by the dead
 * owner's token, may replace it; whoever gets that lock too late sees that the owner is another by now.
 */
async function succeed(path: string, dead: string, successor: string): Promise<boolean> {
  if ((await ownerOf(path)) === dead) {
    await rename(successor, path)
    return true
  } else {
    await unlink(successor)
    return false
  }
}

async function create(path: string, own: string): Promise<boolean> {
  try {
    await symlink(own, path)
    return true
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false
    throw error
  }
}

async function ownerOf(path: string): Promise<string | undefined> {
  try {
    return await readlink(path)
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined
    throw error
  }
}

function lives(owner: string): boolean {
  const [pid = "", identity] = owner.split(":")
  return identify(Number(pid)) === identity
}

function inUse(dataDir: string, owner: string): ClusterFault {
  const [pid] = owner.split(":")
  return new ClusterFault(
    `Fachforum läuft bereits mit dem Datenordner ${dataDir} (Prozess ${pid}): ` +
      `Bitte beenden Sie den anderen Server zuerst, wählen Sie einen anderen Datenordner ${elsewhere}.`,
  )
}
