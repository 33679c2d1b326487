import { type Static, Type } from "typebox"
import { Choice, Closed, Day, Id, Named, Nullable } from "../../kernel/schemas.ts"
import { ADOPTION_MEASURES } from "../tables.ts"

export const AdoptionQuery = Closed({
  from: Type.Optional(Day),
  to: Type.Optional(Day),
  department: Type.Optional(Id),
})
export type AdoptionQuery = Static<typeof AdoptionQuery>

/** A number about five people at least. Two of the same measure share no week of a category. */
export const AdoptionCell = Closed("AdoptionCell", {
  measure: Choice(ADOPTION_MEASURES, "AdoptionMeasure"),
  firstWeek: Day,
  lastWeek: Day,
  /** One, or several that could not be told of by themselves. */
  categories: Type.Array(Named),
  total: Type.Integer(),
  official: Nullable(Type.Integer()),
  medianDays: Nullable(Type.Integer()),
})
export type AdoptionCell = Static<typeof AdoptionCell>
