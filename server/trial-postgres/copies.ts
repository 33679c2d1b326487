import { existsSync } from "node:fs"
import { chmod, copyFile, lstat, mkdir, mkdtemp, readdir, readFile, rename, rm } from "node:fs/promises"
import { basename, join } from "node:path"
import { codeOf } from "./fault.ts"
import { restoreLinks } from "./links.ts"

/** A copy that everybody can read and only we can change, named by version, so that the next start finds it. */
export async function copyTo(
  place: string,
  native: string,
  progress: (line: string) => void,
): Promise<string> {
  const copy = join(place, `fachforum-postgres-${await packageVersion(native)}`)
  await refuseForeign(copy)
  if (await complete(copy, native)) return copy
  progress(`Die Programme von PostgreSQL werden nach ${copy} kopiert …`)
  await mkdir(place, { recursive: true })
  const draft = await mkdtemp(`${copy}-`)
  try {
    await copyTree(native, draft)
    await restoreLinks(draft)
    await putInPlace(draft, copy, native)
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
  return copy
}

async function packageVersion(native: string): Promise<string> {
  const { version }: { version: string } = JSON.parse(await readFile(join(native, "../package.json"), "utf8"))
  return version
}

/** In a folder open to all, somebody else may have laid programs there for us. */
async function refuseForeign(copy: string): Promise<void> {
  const found = await lstat(copy).catch((error) => {
    if (codeOf(error) === "ENOENT") return undefined
    throw error
  })
  if (!found || (found.isDirectory() && found.uid === process.getuid?.() && (found.mode & 0o022) === 0))
    return
  throw new Error(`${copy} ist nicht vertrauenswürdig, bitte entfernen`)
}

/** Cleaners of temporary folders remove single files. */
async function complete(copy: string, native: string): Promise<boolean> {
  return existsSync(copy) && (await countFiles(copy)) === (await countFiles(native))
}

async function countFiles(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).length
}

/** With modes of its own: the umask of the installation may have been strict. */
async function copyTree(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true })
  await chmod(to, 0o755)
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory()) await copyTree(source, target)
    else if (entry.isFile()) {
      await copyFile(source, target)
      await chmod(target, basename(from) === "bin" ? 0o755 : 0o644)
    }
  }
}

async function putInPlace(draft: string, copy: string, native: string): Promise<void> {
  try {
    await rename(draft, copy)
  } catch (error) {
    if (!["ENOTEMPTY", "EEXIST"].includes(codeOf(error))) throw error
    if (await complete(copy, native)) return // another process was faster
    await rm(copy, { recursive: true })
    await rename(draft, copy)
  }
}
