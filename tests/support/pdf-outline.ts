import { ask } from "./outside.ts"

type Value = Record<string, unknown>
const isValue = (value: unknown): value is Value => typeof value === "object" && value !== null

/**
 * The structure of a PDF as poppler reads it, one element a line, indented by two: role, scope, text. Before it qpdf has
 * looked at every object, and found no fault.
 */
export async function outlineOf(content: Buffer): Promise<string[]> {
  await ask("qpdf", content, "--check")
  const lines = (await ask("pdfinfo", content, "-struct-text"))
    .replace(/[\u00a0\u202f]/g, " ")
    .split("\n")
    .filter((line) => line.trim())
  const outline: string[] = []
  for (const line of lines) {
    const text = line.trim().replace(/^\/Scope \//, "")
    if (/^(?:\/|Object )/.test(text)) continue
    const isElement = /^[A-Z]\w*(?: \((?:block|inline)\))?:?$/.test(text) && !line.includes("/Scope")
    const last = outline.at(-1) ?? ""
    // Text and scope join the element that they belong to, unless another one stands between.
    if (isElement) outline.push(line.replace(/ \((?:block|inline)\)|:$/g, ""))
    else if (indentOf(line) > indentOf(last)) outline.push(`${outline.pop()} ${text.replace(/ "$/, '"')}`)
    else outline.push(line.replace(/ "$/, '"'))
  }
  return outline
}

const indentOf = (line: string) => line.length - line.trimStart().length

/** What qpdf finds of other languages, alternative texts and links, in no order. */
export async function spokenIn(content: Buffer) {
  const { qpdf } = JSON.parse(await ask("qpdf", content, "--json", "--json-key=qpdf"))
  const values = Object.values<{ value?: unknown }>(qpdf[1])
    .map(({ value }) => value)
    .filter(isValue)
  const of = (role: string, key: string) =>
    values.filter((value) => value["/S"] === role).flatMap((value) => textOf(value[key]))
  const passages = values.filter((value) => "/S" in value && "/Lang" in value)
  return {
    alt: of("/Figure", "/Alt"),
    languages: passages
      .map((value) => `${String(value["/S"]).slice(1)} ${textOf(value["/Lang"])}`)
      .toSorted(),
    links: values
      .filter((value) => value["/Subtype"] === "/Link")
      .flatMap((value) => textOf(value["/Contents"])),
  }
}

const textOf = (value: unknown) => (typeof value === "string" ? [value.replace(/^u:/, "")] : [])
