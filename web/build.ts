import { existsSync } from "node:fs"
import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { fingerprintOf } from "./assets/fingerprint.ts"

const root = join(import.meta.dirname, "..")
const target = join(root, "build", "assets")
const manifestFile = join(target, "manifest.json")

/** Addresses of what a page loads; `dir` is the folder behind `/assets/`. Names carry a hash: cache them for good. */
export type Assets = { stylesheet: string; script: string; icon: string; fonts: string[]; dir: string }

export type Manifest = Omit<Assets, "dir"> & { fingerprint: string; files: string[] }

/**
 * Builds styles, scripts and fonts into `build/assets`, unless they are there already. Two processes may do
 * so at once: every file is written aside and renamed, its name tells its content, and the manifest is last.
 */
export async function buildAssets(options: { progress?: (line: string) => void } = {}): Promise<Assets> {
  const fingerprint = await fingerprintOf(root)
  const known = await readManifest()
  if (known?.fingerprint === fingerprint && known.files.every((file) => existsSync(join(target, file))))
    return toAssets(known)
  options.progress?.("Oberfläche: Schriften, Stile und Skripte werden gebaut …")
  // What builds them is read by those alone who do: it is more than all the rest of a start.
  const { makeAssets } = await import("./assets/make.ts")
  const manifest = await makeAssets(root, target, fingerprint)
  options.progress?.("Oberfläche: fertig.")
  return toAssets(manifest)
}

async function readManifest(): Promise<Manifest | null> {
  try {
    return JSON.parse(await readFile(manifestFile, "utf8"))
  } catch {
    // Missing or half a file of an older version: both mean that there is nothing to reuse.
    return null
  }
}

const toAssets = ({ stylesheet, script, icon, fonts }: Manifest): Assets => ({
  stylesheet,
  script,
  icon,
  fonts,
  dir: target,
})
