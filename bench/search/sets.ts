import { readFile } from "node:fs/promises"
import { gunzipSync } from "node:zlib"
import { readExample } from "../../server/seed/reading/index.ts"

/** The title may be empty, e.g. where it is the query. */
export type BenchDocument = { id: string; title: string; text: string }
export type BenchQuery = { query: string; id: string; typo: string }
export type BenchSet = { name: string; documents: BenchDocument[]; queries: BenchQuery[] }

/** One JSON object a line; `.gz` is unpacked. */
async function readLines(file: string): Promise<Record<string, string>[]> {
  const bytes = await readFile(file)
  const text = (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8")
  return text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line))
}

/** @param emptyTitles where the title is the query, it must not be found by itself */
export async function readSet(documents: string, queries: string, emptyTitles: boolean): Promise<BenchSet> {
  const found = await readLines(documents)
  const asked = await readLines(queries)
  return {
    name: documents,
    documents: found.map(({ id = "", title = "", text = "" }) => ({
      id: String(id),
      title: emptyTitles ? "" : title,
      text,
    })),
    queries: asked.map(({ query = "", id = "", typo }) => ({
      query,
      id: String(id),
      typo: typo ?? withTypo(query),
    })),
  }
}

/** The example town's own questions, without their titles, which are what is searched for. Small, but always there. */
export function exampleSet(): BenchSet {
  const { questions } = readExample()
  return {
    name: "Beispielinhalte",
    documents: questions.map(({ key, text }) => ({ id: key, title: "", text })),
    queries: questions.map(({ key, title }) => ({ id: key, query: title, typo: withTypo(title) })),
  }
}

/** One letter of the longest word left out: the same one in every run. */
export function withTypo(query: string): string {
  const longest = (query.match(/\p{L}+/gu) ?? []).reduce(
    (one, other) => (other.length > one.length ? other : one),
    "",
  )
  if (longest.length < 5) return query
  const at = Math.floor(longest.length / 2)
  return query.replace(longest, longest.slice(0, at) + longest.slice(at + 1))
}
