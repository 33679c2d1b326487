import { type Static, Type } from "typebox"
import { Choice, Closed, Day, Id, Line, Nullable } from "../../kernel/schemas.ts"
import { TOKEN_SCOPES } from "./tables.ts"

const Scopes = Type.Array(Choice(TOKEN_SCOPES, "ApiTokenScope"), {
  minItems: 1,
  maxItems: TOKEN_SCOPES.length,
  uniqueItems: true,
})

export const NewApiToken = Closed("NewApiToken", {
  /** What it is for. */
  name: Line(80),
  scopes: Scopes,
  /** The last day on which it is good, a year from now at most. */
  expiresOn: Day,
})
export type NewApiToken = Static<typeof NewApiToken>

export const ApiTokenView = Closed("ApiToken", {
  id: Id,
  name: Type.String(),
  scopes: Scopes,
  createdOn: Day,
  expiresOn: Day,
  usedOn: Nullable(Day),
})
export type ApiTokenView = Static<typeof ApiTokenView>
