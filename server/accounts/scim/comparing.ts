import { and, not, or, type SQL, type SQLWrapper, sql } from "drizzle-orm"
import { ScimFault } from "./faults.ts"
import type { Filter } from "./filter.ts"

type Test = Extract<Filter, { kind: "test" }>

/** What a path of a filter is compared with in the database. */
export type Attribute =
  | { kind: "text"; of: SQLWrapper /** By an index, where there is one. */; equals?: (value: string) => SQL }
  | { kind: "truth"; of: SQLWrapper }

/** A condition of a statement; capitals make no difference, whatever the schema says of the attribute. */
export function conditionOf(filter: Filter, attributes: Record<string, Attribute>): SQL {
  if (filter.kind === "not") return not(conditionOf(filter.of, attributes))
  if (filter.kind === "and" || filter.kind === "or") {
    const parts = filter.of.map((one) => conditionOf(one, attributes))
    return (filter.kind === "and" ? and(...parts) : or(...parts)) ?? sql`true`
  }
  const attribute = Object.hasOwn(attributes, filter.path) ? attributes[filter.path] : undefined
  if (!attribute)
    throw new ScimFault(400, "invalidFilter", `"${filter.path.slice(0, 80)}" cannot be filtered by.`)
  if (filter.kind === "present") return sql`(${attribute.of} is not null)`
  return attribute.kind === "truth" ? truth(filter, attribute.of) : text(filter, attribute)
}

function truth({ operator, value }: Test, of: SQLWrapper): SQL {
  const wanted = truthIn(value)
  if (wanted === null || (operator !== "eq" && operator !== "ne"))
    throw new ScimFault(400, "invalidFilter", "A truth value is compared by eq and ne.")
  return sql`(${of} = ${operator === "eq" ? wanted : !wanted})`
}

function text({ operator, value }: Test, { of, equals }: Extract<Attribute, { kind: "text" }>): SQL {
  if (value === null) return operator === "ne" ? sql`(${of} is not null)` : sql`(${of} is null)`
  const wanted = String(value)
  const here = sql`lower(${of})`
  const there = sql`lower(${wanted}::text)`
  switch (operator) {
    case "eq":
      return equals?.(wanted) ?? sql`(${here} = ${there})`
    case "ne":
      return sql`(${here} is distinct from ${there})`
    case "co":
      return sql`(strpos(${here}, ${there}) > 0)`
    case "sw":
      return sql`starts_with(${here}, ${there})`
    case "ew":
      return sql`(right(${here}, length(${there})) = ${there})`
  }
}

/** The same for a value at hand, such as the one address or the members of a group. */
export function matches(filter: Filter, value: Record<string, string | boolean>): boolean {
  if (filter.kind === "not") return !matches(filter.of, value)
  if (filter.kind === "and") return filter.of.every((one) => matches(one, value))
  if (filter.kind === "or") return filter.of.some((one) => matches(one, value))
  const here = Object.hasOwn(value, filter.path) ? value[filter.path] : undefined
  if (filter.kind === "present") return here !== undefined
  const own = String(here ?? "").toLowerCase()
  const wanted = String(filter.value).toLowerCase()
  const compared = { eq: own === wanted, ne: own !== wanted, co: own.includes(wanted) }
  if (filter.operator === "sw") return own.startsWith(wanted)
  return filter.operator === "ew" ? own.endsWith(wanted) : compared[filter.operator]
}

/** Entra ID sends truth values as text, with a capital; null for what is none. */
export function truthIn(value: unknown): boolean | null {
  if (typeof value === "boolean") return value
  if (typeof value !== "string") return null
  const word = value.toLowerCase()
  return word === "true" ? true : word === "false" ? false : null
}
