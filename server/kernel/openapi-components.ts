/** A part of the document, as JSON knows it. */
export type Json = Record<string, unknown>
export const isJson = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/** What was found so far, and what is wrong about it. */
export type Components = { schemas: Json; faults: Set<string> }

/** Where a schema stands in an operation, with the name of what has none there. */
type Place = { holder: Json; name: string | null }

/**
 * Makes a component of every schema that has a name (`Closed("Question", …)`) and refers to it wherever it occurs: the
 * routes carry their schemas whole, because so each is checked and written by itself. An object without a name is
 * called after where it stands: `can` of `Question` is `QuestionCan`. A name that stands for two things is a fault, and
 * an operation that takes or answers an object without one.
 */
export function nameSchemas(operation: Json, components: Components): void {
  for (const { holder, name } of placesOf(operation)) holder.schema = placed(holder.schema, name, components)
}

/** The reference to a schema with a name. */
export const componentOf = (schema: object, components: Components) => placed({ ...schema }, null, components)

function placesOf(operation: Json): Place[] {
  const id = String(operation.operationId)
  const parameters = listOf(operation.parameters).filter(isJson)
  const contents = [operation.requestBody, ...Object.values(jsonOf(operation.responses))].map(jsonOf)
  const media = contents.flatMap(({ content }) => Object.values(jsonOf(content))).filter(isJson)
  return [
    ...parameters.map((holder) => ({ holder, name: null })),
    ...media.filter(({ schema }) => isJson(schema)).map((holder) => ({ holder, name: `?${id}` })),
  ]
}

/** The schema as it stands in the document: itself, or a reference to the component that it is. */
function placed(schema: unknown, place: string | null, components: Components): unknown {
  if (!isJson(schema) || "$ref" in schema) return schema
  const { title, ...rest } = schema
  const name = typeof title === "string" ? title : place
  const inside = Object.fromEntries(
    Object.entries(typed(rest)).map(([key, value]) => [key, placedInside(key, value, name, components)]),
  )
  if (title === undefined && !isObject(rest)) return simple(inside)
  if (name === null || name.startsWith("?")) components.faults.add(`an object without a name: ${name}`)
  return component(String(name), inside, components)
}

function placedInside(key: string, value: unknown, name: string | null, components: Components): unknown {
  if (key === "properties")
    return Object.fromEntries(
      Object.entries(jsonOf(value)).map(([property, schema]) => [
        property,
        placed(schema, name && name + capital(property), components),
      ]),
    )
  if (key === "items") return placed(value, name && one(name), components)
  if (key === "anyOf") return listOf(value).map((option) => placed(option, name, components))
  return value
}

/** What is referred to says itself what it is; only a default or words of its own stay beside it. */
function component(name: string, schema: Json, components: Components): Json {
  const known = components.schemas[name]
  if (known !== undefined && JSON.stringify(known) !== JSON.stringify(schema))
    components.faults.add(`two different schemas are called ${name}`)
  components.schemas[name] = schema
  return { $ref: `#/components/schemas/${name}` }
}

const isObject = (schema: Json) => schema.type === "object" && "properties" in schema

/** A choice of words is a text, which generators ask for and the schema compiler does not. */
function typed(schema: Json): Json {
  const isText = listOf(schema.enum).length > 0 && listOf(schema.enum).every((one) => typeof one === "string")
  return isText && !("type" in schema) ? { type: "string", ...schema } : schema
}

/** "A text or null" in one line instead of six. */
function simple(schema: Json): Json {
  const { anyOf, ...rest } = schema
  const [first, second, ...others] = listOf(anyOf).map(jsonOf)
  const isNullable = others.length === 0 && second?.type === "null" && Object.keys(second).length === 1
  if (!isNullable || typeof first?.type !== "string" || "enum" in first || "const" in first) return schema
  return { ...first, ...rest, type: [first.type, "null"] }
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)
const one = (name: string) => name.replace(/ies$/, "y").replace(/(?<!s)s$/, "")
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
const jsonOf = (value: unknown): Json => (isJson(value) ? value : {})
