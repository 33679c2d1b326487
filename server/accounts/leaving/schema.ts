import { type Static, Type } from "typebox"
import { Choice, Closed, Day, Nullable } from "../../kernel/schemas.ts"
import { FATES } from "./tables.ts"

const choices = {
  posts: Choice(FATES, "Fate"),
  certificates: Choice(FATES, "Fate"),
  /** The address of whoever leaves, typed once more. */
  address: Type.String({ maxLength: 254 }),
}

/** By the person, for a day in two weeks. */
export const OwnLeaving = Closed("OwnLeaving", choices)
export type OwnLeaving = Static<typeof OwnLeaving>

/** By an administrator, for any day from today on. */
export const OrderedLeaving = Closed("OrderedLeaving", { ...choices, dueOn: Day })
export type OrderedLeaving = Static<typeof OrderedLeaving>

export const PersonLeaving = Closed("PersonLeaving", {
  leaving: Nullable(
    Closed("LeavingOfPerson", {
      posts: Choice(FATES, "Fate"),
      certificates: Choice(FATES, "Fate"),
      dueOn: Day,
      bySelf: Type.Boolean(),
      begun: Type.Boolean(),
    }),
  ),
})
export type PersonLeaving = Static<typeof PersonLeaving>
