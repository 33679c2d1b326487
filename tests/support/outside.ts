import { execFile } from "node:child_process"
import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"
import { it } from "vitest"
import { hasTool, type Tool } from "./programs.ts"

const run = promisify(execFile)

/** A test that needs these programs; without one of them it is skipped, and a run that may leave out nothing never began. */
export const itWith = (...tools: Tool[]) => it.skipIf(!tools.every(hasTool))

const LIBICAL = join(import.meta.dirname, "libical.py")

/** What a program prints about a file with this content. Throws where the program finds fault with it. */
export async function ask(tool: Tool, content: Buffer | string, ...options: string[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "fachforum-outside-"))
  try {
    const file = join(folder, "file")
    await writeFile(file, content)
    const [program, ...before] = tool === "libical" ? ["python3", LIBICAL] : [tool]
    return (await run(program ?? tool, [...before, ...options, file], { maxBuffer: 64 * 1024 * 1024 })).stdout
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
