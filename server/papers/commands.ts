import { readFile, writeFile } from "node:fs/promises"
import { basename } from "node:path"
import { parseArgs } from "node:util"
import { checkContent } from "../kernel/content-folder.ts"
import { renderAccessibility } from "./accessibility/render.ts"
import { compareFolders } from "./compare.ts"
import { approvalFolder, type FolderSources } from "./folder.ts"
import { folderJson, folderPdf } from "./pdf.ts"
import { ApprovalFolder } from "./schema.ts"

/** Of the papers, for the operator; its words are a sentence. */
export class PaperFault extends Error {}

/** Writes the folder, and beside it the file that a later one is compared with. */
export async function writeFolder(
  sources: FolderSources,
  args: string[],
  say: (line: string) => void,
): Promise<void> {
  const { values } = parseArgs({ args, options: { output: { type: "string" }, since: { type: "string" } } })
  const folder = approvalFolder(sources)
  const output = values.output ?? `zustimmungsmappe-${folder.release}.pdf`
  if (!output.endsWith(".pdf")) throw new PaperFault("--output muss auf .pdf enden.")
  const beside = output.replace(/\.pdf$/, ".json")
  if (values.since === beside)
    throw new PaperFault(
      "Die frühere Datei würde überschrieben: Bitte geben Sie mit --output eine andere an.",
    )
  const changes = values.since ? compareFolders(await readEarlier(values.since), folder) : null
  await writeFile(output, await folderPdf(folder, changes))
  await writeFile(beside, folderJson(folder))
  if (changes) say(`Seit Fassung ${changes.since}: ${changes.items.length} Änderungen.`)
  say(`${output} ist geschrieben, zum späteren Vergleichen daneben ${basename(beside)}.`)
}

async function readEarlier(path: string): Promise<ApprovalFolder> {
  try {
    return checkContent(path, ApprovalFolder, JSON.parse(await readFile(path, "utf8")))
  } catch (error) {
    throw new PaperFault(
      `${path} ist keine Datei einer Zustimmungsmappe: ${error instanceof Error ? error.message : error}`,
    )
  }
}

export async function writeAccessibility(say: (line: string) => void): Promise<void> {
  await writeFile(new URL("../../docs/barrierefreiheit.md", import.meta.url), renderAccessibility())
  say("docs/barrierefreiheit.md ist geschrieben.")
}
