import { chmod, mkdir, mkdtemp, rm, rmdir, unlink } from "node:fs/promises"
import { tmpdir } from "node:os"
import { basename, join } from "node:path"
import { handOver, mayEnter } from "./account.ts"
import { codeOf } from "./fault.ts"
import { port, type Site } from "./site.ts"

/** A private folder for the socket, empty: only its owner (and root) may connect, so no password is needed. */
export async function makeSocketDir(site: Site): Promise<string> {
  const usual = join(site.dataDir, "socket")
  await rm(usual, { recursive: true, force: true })
  const folder = site.hidden || tooLong(usual) ? await shortFolder(site) : usual
  await mkdir(folder, { recursive: true })
  await chmod(folder, 0o700)
  await handOver(folder, site.account)
  return folder
}

/** Clears away a temporary folder, and nothing that does not look like one of ours. */
export async function removeSocketDir(folder: string): Promise<void> {
  if (!/^fachforum-\w{6}$/.test(basename(folder))) return
  const names = [`.s.PGSQL.${port}`, `.s.PGSQL.${port}.lock`].map((name) => join(folder, name))
  for (const removal of [...names.map((name) => () => unlink(name)), () => rmdir(folder)]) {
    await removal().catch((error) => {
      if (codeOf(error) !== "ENOENT") throw error
    })
  }
}

/** The kernel allows 107 bytes; some systems a little less. */
function tooLong(folder: string): boolean {
  return Buffer.byteLength(join(folder, `.s.PGSQL.${port}`)) > 100
}

async function shortFolder(site: Site): Promise<string> {
  const serves = !tooLong(join(tmpdir(), "fachforum-XXXXXX")) && mayEnter(tmpdir(), site.account)
  return mkdtemp(join(serves ? tmpdir() : "/tmp", "fachforum-"))
}
