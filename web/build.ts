import { spawn } from "node:child_process"
import { once } from "node:events"
import { existsSync } from "node:fs"
import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { fingerprintOf } from "./assets/fingerprint.ts"
import type { Assets, Manifest } from "./assets/manifest.ts"

export type { Assets } from "./assets/manifest.ts"

const root = join(import.meta.dirname, "..")
const target = join(root, "build", "assets")
const manifestFile = join(target, "manifest.json")

type Options = {
  progress?: (line: string) => void
  /** Builds them in a process of its own: what it takes of the memory, 300 MB, a server would keep. */
  apart?: boolean
}

/** Addresses that lead nowhere, for an application whose pages nobody opens in a browser. */
export function unbuiltAssets(dir: string): Assets {
  const script = (name: string) => ({ address: `/assets/${name}.js`, needs: [] })
  const set = { main: script("main"), forms: script("forms"), similar: script("similar") }
  const scripts = {
    ...set,
    thread: script("thread"),
    live: script("live"),
    queue: script("queue"),
    sending: script("sending"),
  }
  return {
    stylesheet: "/assets/main.css",
    scripts: { de: scripts, en: scripts },
    icon: "/assets/icon.svg",
    fonts: [],
    dir,
  }
}

/**
 * Builds styles, scripts and fonts into `build/assets`, unless they are there already. Two processes may do
 * so at once: every file is written aside and renamed, its name tells its content, and the manifest is last.
 */
export async function buildAssets(options: Options = {}): Promise<Assets> {
  const fingerprint = await fingerprintOf(root)
  const known = await readManifest()
  if (known?.fingerprint === fingerprint && known.files.every((file) => existsSync(join(target, file))))
    return toAssets(known)
  const made = options.apart ? await makeApart() : null
  if (made?.fingerprint === fingerprint) return toAssets(made)
  options.progress?.("Oberfläche: Schriften, Stile und Skripte werden gebaut …")
  // What builds them is read by those alone who do: it is more than all the rest of a start.
  const { makeAssets } = await import("./assets/make.ts")
  const manifest = await makeAssets(root, target, fingerprint)
  options.progress?.("Oberfläche: fertig.")
  return toAssets(manifest)
}

/** Null where that process failed; it has said why. */
async function makeApart(): Promise<Manifest | null> {
  const start = join(root, "server", "start.mjs")
  const child = spawn(process.execPath, [start, "build"], { stdio: "inherit" })
  const [code] = await once(child, "close")
  return code === 0 ? readManifest() : null
}

async function readManifest(): Promise<Manifest | null> {
  try {
    return JSON.parse(await readFile(manifestFile, "utf8"))
  } catch {
    // Missing or half a file of an older version: both mean that there is nothing to reuse.
    return null
  }
}

const toAssets = ({ stylesheet, scripts, icon, fonts }: Manifest): Assets => ({
  stylesheet,
  scripts,
  icon,
  fonts,
  dir: target,
})
