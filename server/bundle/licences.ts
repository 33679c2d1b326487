import { readdir, readFile } from "node:fs/promises"
import { join } from "node:path"

/** The licences of the packages that the bundle has in it, as each demands of whoever passes it on. */
export async function licencesOf(root: string, inputs: string[]): Promise<string> {
  const folders = new Set(inputs.flatMap((input) => folderOf(input) ?? []))
  const texts = await Promise.all([...folders].sort().map((folder) => licenceOf(join(root, folder))))
  return texts.join(`\n${"-".repeat(80)}\n\n`)
}

/** "node_modules/a/node_modules/@b/c" of a file in it; null for a file of ours. */
function folderOf(input: string): string | null {
  return /^.*node_modules\/(@[^/]+\/)?[^/]+(?=\/)/.exec(input)?.[0] ?? null
}

async function licenceOf(folder: string): Promise<string> {
  const { name, version, license } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"))
  const files = (await readdir(folder)).filter((file) => /^(licen[cs]e|copying|notice)/i.test(file)).sort()
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), "utf8")))
  return [`${name} ${version} (${JSON.stringify(license)})`, ...texts].join("\n\n")
}
