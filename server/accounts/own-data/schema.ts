import { type Static, Type } from "typebox"
import { Choice, Closed, Instant, Nullable } from "../../kernel/schemas.ts"

/** How far the archive of one's own data is. */
export const OwnDataView = Closed("OwnData", {
  state: Choice(["none", "making", "ready"], "OwnDataState"),
  done: Type.Integer(),
  total: Type.Integer(),
  bytes: Type.Integer(),
  expiresAt: Nullable(Instant),
})
export type OwnDataView = Static<typeof OwnDataView>
