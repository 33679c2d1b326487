import { type Static, Type } from "typebox"
import { Choice, Closed, Day, Id, Line, Nullable } from "../../kernel/schemas.ts"
import { DIRECTORY_SCOPES } from "../tables.ts"

const Scope = Choice(DIRECTORY_SCOPES, "DirectoryScope")

export const NewDirectory = Closed("NewDirectory", {
  name: Line(80),
  /** Whoever it brings gets an invitation to set a password. */
  invites: Type.Boolean(),
})
export type NewDirectory = Static<typeof NewDirectory>

export const NewDirectoryToken = Closed("NewDirectoryToken", {
  scope: Scope,
  /** The last day on which it is good, two years from now at most. */
  expiresOn: Day,
})
export type NewDirectoryToken = Static<typeof NewDirectoryToken>

/** The token itself is told this once; what is kept is its hash. */
export const IssuedToken = Closed("IssuedToken", { id: Id, token: Type.String() })

export const DirectoryView = Closed("Directory", {
  id: Id,
  name: Type.String(),
  invites: Type.Boolean(),
  tokens: Type.Array(
    Closed("DirectoryToken", {
      id: Id,
      scope: Scope,
      createdOn: Day,
      expiresOn: Day,
      /** The day of its last use; nothing tells the hour. */
      usedOn: Nullable(Day),
    }),
  ),
})
export type DirectoryView = Static<typeof DirectoryView>

export const ByToken = Closed({ id: Id, tokenId: Id })
