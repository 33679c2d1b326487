import { type Static, Type } from "typebox"
import { Closed, UUID } from "../../kernel/schemas.ts"
import { ScimFault } from "./faults.ts"
import { type Filter, parseFilter } from "./filter.ts"

const MOST = 200
const USUAL = 100

/** Other parameters, such as those for sorting, change nothing: we say that we do not support them. */
export const ListQuery = Type.Record(Type.String(), Type.Unknown())
const LIST = "urn:ietf:params:scim:api:messages:2.0:ListResponse"

export type Listing = { filter: Filter | null; startIndex: number; count: number; shape: Shape }

/** Whole numbers below the least are the least, after RFC 7644, 3.4.2.4. */
export function listingOf(query: Static<typeof ListQuery>): Listing {
  const filter = textOf(query.filter)
  if (filter.length > LONGEST_FILTER) throw new ScimFault(400, "invalidFilter", "The filter is too long.")
  return {
    filter: filter === "" ? null : parseFilter(filter),
    startIndex: Math.max(numberOf(query.startIndex, 1), 1),
    count: Math.min(Math.max(numberOf(query.count, USUAL), 0), MOST),
    shape: shapeOf(query),
  }
}
const LONGEST_FILTER = 4000
const HIGHEST = 1_000_000_000

function numberOf(value: unknown, otherwise: number): number {
  const number = Number.parseInt(textOf(value), 10)
  return Number.isFinite(number) ? Math.min(number, HIGHEST) : otherwise
}

const textOf = (value: unknown) => String([value ?? ""].flat()[0] ?? "").trim()

/** Which attributes a client wants, by their names at the top, in lower case. */
export type Shape = { only: Set<string> | null; without: Set<string> }

export function shapeOf(query: Static<typeof ListQuery>): Shape {
  const only = namesIn(query.attributes)
  return { only: only.size > 0 ? only : null, without: namesIn(query.excludedAttributes) }
}

const namesIn = (value: unknown) =>
  new Set(
    textOf(value)
      .split(",")
      .map(
        (name) =>
          name
            .trim()
            .replace(/^urn:.*:/i, "")
            .split(/[.[]/)[0]
            ?.toLowerCase() ?? "",
      )
      .filter((name) => name !== ""),
  )

export const wants = ({ only, without }: Shape, attribute: string): boolean =>
  !without.has(attribute.toLowerCase()) && (only === null || only.has(attribute.toLowerCase()))

const ALWAYS = ["schemas", "id"]

export const shaped = (resource: object, shape: Shape): object =>
  Object.fromEntries(Object.entries(resource).filter(([key]) => ALWAYS.includes(key) || wants(shape, key)))

export const listOf = (totalResults: number, { startIndex }: Listing, resources: object[]) => ({
  schemas: [LIST],
  totalResults,
  startIndex,
  itemsPerPage: resources.length,
  Resources: resources,
})

export const ById = Closed({ id: Type.String({ maxLength: 200 }) })

const IS_ID = new RegExp(`^${UUID}$`)
/** What cannot be an id of ours is nobody's, and no fault of the database. */
export const isId = (text: string): boolean => IS_ID.test(text)
