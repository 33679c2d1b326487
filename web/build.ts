import { randomUUID } from "node:crypto"
import { existsSync } from "node:fs"
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises"
import { basename, join } from "node:path"
import { pathToFileURL } from "node:url"
import { build as bundle } from "esbuild"
import { compileAsync } from "sass"
import { digest, fingerprintOf } from "./assets/fingerprint.ts"
import { type FontFile, fontFaces, subsetFonts } from "./assets/fonts.ts"

const root = join(import.meta.dirname, "..")
const target = join(root, "build", "assets")
const manifestFile = join(target, "manifest.json")

/** Addresses of what a page loads; `dir` is the folder behind `/assets/`. Names carry a hash: cache them for good. */
export type Assets = { stylesheet: string; script: string; icon: string; fonts: string[]; dir: string }

type Manifest = Omit<Assets, "dir"> & { fingerprint: string; files: string[] }
type Output = { name: string; content: Buffer | string }

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
  const manifest = await buildAll(fingerprint)
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

async function buildAll(fingerprint: string): Promise<Manifest> {
  await mkdir(target, { recursive: true })
  const fonts = await subsetFonts(root)
  const [css, scripts, icon, licence, signsLicence] = await Promise.all([
    buildStyles(fonts),
    buildScripts(),
    readFile(join(root, "web", "styles", "icon.svg")),
    readFile(join(root, "web", "styles", "fonts-OFL.txt")),
    readFile(join(root, "node_modules", "@fontsource", "dejavu-sans", "LICENSE")),
  ])
  const stylesheet = { name: `main-${digest(css)}.css`, content: css }
  const script = scripts.find(({ name }) => name.startsWith("main-"))
  if (!script) throw new Error("esbuild wrote no main script")
  const favicon = { name: `icon-${digest(icon)}.svg`, content: icon }
  // The fonts' licences have to stay with them.
  const outputs: Output[] = [
    ...fonts,
    stylesheet,
    ...scripts,
    favicon,
    { name: "fonts-OFL.txt", content: licence },
    { name: "fonts-DejaVu.txt", content: signsLicence },
  ]
  for (const output of outputs) await place(output)
  const manifest: Manifest = {
    fingerprint,
    stylesheet: `/assets/${stylesheet.name}`,
    script: `/assets/${script.name}`,
    icon: `/assets/${favicon.name}`,
    fonts: fonts.filter((font) => font.preload).map((font) => `/assets/${font.name}`),
    files: outputs.map((output) => output.name),
  }
  await place({ name: "manifest.json", content: JSON.stringify(manifest, null, 2) })
  return manifest
}

async function buildStyles(fonts: FontFile[]): Promise<string> {
  const { css } = await compileAsync(join(root, "web", "styles", "main.scss"), {
    style: "compressed",
    loadPaths: [join(root, "node_modules", "@kern-ux", "native", "src", "scss")],
    quietDeps: true,
  })
  return fontFaces(fonts) + css.replace(/^\uFEFF/, "")
}

/** The main script, and the parts that it loads where a page needs them. */
async function buildScripts(): Promise<Output[]> {
  const { outputFiles } = await bundle({
    entryPoints: [join(root, "web", "elements", "index.ts")],
    absWorkingDir: root,
    outdir: target,
    entryNames: "main-[hash]",
    chunkNames: "[name]-[hash]",
    splitting: true,
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    charset: "utf8",
    legalComments: "none",
    write: false,
  })
  return outputFiles.map(({ path, contents }) => ({ name: basename(path), content: Buffer.from(contents) }))
}

async function place({ name, content }: Output): Promise<void> {
  const aside = join(target, `.${name}.${randomUUID()}`)
  try {
    await writeFile(aside, content)
    await rename(aside, join(target, name))
  } catch (error) {
    await rm(aside, { force: true })
    throw error
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const assets = await buildAssets({ progress: (line) => console.log(line) })
  console.log(`Oberfläche: ${assets.stylesheet}, ${assets.script}`)
}
