import { existsSync } from "node:fs"
import { readFile, symlink } from "node:fs/promises"
import { dirname, join, relative } from "node:path"
import { codeOf } from "./fault.ts"

/** npm packages hold no links, and the install script that makes them may never have run. */
export async function restoreLinks(native: string): Promise<void> {
  const links: { source: string; target: string }[] = JSON.parse(
    await readFile(join(native, "pg-symlinks.json"), "utf8"),
  )
  for (const { source, target } of links) {
    const link = join(native, relative("native", target))
    if (existsSync(link)) continue
    await symlink(relative(dirname(target), source), link).catch((error) => {
      if (codeOf(error) !== "EEXIST") throw error // another process was faster
    })
  }
}
