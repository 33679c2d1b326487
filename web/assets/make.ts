import { randomUUID } from "node:crypto"
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { compileAsync } from "sass"
import { type Output, packed } from "./compression.ts"
import { digest } from "./fingerprint.ts"
import { type FontFile, fontFaces, subsetFonts } from "./fonts.ts"
import { icons } from "./icons.ts"
import type { Manifest } from "./manifest.ts"
import { buildScripts } from "./scripts.ts"

/** Every file is written aside and renamed, its name tells its content, and the manifest is last. */
export async function makeAssets(root: string, target: string, fingerprint: string): Promise<Manifest> {
  await mkdir(target, { recursive: true })
  const fonts = await subsetFonts(root)
  const [css, scripts, icon, licence, signsLicence] = await Promise.all([
    buildStyles(root, fonts),
    buildScripts(root, target),
    readFile(join(root, "web", "styles", "icon.svg")),
    readFile(join(root, "web", "styles", "fonts-OFL.txt")),
    readFile(join(root, "node_modules", "@fontsource", "dejavu-sans", "LICENSE")),
  ])
  const stylesheet = { name: `main-${digest(css)}.css`, content: css }
  const favicon = { name: `icon-${digest(icon)}.svg`, content: icon }
  const texts: Output[] = [
    stylesheet,
    ...scripts.outputs,
    favicon,
    icons,
    // The fonts' licences have to stay with them.
    { name: "fonts-OFL.txt", content: licence },
    { name: "fonts-DejaVu.txt", content: signsLicence },
  ]
  const outputs = [...fonts, ...texts, ...(await packed(texts))]
  for (const output of outputs) await place(target, output)
  const manifest: Manifest = {
    fingerprint,
    stylesheet: `/assets/${stylesheet.name}`,
    scripts: scripts.addresses,
    icon: `/assets/${favicon.name}`,
    fonts: fonts.filter((font) => font.preload).map((font) => `/assets/${font.name}`),
    files: outputs.map((output) => output.name),
  }
  await place(target, { name: "manifest.json", content: JSON.stringify(manifest, null, 2) })
  return manifest
}

async function buildStyles(root: string, fonts: FontFile[]): Promise<string> {
  const { css } = await compileAsync(join(root, "web", "styles", "main.scss"), {
    style: "compressed",
    loadPaths: [join(root, "node_modules", "@kern-ux", "native", "src", "scss")],
    quietDeps: true,
  })
  return fontFaces(fonts) + css.replace(/^\uFEFF/, "")
}

async function place(target: string, { name, content }: Output): Promise<void> {
  const aside = join(target, `.${name}.${randomUUID()}`)
  try {
    await writeFile(aside, content)
    await rename(aside, join(target, name))
  } catch (error) {
    await rm(aside, { force: true })
    throw error
  }
}
