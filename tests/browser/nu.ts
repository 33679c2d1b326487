import { execFile } from "node:child_process"
import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { basename, join } from "node:path"
import { promisify } from "node:util"
import { NU_JAR } from "../support/programs.ts"

type Message = { type: string; url: string; message: string; extract?: string }

/** Slashes of void elements are the renderer's, and harmless. */
const HARMLESS = /^Trailing slash on void elements/

/** What the Nu HTML checker says about pages, by their addresses: errors, and what it warns of. */
export async function checkHtml(pages: Map<string, string>): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), "fachforum-html-"))
  const addresses = [...pages.keys()]
  try {
    for (const [index, address] of addresses.entries())
      await writeFile(join(folder, `${index}.html`), pages.get(address) ?? "")
    const options = ["--stdout", "--format", "json", "--exit-zero-always", "--no-langdetect"]
    const { stdout } = await promisify(execFile)("java", ["-jar", NU_JAR, ...options, folder], {
      maxBuffer: 2 ** 28,
    })
    const { messages } = JSON.parse(stdout) as { messages: Message[] }
    return messages
      .filter(({ message }) => !HARMLESS.test(message))
      .map(({ url, message, extract }) => {
        const address = addresses[Number.parseInt(basename(url), 10)]
        return `${address}: ${message} ${extract?.trim() ?? ""}`
      })
  } finally {
    await rm(folder, { recursive: true })
  }
}
