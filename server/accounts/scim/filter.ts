import { ScimFault } from "./faults.ts"

const OPERATORS = ["eq", "ne", "co", "sw", "ew"] as const
type Operator = (typeof OPERATORS)[number]
type Value = string | number | boolean | null

/** Attributes by their paths, in lower case and without the schema that they belong to: `name.givenname`. */
export type Filter =
  | { kind: "and"; of: Filter[] }
  | { kind: "or"; of: Filter[] }
  | { kind: "not"; of: Filter }
  | { kind: "present"; path: string }
  | { kind: "test"; path: string; operator: Operator; value: Value }

/** What an operation of a PATCH is about: `emails[type eq "work"].value`. */
export type Path = { attribute: string; filter: Filter | null; sub: string | null }

/**
 * Filters and paths after RFC 7644, 3.4.2.2 and 3.5.2. scimmy's parser gives no tree: it spreads a filter over attributes
 * and loses negated groups and escapes, so no statement could be made of it.
 */
export function parseFilter(text: string): Filter {
  const reader = new Reader(text)
  const filter = reader.alternatives(0)
  if (!reader.isAtEnd) throw unreadable(text)
  return filter
}

/** An attribute of an extension is none of ours, whatever stands behind its name. */
export function parsePath(text: string): Path | "extension" {
  if (/^urn:.*:extension:/i.test(text.trim())) return "extension"
  const reader = new Reader(text)
  const path = reader.path()
  if (!reader.isAtEnd)
    throw new ScimFault(400, "invalidPath", `The path cannot be read: ${text.slice(0, 200)}`)
  return path
}

const TOKEN = /\s*("(?:[^"\\]|\\.)*"|[()[\]]|[^\s()[\]"]+)\s*/y
const DEEPEST = 20

class Reader {
  readonly #text: string
  readonly #tokens: string[]
  #at = 0

  constructor(text: string) {
    this.#text = text
    this.#tokens = tokensOf(text)
  }

  get isAtEnd(): boolean {
    return this.#at === this.#tokens.length
  }

  alternatives(depth: number): Filter {
    return this.#joined("or", () => this.#joined("and", () => this.#term(depth)))
  }

  path(): Path {
    const [attribute = "", sub = null] = pathOf(this.#word()).split(".", 2)
    if (!this.#takes("[")) return { attribute, filter: null, sub }
    const filter = this.#enclosed("]", 1)
    const after = this.#peek()?.startsWith(".") ? this.#next().slice(1).toLowerCase() : null
    return { attribute, filter, sub: after }
  }

  #joined(word: "and" | "or", read: () => Filter): Filter {
    const first = read()
    const of = [first]
    while (this.#takes(word)) of.push(read())
    return of.length === 1 ? first : { kind: word, of }
  }

  #term(depth: number): Filter {
    if (depth > DEEPEST) throw unreadable(this.#text)
    if (this.#takes("(")) return this.#enclosed(")", depth + 1)
    if (this.#takes("not")) {
      if (!this.#takes("(")) throw unreadable(this.#text)
      return { kind: "not", of: this.#enclosed(")", depth + 1) }
    }
    const path = pathOf(this.#word())
    if (!this.#takes("[")) return this.#test(path)
    const inner = prefixed(this.#enclosed("]", depth + 1), path)
    if (!this.#peek()?.startsWith(".")) return inner
    return { kind: "and", of: [inner, this.#test(path + this.#next().toLowerCase())] }
  }

  #enclosed(end: ")" | "]", depth: number): Filter {
    const filter = this.alternatives(depth)
    if (!this.#takes(end)) throw unreadable(this.#text)
    return filter
  }

  #test(path: string): Filter {
    const word = this.#word().toLowerCase()
    if (word === "pr") return { kind: "present", path }
    const operator = OPERATORS.find((one) => one === word)
    if (!operator) throw new ScimFault(400, "invalidFilter", `The operator "${word}" is not supported.`)
    return { kind: "test", path, operator, value: this.#value() }
  }

  #value(): Value {
    const token = this.#next()
    try {
      // Some clients write truth values with a capital.
      const value: unknown = JSON.parse(/^(true|false|null)$/i.test(token) ? token.toLowerCase() : token)
      if (isValue(value)) return value
    } catch {}
    throw unreadable(this.#text)
  }

  #word(): string {
    const token = this.#next()
    if (!/^[a-z$]/i.test(token)) throw unreadable(this.#text)
    return token
  }

  #takes(token: string): boolean {
    if (this.#peek()?.toLowerCase() !== token) return false
    this.#at += 1
    return true
  }

  #next(): string {
    const token = this.#peek()
    if (token === undefined) throw unreadable(this.#text)
    this.#at += 1
    return token
  }

  #peek(): string | undefined {
    return this.#tokens[this.#at]
  }
}

/** The database knows no NUL: nothing there could equal it. */
const isValue = (value: unknown): value is Value =>
  typeof value === "string"
    ? !value.includes("\0")
    : value === null || ["number", "boolean"].includes(typeof value)

function tokensOf(text: string): string[] {
  const tokens: string[] = []
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < text.length) {
    const [, token] = TOKEN.exec(text) ?? []
    if (token === undefined) throw unreadable(text)
    tokens.push(token)
  }
  return tokens
}

/** In lower case, without the schema in front: its version has a dot of its own. */
const pathOf = (word: string) =>
  (/^urn:/i.test(word) ? word.slice(word.lastIndexOf(":") + 1) : word).toLowerCase()

function prefixed(filter: Filter, path: string): Filter {
  if (filter.kind === "not") return { ...filter, of: prefixed(filter.of, path) }
  if (filter.kind === "and" || filter.kind === "or")
    return { ...filter, of: filter.of.map((one) => prefixed(one, path)) }
  return { ...filter, path: `${path}.${filter.path}` }
}

const unreadable = (text: string) =>
  new ScimFault(400, "invalidFilter", `The filter cannot be read: ${text.slice(0, 200)}`)
