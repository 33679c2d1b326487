import { Ajv } from "ajv"
import formats from "ajv-formats"
import fastJsonStringify from "fast-json-stringify"
import type { FastifyContextConfig, FastifySchema } from "fastify"
import { type Static, type TObject, type TSchema, Type } from "typebox"
import { isAddress } from "./addresses.ts"
import type { Access } from "./app.ts"
import { type FieldFault, fieldFaults } from "./faults.ts"

/** JSON is taken as it is; addresses and forms are text, so numbers and truth values are read from it. */
const strict = makeAjv(false)
const lenient = makeAjv(true)

function makeAjv(coerceTypes: boolean) {
  const ajv = new Ajv({
    allErrors: false,
    removeAdditional: false,
    useDefaults: true,
    coerceTypes,
    strict: false,
    // Tidying the generated code takes longer than generating it, and the engine does the same once it runs.
    code: { optimize: false },
  })
  addFormats(ajv)
  return ajv
}

/** What has been declared and not been needed yet, by what makes it. */
const waiting = new Set<() => unknown>()

/**
 * The same schema is compiled once in a process, by its content: many routes share one, and every application that
 * is built (the tests build hundreds) makes equal ones anew. It is compiled when it is first needed: a start would
 * otherwise spend half of its time on hundreds of schemas, most of which nobody asks for that day.
 */
function onceBySchema<T>(compile: (schema: object) => T): (schema: object) => () => T {
  const known = new Map<string, () => T>()
  return (schema) => {
    const content = JSON.stringify(schema)
    const found = known.get(content) ?? whenNeeded(() => compile(schema))
    known.set(content, found)
    return found
  }
}

function whenNeeded<T>(make: () => T): () => T {
  let made: { value: T } | null = null
  const get = () => {
    made ??= { value: make() }
    waiting.delete(get)
    return made.value
  }
  waiting.add(get)
  return get
}

/** Compiles what nobody has needed yet; throws at the first schema that cannot be compiled. For the tests. */
export function compileAll(): void {
  for (const get of waiting) get()
}

const strictly = onceBySchema((schema) => strict.compile(schema))
const leniently = onceBySchema((schema) => lenient.compile(schema))
const writerOf = onceBySchema((schema) => fastJsonStringify(schema))

/** Writes what a route answers; `schema` refers to nothing outside of itself. */
export function compileSerializer(schema: object): (value: unknown) => string {
  const writer = writerOf(schema)
  return (value) => writer()(value)
}

function addFormats(ajv: Ajv): void {
  formats.default(ajv)
  ajv.addFormat("idn-email", isAddress)
}

export function compileSchema(schema: TSchema, httpPart: string | undefined) {
  const compiled = httpPart === "body" ? strictly(schema) : leniently(schema)
  return (value: unknown) => {
    const validate = compiled()
    const path = pathOfUnstorable(value, "")
    if (path !== null) return { error: unstorable(path) }
    const composed = compose(value)
    if (!validate(composed)) return { error: faultError(validate.errors ?? []) }
    // Only now are the numbers of an address numbers.
    const late = pathOfUnstorable(composed, "")
    return late === null ? { value: composed } : { error: unstorable(late) }
  }
}

/**
 * The parameters of a page's address, as they arrive from mails, chats and bookmarks: what a page does not know is
 * ignored, of a repeated one the first good value counts (all of them where the page takes several), and a bad value is
 * as good as none. Stops the boot on a page that cannot do without a parameter.
 */
export function compileAddress(schema: TSchema) {
  const properties: Record<string, TSchema> = Object.hasOwn(schema, "properties")
    ? Object(schema).properties
    : {}
  const checks = Object.entries(properties).map(([name, property]) => {
    const check = compileSchema(Closed({ [name]: Type.Optional(property) }), "querystring")
    return [name, (value: unknown) => "value" in check({ [name]: value })] as const
  })
  const whole = compileSchema(schema, "querystring")
  const needed: string[] = Object(schema).required ?? []
  if (needed.some((name) => !Object.hasOwn(Object(properties[name]), "default")))
    throw new Error("a page's address has a parameter that it cannot do without")
  return (given: unknown) => {
    const query = Object(given)
    const kept = checks.flatMap(([name, fits]) => {
      const value = Object.hasOwn(query, name) ? goodOf(query[name], fits) : undefined
      return value === undefined ? [] : [[name, value]]
    })
    return whole(Object.fromEntries(kept))
  }
}

function goodOf(value: unknown, fits: (value: unknown) => boolean): unknown {
  if (fits(value)) return value
  const good = [value].flat().filter(fits)
  return good.length > 1 && fits(good) ? good : good[0]
}

const unstorable = (path: string) => faultError([{ instancePath: path, keyword: "pattern", params: {} }])

/** The largest number that PostgreSQL compares with an `integer`. */
const LARGEST_INTEGER = 2 ** 31 - 1

/** PostgreSQL takes neither a NUL character, nor half a surrogate pair, nor such numbers; the path of the first one. */
function pathOfUnstorable(value: unknown, path: string): string | null {
  if (typeof value === "number") return Math.abs(value) > LARGEST_INTEGER ? path : null
  if (typeof value === "string") return value.includes("\0") || !value.isWellFormed() ? path : null
  if (typeof value !== "object" || value === null || Buffer.isBuffer(value)) return null
  for (const [key, child] of Object.entries(value)) {
    const found = pathOfUnstorable(child, `${path}/${key}`)
    if (found !== null) return found
  }
  return null
}

/**
 * Every text comes in as composed characters (Unicode's NFC), as DIN 91379 demands of names: a letter and its mark
 * that some systems send apart look the same and would be found, counted and sorted as something else.
 */
function compose(value: unknown): unknown {
  if (typeof value === "string") return value.normalize("NFC")
  if (typeof value !== "object" || value === null || Buffer.isBuffer(value)) return value
  if (Array.isArray(value)) return value.map(compose)
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, compose(child)]))
}

function faultError(errors: unknown[]) {
  return Object.assign(new Error("invalid"), { statusCode: 400, validation: errors })
}

const thorough = (() => {
  const ajv = new Ajv({
    allErrors: true,
    removeAdditional: false,
    useDefaults: true,
    strict: false,
    code: { optimize: false },
  })
  addFormats(ajv)
  return ajv
})()
const compiled = new WeakMap<TSchema, ReturnType<typeof thorough.compile>>()

/** Checks a value that a page put together from a form against the API's own schema, and finds every fault at once. */
export function checkInput<T extends TSchema>(
  schema: T,
  value: unknown,
): { value: Static<T>; faults: [] } | { value: null; faults: FieldFault[] } {
  const validate = compiled.get(schema) ?? thorough.compile(schema)
  compiled.set(schema, validate)
  const path = pathOfUnstorable(value, "")
  if (path !== null)
    return { value: null, faults: [{ field: path.slice(1).replaceAll("/", "."), code: "format" }] }
  const composed = compose(value)
  if (isValid<T>(validate, composed)) return { value: composed, faults: [] }
  const found = (validate.errors ?? []).map(({ instancePath, keyword, params }) => ({
    instancePath,
    keyword,
    params,
  }))
  return { value: null, faults: fieldFaults(found) }
}

function isValid<T extends TSchema>(
  validate: (value: unknown) => unknown,
  value: unknown,
): value is Static<T> {
  return validate(value) === true
}

/** Stops the boot on a route that does not say who may call it and what it answers. */
export function checkDeclaration(
  methods: string[],
  url: string,
  config: FastifyContextConfig | undefined,
  schema: FastifySchema | undefined,
): Access {
  const name = `${methods.join(",")} ${url}`
  if (config?.access === undefined) throw new Error(`${name} declares no access`)
  if (!schema?.response) throw new Error(`${name} declares no response`)
  for (const part of [schema.body, schema.querystring, schema.params, schema.response])
    refuseOpenObjects(part, name)
  return config.access
}

function refuseOpenObjects(schema: unknown, name: string): void {
  if (typeof schema !== "object" || schema === null) return
  if ("type" in schema && schema.type === "object" && "properties" in schema) {
    if (!("additionalProperties" in schema) || schema.additionalProperties !== false)
      throw new Error(`${name} has an object schema without additionalProperties: false`)
  }
  for (const child of Object.values(schema)) refuseOpenObjects(child, name)
}

type Properties = Record<string, TSchema>
type ObjectOptions = Record<string, unknown>

/**
 * An object that takes these fields and no others. Its name is the one in the API's description, where everything of
 * the same name is the same (`openapi-components.ts`); what only makes up an address needs none.
 */
export function Closed<P extends Properties>(properties: P, options?: ObjectOptions): TObject<P>
export function Closed<P extends Properties>(name: string, properties: P, options?: ObjectOptions): TObject<P>
export function Closed<P extends Properties>(first: string | P, second: object = {}, third: object = {}) {
  if (typeof first === "string")
    return Type.Object(second as P, { title: first, additionalProperties: false, ...third })
  return Type.Object(first, { additionalProperties: false, ...second })
}

/** An id, as part of a pattern. */
export const UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
/** As we write them: the format alone would let `urn:uuid:` and capitals through, and ids are compared as text. */
export const Id = Type.String({ title: "Id", format: "uuid", pattern: `^${UUID}$` })
export const ById = Closed({ id: Id })
/** A calendar day that PostgreSQL can store, too. */
export const Day = Type.String({ title: "Day", format: "date", pattern: "^[12]" })
/** With seconds that a clock of ours can show: the format alone would let the 60th of a leap second through. */
export const Instant = Type.String({
  title: "Instant",
  format: "date-time",
  pattern: ":[0-5][0-9](\\.[0-9]+)?(Z|[+-][0-9:]{5})$",
})
export const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])
/** One of these words. One that occurs in several places has a name in the API's description. */
export const Choice = <const Values extends string[]>(values: readonly [...Values], name?: string) =>
  Type.Enum(values, name ? { title: name } : {})
/** Something that can be seen: a letter, a number, a sign. Invisible characters alone are as good as nothing. */
const VISIBLE = "[\\p{L}\\p{N}\\p{P}\\p{S}]"

/** Title-like text: one line, not blank. Looked ahead, so that a long line with a break at its end costs no more. */
export const Line = (maxLength: number, minLength = 1) =>
  Type.String({
    minLength,
    maxLength,
    pattern: minLength > 0 ? `^(?=[^\\r\\n]*?${VISIBLE})[^\\r\\n]*$` : "^[^\\r\\n]*$",
  })
/** Text of several lines, not blank unless `minLength` is 0. */
export const Text = (maxLength: number, minLength = 1) =>
  Type.String(minLength > 0 ? { minLength, maxLength, pattern: VISIBLE } : { maxLength })
/** What a client makes up for something new, so that sending it again makes no second one. */
export const Key = Type.String({ title: "Key", minLength: 8, maxLength: 64, pattern: "^[A-Za-z0-9_-]+$" })
/** One page of a keyset list: `next` is handed back as `after`. */
export const PageOf = <T extends TSchema>(item: T) =>
  Closed(`${nameOf(item)}Page`, { items: Type.Array(item), next: Nullable(Type.String()) })
/** All of it at once. */
export const ListOf = <T extends TSchema>(item: T) =>
  Closed(`${nameOf(item)}List`, { items: Type.Array(item) })
const nameOf = (schema: TSchema) => ("title" in schema ? String(schema.title) : "")
/** A thing and what it is called: a department, a category, a cohort, a project. */
export const Named = Closed("Named", { id: Id, name: Type.String() })
/** What was made. */
export const Created = Closed("Created", { id: Id })
/** Another kind of thing has a title. */
export const Titled = Closed("Titled", { id: Id, title: Type.String() })
/** The version that the person has before them; a newer one is refused as a conflict. */
export const AtVersion = Closed("AtVersion", { version: Type.Integer({ minimum: 1 }) })
/** Nothing but the key of a repeatable request. */
export const OnlyKey = Closed("OnlyKey", { key: Type.Optional(Key) })
/** The version after a change. */
export const Versioned = Closed("Versioned", { version: Type.Integer() })
/** Where the page before ended: the last id of a list in the order of ids. */
export const Cursor = Type.String({ title: "Cursor", maxLength: 36, pattern: `^${UUID}$` })
/** The same where a list is in the order of days: day and id, or an id alone where it is not. */
export const DayCursor = Type.String({
  title: "DayCursor",
  maxLength: 47,
  pattern: `^([0-9]{4}-[0-9]{2}-[0-9]{2}_)?${UUID}$`,
})
export const After = Closed({ after: Type.Optional(Cursor) })
export const Nothing = Type.Null()
export const html = { "2xx": Type.String(), "3xx": Type.Null(), "4xx": Type.String() }
