import { readdirSync, readFileSync } from "node:fs"
import { basename, dirname, extname, join, sep } from "node:path"
import { fileURLToPath } from "node:url"
import type { Static, TSchema } from "typebox"
import { parse } from "yaml"
import type { FieldFault } from "./faults.ts"
import { checkInput } from "./schemas.ts"

/**
 * A folder of files that an editor writes: tables in YAML, and texts in Markdown with values in front. Each is held
 * against a schema; a file that is not as it has to be stops the reading, with its name, the field and what is wrong.
 */
export class ContentFolder {
  readonly #folder: string
  readonly #files: string[]
  readonly #unread: Set<string>

  constructor(folder: URL) {
    this.#folder = fileURLToPath(folder)
    this.#files = readdirSync(this.#folder, { recursive: true, encoding: "utf8" })
      .map((path) => path.replaceAll(sep, "/"))
      .filter((path) => /\.(md|yaml)$/.test(path) && path !== "README.md")
      .toSorted()
    this.#unread = new Set(this.#files)
  }

  /** The names of the files in one of its folders, without their endings, in the order of the alphabet. */
  namesIn(folder: string): string[] {
    return this.#files.filter((path) => dirname(path) === folder).map((path) => basename(path, extname(path)))
  }

  /** A file of values alone. */
  table<T extends TSchema>(path: string, schema: T): Static<T> {
    return checkContent(path, schema, valuesOf(path, this.#read(path)))
  }

  /** Texts one after another, each with its values in front: first what the file is about, then parts by their kind. */
  parts<Head extends TSchema, Kinds extends Record<string, TSchema>>(path: string, head: Head, kinds: Kinds) {
    const [first, ...others] = blocksOf(path, this.#read(path))
    const parts = others.map(({ place, values }) => {
      const { kind } = Object(values)
      if (!isKeyOf(kinds, kind)) throw new Error(`${place}: kind is none of ${Object.keys(kinds).join(", ")}`)
      return checkContent(place, kinds[kind], values)
    })
    return { head: checkContent(path, head, first?.values), parts }
  }

  /** Stops on a file that nothing has read: its name, or its folder, is not one that is known. */
  refuseUnread(): void {
    const [path] = this.#unread
    if (path !== undefined) throw new Error(`${path}: nothing reads a file of this name in this folder`)
  }

  #read(path: string): string {
    if (!this.#files.includes(path)) throw new Error(`${path}: the file is missing`)
    this.#unread.delete(path)
    return readFileSync(join(this.#folder, path), "utf8").replaceAll("\r\n", "\n")
  }
}

/** @param place file, and where there is more than one text in it, the line */
export function checkContent<T extends TSchema>(place: string, schema: T, values: unknown): Static<T> {
  const { value, faults } = checkInput(schema, values)
  if (value === null) throw new Error(faults.map((fault) => `${place}: ${wordsOf(fault)}`).join("\n"))
  return value
}

const wordsOf = ({ field, code, limit }: FieldFault) =>
  `${field} ${FAULTS[code] ?? code}${limit === undefined ? "" : ` (${limit})`}`

const FAULTS: Record<string, string> = {
  invalid: "is not possible",
  required: "is missing or empty",
  unknown: "is not known here",
  type: "is of another type than it has to be",
  choice: "is none of the possible values",
  format: "is not written as it has to be",
  "too-short": "is too short",
  "too-long": "is too long",
  "too-few": "has too few values",
  "too-many": "has too many values",
  "too-small": "is too small",
  "too-large": "is too large",
}

const isKeyOf = <T extends object>(object: T, key: unknown): key is keyof T =>
  typeof key === "string" && Object.hasOwn(object, key)

type Block = { place: string; values: unknown }

/** The values stand between two lines of three hyphens; the text below them is one more value. */
function blocksOf(path: string, content: string): Block[] {
  const pieces = content.split(/^---[ \t]*$/m)
  if (pieces[0]?.trim() !== "" || pieces.length < 3 || pieces.length % 2 === 0)
    throw new Error(
      `${path}: values stand between two lines of three hyphens; there is one such line too many or too few`,
    )
  const blocks: Block[] = []
  for (let index = 1; index < pieces.length; index += 2) {
    const above = pieces.slice(0, index).join("").split("\n").length - 1
    const place = `${path}, line ${above + 1}`
    const text = pieces[index + 1]?.trim()
    // With as many empty lines in front as there are lines above, a fault in the values names the line of the file.
    const values = valuesOf(path, "\n".repeat(above) + pieces[index])
    blocks.push({ place, values: text ? { ...values, text } : values })
  }
  return blocks
}

function valuesOf(path: string, yaml: string): object {
  try {
    return parse(yaml) ?? {}
  } catch (error) {
    throw new Error(`${path}: ${error instanceof Error ? error.message : error}`)
  }
}
