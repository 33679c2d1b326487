import { accessSync, constants, existsSync } from "node:fs"
import { delimiter, join } from "node:path"

/** The Nu HTML checker of the W3C, where `.ci/run` puts it; `VNU_JAR` names another. */
export const NU_JAR =
  process.env.VNU_JAR ?? join(import.meta.dirname, "../../build/vnu/node_modules/vnu-jar/build/dist/vnu.jar")

/** What nobody here wrote, by which things that leave the house are checked, and where Debian has it. */
const TOOLS = {
  qpdf: { packages: ["qpdf"], isThere: () => hasProgram("qpdf") },
  pdfinfo: { packages: ["poppler-utils"], isThere: () => hasProgram("pdfinfo") },
  /** A library, asked by way of Python. */
  libical: {
    packages: ["libical3", "python3"],
    isThere: () => hasProgram("python3") && hasLibrary("libical.so.3"),
  },
  nu: {
    packages: ["default-jre-headless", "(and vnu.jar, as in .ci/run)"],
    isThere: () => hasProgram("java") && existsSync(NU_JAR),
  },
}
export type Tool = keyof typeof TOOLS

export const hasTool = (tool: Tool) => TOOLS[tool].isThere()

const hasProgram = (name: string) =>
  (process.env.PATH ?? "").split(delimiter).some((folder) => folder && isExecutable(join(folder, name)))

const LIBRARIES = ["/usr/lib", "/usr/lib64", "/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu"]
const hasLibrary = (name: string) => LIBRARIES.some((folder) => existsSync(join(folder, name)))

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
  const missing = Object.values(TOOLS).filter(({ isThere }) => !isThere())
  if (missing.length === 0) return
  const packages = missing.flatMap(({ packages }) => packages).join(" ")
  if (process.env.REQUIRE_TOOLS === "1")
    throw new Error(`REQUIRE_TOOLS=1, but something is missing. On Debian: apt-get install ${packages}`)
  console.log(`Some checks by outside programs are skipped. On Debian: apt-get install ${packages}`)
}
