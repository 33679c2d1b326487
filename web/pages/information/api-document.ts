import { compareNames } from "../../../server/kernel/order.ts"

/** The OpenAPI document as the documentation page reads it. */
export type Operation = {
  id: string
  group: string
  method: string
  path: string
  summary: string
  access: string | string[]
  parameters: Field[]
  body: Shape | null
  answers: { status: string; description: string; shape: Shape | null }[]
}
export type Group = { name: string; operations: Operation[] }

/** What a value looks like. `fields` are those of the object, or of the objects in the list. */
export type Shape = {
  type: string
  isList: boolean
  isNullable: boolean
  limits: string[]
  choices: string[]
  fields: Field[]
}
export type Field = Shape & { name: string; isOptional: boolean }

type Json = Record<string, unknown>

export function readGroups(document: unknown): Group[] {
  const operations = entriesOf(jsonOf(document).paths).flatMap(([path, item]) =>
    entriesOf(item).map(([method, operation]) => readOperation(method, path, jsonOf(operation))),
  )
  const groups = Map.groupBy(operations, ({ group }) => group)
  return [...groups]
    .map(([name, operations]) => ({ name, operations }))
    .sort((a, b) => compareNames(a.name, b.name))
}

function readOperation(method: string, path: string, operation: Json): Operation {
  const access = operation["x-access"]
  const body = schemaIn(operation.requestBody)
  return {
    id: String(operation.operationId),
    group: listOf(operation.tags).map(String).join(", "),
    method: method.toUpperCase(),
    path,
    summary: String(operation.summary),
    access: Array.isArray(access) ? access.map(String) : String(access),
    parameters: listOf(operation.parameters).map(readParameter),
    body: body && shapeOf(body),
    answers: entriesOf(operation.responses)
      .filter(([status]) => status !== "default")
      .map(([status, response]) => readAnswer(status, jsonOf(response))),
  }
}

function readParameter(parameter: unknown): Field {
  const { name, schema, required } = jsonOf(parameter)
  return { name: String(name), isOptional: required !== true, ...shapeOf(schema) }
}

function readAnswer(status: string, response: Json) {
  const schema = schemaIn(response)
  return { status, description: String(response.description ?? ""), shape: schema && shapeOf(schema) }
}

/** The schema of the first media type. */
function schemaIn(part: unknown): Json | null {
  const media = entriesOf(jsonOf(part).content)[0]
  return media ? jsonOf(jsonOf(media[1]).schema) : null
}

export function shapeOf(schema: unknown): Shape {
  const { anyOf, type, items, ...rest } = jsonOf(schema)
  const options = listOf(anyOf).filter((option) => jsonOf(option).type !== "null")
  const isNullable = options.length < listOf(anyOf).length
  if (options.length > 0) return { ...oneOf(options.map(shapeOf)), isNullable }
  if (type === "array") {
    const item = shapeOf(items)
    return { ...item, isList: true, limits: [...limitsOf(rest), ...item.limits] }
  }
  const required = listOf(rest.required).map(String)
  const choices = "const" in rest ? [rest.const] : listOf(rest.enum)
  return {
    type: typeof type === "string" ? type : choices.length > 0 ? "string" : "any",
    isList: false,
    isNullable,
    limits: limitsOf(rest),
    choices: choices.map(String),
    fields: entriesOf(rest.properties).map(([name, property]) => {
      return { name, isOptional: !required.includes(name), ...shapeOf(property) }
    }),
  }
}

/** Of several shapes the names together; the fields of the first that has any. */
function oneOf(shapes: Shape[]): Shape {
  const [first] = shapes
  if (!first) throw new Error("a choice of nothing")
  const types = [...new Set(shapes.map(({ type }) => type))].join(" | ")
  const fields = shapes.find((shape) => shape.fields.length > 0)?.fields ?? []
  return { ...first, type: types, choices: shapes.flatMap(({ choices }) => choices), fields }
}

const LIMITS = [
  "format",
  "minLength",
  "maxLength",
  "minimum",
  "maximum",
  "minItems",
  "maxItems",
  "default",
] as const

const limitsOf = (schema: Json): string[] =>
  LIMITS.flatMap((name) => (schema[name] === undefined ? [] : [`${name} ${JSON.stringify(schema[name])}`]))

const entriesOf = (value: unknown): [string, unknown][] => Object.entries(jsonOf(value))
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
const jsonOf = (value: unknown): Json => (isJson(value) ? value : {})
const isJson = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value)
