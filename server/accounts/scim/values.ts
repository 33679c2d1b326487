import { Type } from "typebox"
import type { Locale } from "../../kernel/actor.ts"
import { truthIn } from "./comparing.ts"
import { invalidValue, ScimFault } from "./faults.ts"
import { type Path, parsePath } from "./filter.ts"

/** What clients send; each reads of it what it knows. */
export const Body = Type.Record(Type.String(), Type.Unknown())
export type Body = Record<string, unknown>

/** One change: of a whole resource or of an operation. `null` takes away. */
export type Assignment = { op: "add" | "replace" | "remove"; path: Path; value: unknown }

/** A resource that is sent whole replaces attribute by attribute; what it does not name stays. */
export const assignmentsOf = (body: Body): Assignment[] =>
  Object.entries(body).flatMap(([key, value]) => assignment("replace", key, value))

const MOST_OPERATIONS = 1000

/**
 * The operations of a PATCH, as the four clients that we know send them: with capitals (`"Replace"`), without a path and
 * with paths as keys of the value, with JSON within text.
 */
export function operationsIn(body: Body): Assignment[] {
  const operations = body.Operations ?? body.operations
  if (!Array.isArray(operations) || operations.length === 0 || operations.length > MOST_OPERATIONS)
    throw new ScimFault(400, "invalidSyntax", `"Operations" must be a list of 1 to ${MOST_OPERATIONS}.`)
  return operations.flatMap(readOperation)
}

function readOperation(operation: unknown): Assignment[] {
  if (!isObject(operation)) throw new ScimFault(400, "invalidSyntax", "An operation must be an object.")
  const op = String(operation.op ?? "").toLowerCase()
  if (op !== "add" && op !== "replace" && op !== "remove")
    throw new ScimFault(400, "invalidSyntax", `The operation "${op.slice(0, 40)}" is unknown.`)
  const { path } = operation
  const value = unwrapped(operation.value)
  if (typeof path === "string" && path.trim() !== "") return assignment(op, path, value)
  if (op === "remove") throw new ScimFault(400, "noTarget", "What is to be removed needs a path.")
  if (!isObject(value)) throw invalidValue("Without a path the value must be an object.")
  return Object.entries(value).flatMap(([key, one]) => assignment(op, key, one))
}

function assignment(op: Assignment["op"], key: string, value: unknown): Assignment[] {
  const path = parsePath(key)
  return path === "extension" ? [] : [{ op, path, value: unwrapped(value) }]
}

/** Older versions of the SCIM SDK that Keycloak's plug-ins use put objects into text. */
function unwrapped(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unwrapped)
  if (typeof value !== "string" || !/^\s*\{.*\}\s*$/s.test(value)) return value
  try {
    return JSON.parse(value)
  } catch {
    return value
  }
}

export const isObject = (value: unknown): value is Body =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/** A value of text, or null where it is taken away. */
export function textIn({ op, path, value }: Assignment): string | null {
  if (op === "remove" || value === null || value === undefined || value === "") return null
  if (typeof value === "string") return value.trim() || null
  if (typeof value === "number") return String(value)
  throw invalidValue(`"${path.attribute}" must be text.`)
}

export function truthOf({ path, value }: Assignment): boolean {
  const truth = truthIn(value)
  if (truth === null) throw invalidValue(`"${path.attribute}" must be true or false.`)
  return truth
}

/** `en-US` and `en` are English here; what is neither English nor German leaves the language as it is. */
export function localeIn(text: string | null): Locale | undefined {
  const [, language] = /^(de|en)\b/i.exec(text ?? "") ?? []
  return language ? (language.toLowerCase() as Locale) : undefined
}
