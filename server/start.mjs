// The entry of `npm start`, `npm run cli` and `npm run build`. Plain JavaScript, so that also an older Node can read it
// and say what is missing. The program runs in this very process: no child, signals arrive directly.
import { spawnSync } from "node:child_process"
import { createHash } from "node:crypto"
import { existsSync, readdirSync, readFileSync } from "node:fs"
import module from "node:module"
import { join } from "node:path"
import { fileURLToPath, pathToFileURL } from "node:url"

const root = join(import.meta.dirname ?? ".", "..")
const major = Number(process.versions.node.split(".")[0])

if (major < 24) {
  stop(
    `Fachforum braucht Node 24 oder neuer (hier läuft ${process.versions.node}): ` +
      "Bitte führen Sie „npm ci“ aus und starten Sie mit „npm start“, oder installieren Sie Node 24.",
  )
} else {
  const bundle = await openBundle()
  if (process.argv[2] === "bundle") process.exit()
  if (process.argv[2] === "build") {
    const { buildAssets } = await run(bundle, "assets")
    await buildAssets({ progress: console.log })
  } else if (process.argv[2] === "cli") {
    process.argv.splice(2, 1)
    await run(bundle, "cli")
  } else {
    await run(bundle, "main")
  }
}

function run(bundle, name) {
  // What the engine made of the code the last time; left out where the folder cannot be written.
  module.enableCompileCache?.(join(bundle, "compiled"))
  // A fault in the log names the line of the source.
  process.setSourceMapsEnabled(true)
  return import(pathToFileURL(join(bundle, `${name}.js`)).href)
}

/** The folder of the bundle of exactly these sources and packages, which is made where it is not there yet. */
async function openBundle() {
  if (!existsSync(join(root, "node_modules", "fastify")))
    stop("Die Programmteile fehlen noch: Bitte führen Sie zuerst „npm ci“ aus.")
  const bundle = join(root, "build", `server-${fingerprint()}`)
  if (existsSync(bundle)) return bundle
  // In a process of its own: what it takes of the memory, 100 MB, a server would keep.
  if (process.argv[2] !== "bundle") {
    const { status } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), "bundle"], {
      stdio: "inherit",
    })
    if (status !== 0) process.exit(status ?? 1)
    return bundle
  }
  console.log("Programm: wird zusammengestellt …")
  // Node itself reads this one's TypeScript, which has types to leave out and nothing else.
  const { makeBundle } = await import("./bundle/make.ts")
  await makeBundle(root, bundle)
  console.log("Programm: fertig.")
  return bundle
}

/** Changes with every source and every version of a package: they all are in the bundle. */
function fingerprint() {
  const hash = createHash("sha256")
  for (const file of ["package-lock.json", ...listFiles("server"), ...listFiles("web")])
    hash.update(`${file}\n`).update(readFileSync(join(root, file)))
  return hash.digest("hex").slice(0, 16)
}

function listFiles(folder) {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort()
}

function stop(sentence) {
  console.error(sentence)
  process.exit(1)
}
