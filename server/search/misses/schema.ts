import { type Static, Type } from "typebox"
import { Choice, Closed, Day, DayCursor, Id, Nullable, PageOf } from "../../kernel/schemas.ts"

/** What was searched for and not found. How often, and by whom, is said nowhere. */
export const MissView = Closed("Miss", {
  id: Id,
  words: Type.String(),
  /** The one that was searched in; null: everything. */
  category: Nullable(
    Closed({ id: Id, name: Type.String(), kind: Choice(["questions", "best-practices"], "CategoryKind") }),
  ),
  /** The day on which the fifth person searched for it. */
  since: Day,
})
export type MissView = Static<typeof MissView>
export const MissPage = PageOf(MissView)
export const MissQuery = Closed({ after: Type.Optional(DayCursor) })
