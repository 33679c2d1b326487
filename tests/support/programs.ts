import { accessSync, constants } from "node:fs"
import { delimiter, join } from "node:path"

/** Programs that nobody here wrote, by which what leaves the house is checked, and where Debian has them. */
const TOOLS = { qpdf: "qpdf", pdfinfo: "poppler-utils" }
export type Tool = keyof typeof TOOLS

/** Where the PATH has such a program; null for nowhere. */
export function findProgram(name: string): string | null {
  const places = (process.env.PATH ?? "").split(delimiter).filter(Boolean)
  return places.map((place) => join(place, name)).find(isExecutable) ?? null
}

export function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Once for a run: says what is left out, or stops where nothing may be left out. */
export default function setup(): void {
  const missing = Object.entries(TOOLS).filter(([tool]) => findProgram(tool) === null)
  if (missing.length === 0) return
  const packages = missing.map(([, name]) => name).join(" ")
  if (process.env.REQUIRE_TOOLS === "1")
    throw new Error(`REQUIRE_TOOLS=1, but something is missing. On Debian: apt-get install ${packages}`)
  console.log(`Some checks by outside programs are skipped. On Debian: apt-get install ${packages}`)
}
