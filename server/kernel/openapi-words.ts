import { isJson, type Json } from "./openapi-components.ts"

/**
 * What a field means, what it says with null, and an example: by its name (`title`), by the component's and its own
 * (`Question.title`) where it means something else there, by its place (`query after`) for a parameter.
 */
export type Words = Record<string, readonly [about: string, withNull?: string, example?: unknown]>

/** Describes every field of every component. Rights need no words of their own: their names say what may be done. */
export function describeFields(schemas: Json, words: Words): void {
  for (const [name, schema] of Object.entries(schemas)) {
    if (!isJson(schema)) continue
    if (!isJson(schema.properties)) schemas[name] = { ...schema, ...wordsOf(schema, words[name]) }
    else
      schema.properties = Object.fromEntries(
        Object.entries(schema.properties).map(([field, property]) => [
          field,
          {
            ...Object(property),
            ...wordsOf(Object(property), rightOf(name, field) ?? find(words, name, field)),
          },
        ]),
      )
  }
}

/**
 * OpenAPI has the words of a parameter beside its schema, not in it. An id is that of what the path names before it;
 * where that says something else, it has words of its own (`path structure/id`).
 */
export function describeParameters(operation: Json, words: Words, path: string): void {
  for (const parameter of Array.isArray(operation.parameters) ? operation.parameters : []) {
    const before = path.split(`/{${parameter.name}}`)[0]?.split("/").at(-1) ?? ""
    const found = words[`path ${before}/${parameter.name}`] ?? words[`${parameter.in} ${parameter.name}`]
    const { description, examples } = wordsOf(
      parameter.schema,
      found ?? (parameter.in === "path" ? idOf(before) : undefined),
    )
    if (description) parameter.description = description
    if (examples) parameter.example = examples[0]
  }
}

const idOf = (before: string): Words[string] | undefined =>
  before ? [`Which ${nameOfOne(before)}, by its id`] : undefined

const find = (words: Words, component: string, field: string) =>
  words[`${component}.${field}`] ?? words[field]

const rightOf = (component: string, field: string): Words[string] | undefined =>
  component.endsWith("Can")
    ? [`Whether it may be done: ${field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)}`]
    : undefined

function wordsOf(
  schema: Json,
  words: Words[string] | undefined,
): { description?: string; examples?: unknown[] } {
  if (!words) return {}
  const [about, withNull, example] = words
  const description = isNullable(schema) && withNull ? `${about}. Null: ${withNull}` : about
  const shown = exampleFor(schema, example)
  return { description, ...(shown !== undefined && { examples: [shown] }) }
}

/** A list shows a list of it; a choice and what refers to a component need none. */
function exampleFor(schema: Json, example: unknown): unknown {
  const type = [schema.type].flat()[0]
  const isShown = "enum" in schema ? false : type === jsonTypeOf(example) || type === "integer"
  if (
    type === "array" &&
    isJson(schema.items) &&
    schema.items.type === jsonTypeOf(example) &&
    !("enum" in schema.items)
  )
    return [example]
  return isShown && jsonTypeOf(example) === (type === "integer" ? "number" : type) ? example : undefined
}

const jsonTypeOf = (value: unknown) => (value === null ? "null" : typeof value)

const isNullable = ({ type, anyOf }: Json) =>
  [type].flat().includes("null") ||
  (Array.isArray(anyOf) && anyOf.some((option) => Object(option).type === "null"))

/** `cohort-steps` are several of a "cohort step". */
const nameOfOne = (segment: string) =>
  segment === "people"
    ? "person"
    : segment
        .replaceAll("-", " ")
        .replace(/ies$/, "y")
        .replace(/(ss)es$|s$/, "$1")
