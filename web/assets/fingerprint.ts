import { createHash } from "node:crypto"
import { readdir, readFile } from "node:fs/promises"
import { join, relative } from "node:path"

const sources = [
  "web/styles",
  "web/elements",
  "web/assets",
  "web/build.ts",
  // What the scripts bring along from elsewhere.
  "web/texts/de/elements.ts",
  "web/texts/de/elements-later.ts",
  "web/texts/en/elements.ts",
  "web/texts/en/elements-later.ts",
  "server/forum/recognition",
  "server/kernel/first-names.json",
  // The letters that the fonts must have.
  "server/kernel/din-91379.ts",
]
const tools = ["@kern-ux/native", "@fontsource/dejavu-sans", "esbuild", "sass", "subset-font"]

/** Ten characters are enough to tell versions of a few files apart. */
export const digest = (content: Buffer | string) =>
  createHash("sha256").update(content).digest("hex").slice(0, 10)

/** Changes with every source of the assets and every exactly pinned version of what builds them. */
export async function fingerprintOf(root: string): Promise<string> {
  const hash = createHash("sha256")
  const { dependencies } = JSON.parse(await readFile(join(root, "package.json"), "utf8"))
  for (const tool of tools) hash.update(`${tool}@${dependencies[tool]}\n`)
  for (const file of await listSources(root))
    hash.update(`${relative(root, file)}\n`).update(await readFile(file))
  return hash.digest("hex")
}

async function listSources(root: string): Promise<string[]> {
  const lists = await Promise.all(
    sources.map(async (source) => {
      const path = join(root, source)
      if (/\.(?:ts|json)$/.test(source)) return [path]
      const entries = await readdir(path, { recursive: true, withFileTypes: true })
      return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
    }),
  )
  return lists.flat().sort()
}
