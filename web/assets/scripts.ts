import { basename, join, relative } from "node:path"
import { build as bundle, type Metafile } from "esbuild"
import type { Locale } from "../../server/kernel/actor.ts"
import { PARTS, type Part } from "../elements/parts.ts"
import type { Output } from "./compression.ts"
import { icons } from "./icons.ts"

/** Where a script is, and those that it cannot begin without. */
type Script = { address: string; needs: string[] }
/** The scripts of a page in a language: the one that all have, and the parts. */
export type Scripts = Record<Locale, Record<"main" | Part, Script>>

const FILES: Record<"main" | Part, string> = {
  main: "index.ts",
  forms: "forms.ts",
  similar: "beside.ts",
  thread: "thread.ts",
  live: "live.ts",
  queue: "queue.ts",
  sending: "sending.ts",
}

/** One set for each language: the texts are a third of what a page needs. */
export async function buildScripts(
  root: string,
  target: string,
): Promise<{ outputs: Output[]; addresses: Scripts }> {
  const [de, en] = [await buildFor("de", root, target), await buildFor("en", root, target)]
  const outputs = new Map([...de.outputs, ...en.outputs].map((output) => [output.name, output]))
  return { outputs: [...outputs.values()], addresses: { de: de.addresses, en: en.addresses } }
}

async function buildFor(locale: Locale, root: string, target: string) {
  const folder = join(root, "web", "elements")
  const { outputFiles, metafile } = await bundle({
    entryPoints: Object.entries(FILES).map(([out, file]) => ({ in: join(folder, file), out })),
    absWorkingDir: root,
    outdir: target,
    entryNames: "[name]-[hash]",
    chunkNames: "[name]-[hash]",
    define: {
      "document.documentElement.lang": JSON.stringify(locale),
      ICONS: JSON.stringify(`/assets/${icons.name}`),
    },
    splitting: true,
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    charset: "utf8",
    legalComments: "none",
    metafile: true,
    write: false,
  })
  const outputs = outputFiles.map(({ path, contents }) => ({
    name: basename(path),
    content: Buffer.from(contents),
  }))
  const addressOf = (part: "main" | Part) => scriptOf(metafile, relative(root, join(folder, FILES[part])))
  const parts = PARTS.map(([part]) => [part, addressOf(part)] as const)
  return { outputs, addresses: { main: addressOf("main"), ...toRecord(parts) } }
}

const toRecord = (parts: (readonly [Part, Script])[]) => Object.fromEntries(parts) as Record<Part, Script>

function scriptOf({ outputs }: Metafile, source: string): Script {
  const found = Object.entries(outputs).find(([, { entryPoint }]) => entryPoint === source)
  if (!found) throw new Error(`esbuild wrote no script of ${source}`)
  const [path, { imports }] = found
  const addressOf = (file: string) => `/assets/${basename(file)}`
  const needs = imports.filter(({ kind }) => kind === "import-statement").map((one) => addressOf(one.path))
  return { address: addressOf(path), needs }
}
