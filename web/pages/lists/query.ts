import { type TSchema, Type } from "typebox"

/** A field of a filter form: a form sends what was not chosen as an empty text. */
export const Chosen = <T extends TSchema>(schema: T) => Type.Optional(Type.Union([schema, Type.Literal("")]))

/** Every page may be reached with a hint about what was just done. */
export const Hint = Type.Optional(Type.String({ maxLength: 40 }))

/** A path with those parameters that say something. */
export function pathWith(path: string, parameters: Record<string, string | null | undefined>): string {
  const filled = Object.entries(parameters).filter((entry): entry is [string, string] => !!entry[1])
  return filled.length === 0 ? path : `${path}?${new URLSearchParams(filled)}`
}
