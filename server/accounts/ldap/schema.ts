import { type Static, Type } from "typebox"
import { Closed, Line, Nullable, Text } from "../../kernel/schemas.ts"

/** As servers name attributes; options after a semicolon are theirs. */
const Attribute = Type.String({ minLength: 1, maxLength: 60, pattern: "^[A-Za-z][A-Za-z0-9-]*$" })

const fields = {
  name: Line(80),
  address: Type.String({ minLength: 8, maxLength: 300, pattern: "^ldaps?://[^\\s/?#@]+/?$" }),
  startsTls: Type.Boolean(),
  authority: Nullable(Text(20_000)),
  bindName: Line(500),
  /** Left out, or empty: it stays as it is. */
  secret: Type.Optional(Type.String({ maxLength: 500 })),
  base: Line(500),
  personFilter: Line(1000),
  groupBase: Nullable(Line(500)),
  groupFilter: Line(1000),
  idAttribute: Attribute,
  nameAttribute: Attribute,
  mailAttribute: Attribute,
  enabled: Type.Boolean(),
  onlyMatched: Type.Boolean(),
  signsIn: Type.Boolean(),
  /** Whoever is new gets an invitation; not where people sign in with the directory's password. */
  invites: Type.Boolean(),
}

export const NewLdapDirectory = Closed(fields)
export type NewLdapDirectory = Static<typeof NewLdapDirectory>

export const LdapDirectoryChange = Closed({ version: Type.Integer({ minimum: 1 }), ...fields })
export type LdapDirectoryChange = Static<typeof LdapDirectoryChange>

/** What is taken over, and that more people may be deactivated by it than usual. */
export const TakenOver = Closed({ anyway: Type.Boolean() })
