import { readFileSync } from "node:fs"
import { gunzipSync } from "node:zlib"
import { textOf } from "../search/words.ts"

/** Made-up texts, or those of a file with a JSON object a line, each with a `text`. */
export async function readCorpus(file: string | undefined): Promise<(random: () => number) => string> {
  if (!file) return textOf
  const content = file.endsWith(".gz") ? gunzipSync(readFileSync(file)) : readFileSync(file)
  const texts = content
    .toString("utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => String(JSON.parse(line).text ?? "").slice(0, 4000))
    .filter(Boolean)
  return (random) => texts[Math.floor(random() * texts.length)] ?? textOf(random)
}
