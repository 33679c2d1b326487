import { Type } from "typebox"
import { Closed } from "../../kernel/schemas.ts"

/** What was typed of a name; nothing finds nobody. */
export const TypedName = Closed({ name: Type.String({ maxLength: 60, default: "" }) })

/** Somebody who may be named. */
export const Nameable = Closed("Nameable", {
  name: Type.String(),
  departments: Type.Array(Type.String()),
  /** What is written behind the sign, so that nobody else is meant. */
  mention: Type.String(),
})
