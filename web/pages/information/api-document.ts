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
  answers: Answer[]
  /** The statuses of refusals, whose shape is always that of a problem. */
  refusals: string[]
}
type Answer = { status: string; description: string; media: string; shape: Shape | null }
export type Group = { name: string; operations: Operation[] }

/** What a value looks like. `fields` are those of the object, or of the objects in the list. */
export type Shape = {
  type: string
  isList: boolean
  isNullable: boolean
  description: string
  limits: string[]
  choices: string[]
  fields: Field[]
}
export type Field = Shape & { name: string; isOptional: boolean }

type Json = Record<string, unknown>

export function readGroups(document: unknown): Group[] {
  const { paths, components } = jsonOf(document)
  const operations = entriesOf(withParts(paths, jsonOf(components))).flatMap(([path, item]) =>
    entriesOf(item).map(([method, operation]) => readOperation(method, path, jsonOf(operation))),
  )
  const groups = Map.groupBy(operations, ({ group }) => group)
  return [...groups]
    .map(([name, operations]) => ({ name, operations }))
    .sort((a, b) => compareNames(a.name, b.name))
}

/** Every reference replaced by what it refers to, which refers to nothing that holds itself. */
function withParts(part: unknown, components: Json): unknown {
  if (Array.isArray(part)) return part.map((one) => withParts(one, components))
  if (!isJson(part)) return part
  const { $ref, ...rest } = part
  if (typeof $ref !== "string")
    return Object.fromEntries(entriesOf(rest).map(([key, value]) => [key, withParts(value, components)]))
  const [kind = "", name = ""] = $ref.split("/").slice(2)
  return { ...jsonOf(withParts(jsonOf(components[kind])[name], components)), ...rest }
}

function readOperation(method: string, path: string, operation: Json): Operation {
  const access = operation["x-access"]
  const body = schemaIn(operation.requestBody)
  const answers = entriesOf(operation.responses).filter(([status]) => status !== "default")
  const isRefusal = ([status]: [string, unknown]) => Number(status) >= 400
  return {
    id: String(operation.operationId),
    group: listOf(operation.tags).map(String).join(", "),
    method: method.toUpperCase(),
    path,
    summary: String(operation.summary),
    access: Array.isArray(access) ? access.map(String) : String(access),
    parameters: listOf(operation.parameters).map(readParameter),
    body: body && shapeOf(body),
    answers: answers
      .filter((answer) => !isRefusal(answer))
      .map(([status, response]) => readAnswer(status, jsonOf(response))),
    refusals: answers.filter(isRefusal).map(([status]) => status),
  }
}

function readParameter(parameter: unknown): Field {
  const { name, schema, required, description } = jsonOf(parameter)
  const shape = shapeOf(schema)
  const words = typeof description === "string" ? description : shape.description
  return { name: String(name), isOptional: required !== true, ...shape, description: words }
}

function readAnswer(status: string, response: Json): Answer {
  const schema = schemaIn(response)
  const media = Object.keys(jsonOf(response.content))[0] ?? ""
  return { status, description: String(response.description ?? ""), media, shape: schema && shapeOf(schema) }
}

/** The schema of the first media type. */
function schemaIn(part: unknown): Json | null {
  const media = entriesOf(jsonOf(part).content)[0]
  return media ? jsonOf(jsonOf(media[1]).schema) : null
}

function shapeOf(schema: unknown): Shape {
  const { anyOf, type, items, ...rest } = jsonOf(schema)
  const description = typeof rest.description === "string" ? rest.description : ""
  const options = listOf(anyOf).filter((option) => jsonOf(option).type !== "null")
  if (options.length > 0) {
    const shape = oneOf(options.map(shapeOf))
    const isNullable = options.length < listOf(anyOf).length
    return { ...shape, isNullable, description: description || shape.description }
  }
  if (type === "array") {
    const item = shapeOf(items)
    const words = description || item.description
    return { ...item, isList: true, limits: [...limitsOf(rest), ...item.limits], description: words }
  }
  const required = listOf(rest.required).map(String)
  const choices = "const" in rest ? [rest.const] : listOf(rest.enum)
  return {
    type: listOf(type).map(String)[0] ?? (typeof type === "string" ? type : "any"),
    isList: false,
    isNullable: listOf(type).includes("null"),
    description,
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
