import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { foldLooks } from "../../server/kernel/folding.ts"
import { readExample } from "../../server/seed/reading/index.ts"

const ROOT = join(import.meta.dirname, "../..")
const SEED = join(ROOT, "server/seed")

/** Everything that names people of the example: the content, and the README that leads into it. */
const texts = [
  ...readdirSync(SEED, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.(ts|md|yaml)$/.test(path))
    .map((path) => join(SEED, path)),
  join(ROOT, "README.md"),
].map((path) => ({ path: path.slice(ROOT.length + 1), text: readFileSync(path, "utf8") }))

/** Letters with their apostrophes and hyphens. */
const WORD = /[\p{L}\p{M}]+(?:['’‘´`ʼ-][\p{L}\p{M}]+)*/gu
const bare = (word: string) =>
  foldLooks(word)
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^\p{L}]/gu, "")
    .replaceAll("ß", "ss")
    .replaceAll("ae", "a")
    .replaceAll("oe", "o")
    .replaceAll("ue", "u")
const isShort = (word: string) => word.length < 5

test("every person of the example is written in one way, whatever apostrophe, umlaut or hyphen it takes", () => {
  const right = new Map(
    readExample()
      .people.flatMap(({ displayName }) => displayName.split(" "))
      .filter((part) => !isShort(part))
      .map((part) => [bare(part), part]),
  )
  expect(right.size).toBeGreaterThan(15)
  const wrong = texts.flatMap(({ path, text }) =>
    [...text.matchAll(WORD)].flatMap(([word]) => {
      // Keys are written small, in the letters of a plain keyboard; a genitive has an s more.
      if (!/^\p{Lu}/u.test(word)) return []
      const known = right.get(bare(word)) ?? right.get(bare(word.replace(/s$/, "")))
      return known && word !== known && word !== `${known}s` ? [`${path}: ${word} (${known})`] : []
    }),
  )
  expect(wrong).toEqual([])
})

test("a typewriter's apostrophe stands in no name", () => {
  const found = texts.flatMap(({ path, text }) =>
    [...text.matchAll(/\b[DO]['´`ʼ][A-Z][a-z]+/g)].map(([name]) => `${path}: ${name}`),
  )
  expect(found).toEqual([])
})
