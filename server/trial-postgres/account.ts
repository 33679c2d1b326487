import { spawnSync } from "node:child_process"
import { lchown, lstat, readdir, readFile, stat } from "node:fs/promises"
import { join } from "node:path"
import { ClusterFault, codeOf, elsewhere } from "./fault.ts"

/** Whom PostgreSQL runs as; undefined means: as ourselves. */
export type Account = { uid: number; gid: number } | undefined

/** PostgreSQL refuses root: then it is whoever owns the cluster already, otherwise `postgres` or `nobody`. */
export async function chooseAccount(cluster: string): Promise<Account> {
  const owner = await ownerOf(cluster)
  const self = process.getuid?.()
  if (self === 0) return owner && owner.uid !== 0 ? owner : unprivileged()
  if (owner && owner.uid !== self) throw foreign(cluster)
  return undefined
}

/**
 * Makes a folder and everything in it the account's own, the folder itself last: once it is, nothing below is
 * touched again, since the account could have put links to other people's files there.
 */
export async function handOver(path: string, account: Account): Promise<void> {
  if (!account) return
  const { uid, gid } = account
  const found = await lstat(path)
  if (found.uid === uid) return
  if (found.isDirectory()) for (const name of await readdir(path)) await handOver(join(path, name), account)
  await lchown(path, uid, gid)
}

/** Asks the operating system itself, so that access lists and the like count too. */
export function mayEnter(folder: string, account: Account): boolean {
  if (!account) return true
  return spawnSync("/bin/sh", ["-c", 'cd "$1"', "sh", folder], { ...account, stdio: "ignore" }).status === 0
}

async function ownerOf(cluster: string): Promise<Account> {
  try {
    const { uid, gid } = await stat(cluster)
    return { uid, gid }
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined
    throw error
  }
}

async function unprivileged(): Promise<Account> {
  const entries = (await readFile("/etc/passwd", "utf8")).split("\n").map((line) => line.split(":"))
  for (const name of ["postgres", "nobody"]) {
    const [, , uid, gid] = entries.find((entry) => entry[0] === name) ?? []
    if (Number(uid) > 0) return { uid: Number(uid), gid: Number(gid) }
  }
  throw new ClusterFault(
    "PostgreSQL läuft nicht als root, und es gibt weder ein Konto „postgres“ noch „nobody“: " +
      `Bitte starten Sie Fachforum mit einem gewöhnlichen Konto ${elsewhere}.`,
  )
}

function foreign(cluster: string): ClusterFault {
  return new ClusterFault(
    `Der Datenordner ${cluster} gehört einem anderen Konto: Bitte starten Sie Fachforum mit dem Konto, ` +
      "mit dem er angelegt wurde (oder als root), oder wählen Sie einen anderen Datenordner.",
  )
}
