import { readFile } from "node:fs/promises"
import { dirname, relative, sep } from "node:path"
import type { Plugin } from "esbuild"

/**
 * A source that reads a file beside it says so by its own address. In the bundle it still has that address, and not the
 * bundle's: the files stay where they are. Nothing moves to another line.
 */
export const keepPlaces = (root: string, folder: string): Plugin => ({
  name: "keep-places",
  setup({ onLoad }) {
    onLoad({ filter: /\.tsx?$/ }, async ({ path }) => {
      if (!path.startsWith(root + sep) || path.includes(`${sep}node_modules${sep}`)) return undefined
      const source = await readFile(path, "utf8")
      if (!source.includes("import.meta.")) return undefined
      return {
        contents: withPlace(source, relative(folder, path)),
        loader: path.endsWith("x") ? "tsx" : "ts",
      }
    })
  },
})

export function withPlace(source: string, place: string): string {
  const own = (path: string) => `new URL(${JSON.stringify(path.split(sep).join("/"))}, import.meta.url)`
  return source.replaceAll(/\bimport\.meta\.(url|dirname|filename)\b/g, (_, name: string) => {
    if (name === "url") return `${own(place)}.href`
    return `process.getBuiltinModule("node:url").fileURLToPath(${own(name === "dirname" ? dirname(place) : place)})`
  })
}
