import { now, today } from "../../server/kernel/time.ts"
import { addDays } from "../../server/kernel/workdays.ts"
import type { Random } from "../../tests/support/office-text.ts"
import { type Things, tableOfField } from "./things.ts"
import { between, chance, pick, words } from "./values.ts"

export type Schema = {
  $ref?: string
  type?: string | string[]
  title?: string
  enum?: unknown[]
  const?: unknown
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  items?: Schema
  minItems?: number
  maxItems?: number
  properties?: Record<string, Schema>
  required?: string[]
  format?: string
  pattern?: string
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  examples?: unknown[]
  example?: unknown
  additionalProperties?: boolean | Schema
}

/** What a value is made of: names of schemas, things that there are, and chance. */
export type Making = { random: Random; things: Things; components: Record<string, Schema> }

/** A value that the schema takes, as somebody might send it. */
export function fitting(making: Making, schema: Schema, field = ""): unknown {
  const { random, things } = making
  if (schema.$ref) return fitting(making, resolve(making, schema.$ref), field)
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return pick(random, schema.enum)
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return fitting(making, pick(random, choices), field)
  if (schema.allOf)
    return Object.assign({}, ...schema.allOf.map((part) => Object(fitting(making, part, field))))
  const type = [schema.type ?? "object"].flat()
  switch (pick(random, type)) {
    case "null":
      return null
    case "boolean":
      return chance(random, 0.5)
    case "integer":
    case "number":
      return numberFor(random, schema, field)
    case "array":
      return listFor(making, schema, field)
    case "string":
      return textFor(random, things, schema, field)
    default:
      return objectFor(making, schema)
  }
}

function resolve({ components }: Making, ref: string): Schema {
  const found = components[ref.split("/").at(-1) ?? ""]
  if (!found) throw new Error(`${ref} is described nowhere`)
  return found
}

function numberFor(random: Random, { minimum = 0, maximum, examples }: Schema, field: string): number {
  if (field === "version") return between(random, Math.max(minimum, 0), 3)
  if (examples && chance(random, 0.5)) return Number(pick(random, examples))
  return between(random, minimum, Math.min(maximum ?? minimum + 60, minimum + 600))
}

function listFor(
  making: Making,
  { items = {}, minItems = 0, maxItems = 3 }: Schema,
  field: string,
): unknown[] {
  const length = between(making.random, minItems, Math.max(minItems, Math.min(maxItems, 3)))
  const made = Array.from({ length }, () => fitting(making, items, field))
  // Most lists take nothing twice.
  return [...new Map(made.map((one) => [JSON.stringify(one), one])).values()]
}

function objectFor(making: Making, { properties = {}, required = [], additionalProperties }: Schema): object {
  const { random } = making
  const entries = Object.entries(properties).filter(
    ([name]) => required.includes(name) || chance(random, 0.6),
  )
  const named = entries.map(([name, property]) => [name, fitting(making, property, name)])
  const more =
    typeof additionalProperties === "object" ? [["a", fitting(making, additionalProperties, "a")]] : []
  return Object.fromEntries([...named, ...more])
}

function textFor(random: Random, things: Things, schema: Schema, field: string): string {
  const { format, pattern = "", minLength = 0, maxLength = 2_000, examples, example } = schema
  if (format === "uuid" || schema.title === "Id") return idFor(random, things, field)
  if (format === "date") return addDays(today(), between(random, -40, 200))
  if (format === "date-time")
    return new Date(now().getTime() + between(random, -1_000, 9_000) * 3_600_000).toISOString()
  if (format?.includes("email")) return `person-${between(random, 1, 1e6)}@example.org`
  if (format === "uri" || field === "link") return `https://intern.example.org/${between(random, 1, 1e6)}`
  const shown = [...(examples ?? []), ...(example === undefined ? [] : [example])].map(String)
  const isFree = pattern === "" || /\\p\{L\}|\^\[\^\\r\\n\]\*\$/.test(pattern)
  if (shown.length > 0 && (!isFree || chance(random, 0.3))) return pick(random, shown)
  if (!isFree) return pick(random, ["09:00", "a", "1", "abcdefgh"])
  const isLine = /\\r/.test(pattern)
  return words(random, minLength, maxLength, isLine ? " " : pick(random, ["\n\n", "\n- ", "\n\n## ", "\n> "]))
}

/** One that names such a thing, and now and then one that names something else. */
export function idFor(random: Random, things: Things, field: string): string {
  const table = tableOfField(field, things)
  const fits = table && chance(random, 0.9) ? (things.get(table) ?? []) : []
  if (fits.length > 0) return pick(random, fits)
  const all = [...things.values()].filter((ids) => ids.length > 0)
  return pick(random, pick(random, all))
}
