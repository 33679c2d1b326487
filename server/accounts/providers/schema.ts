import { type Static, Type } from "typebox"
import { ROLES } from "../../kernel/actor.ts"
import { Choice, Closed, Day, Id, Instant, Line, Nullable, Text } from "../../kernel/schemas.ts"
import { LOCAL_SIGN_INS } from "../tables.ts"
import { COMPARISONS } from "./tables.ts"

const Slug = Type.String({ minLength: 2, maxLength: 30, pattern: "^[a-z][a-z0-9-]*[a-z0-9]$" })
export const BySlug = Closed({ slug: Type.String({ maxLength: 30 }) })

const fields = {
  name: Line(60),
  issuer: Type.String({ minLength: 8, maxLength: 300, pattern: "^https?://[^\\s?#]+$" }),
  clientId: Line(200),
  /** Space-separated, as the provider knows them. */
  scopes: Line(200),
  enabled: Type.Boolean(),
  createsAccounts: Type.Boolean(),
  onlyMatched: Type.Boolean(),
  linksByEmail: Type.Boolean(),
  trustsEmail: Type.Boolean(),
  endsThere: Type.Boolean(),
  recheckMinutes: Nullable(Type.Integer({ minimum: 5, maximum: 1440 })),
}
/** Left out, or empty: it stays as it is. */
const secret = Type.Optional(Type.String({ maxLength: 500 }))

export const NewProvider = Closed("NewSignInProvider", { slug: Slug, ...fields, secret })
export type NewProvider = Static<typeof NewProvider>

export const ProviderChange = Closed("SignInProviderChange", {
  version: Type.Integer({ minimum: 1 }),
  ...fields,
  secret,
})
export type ProviderChange = Static<typeof ProviderChange>

const shown = {
  id: Id,
  slug: Type.String(),
  name: Type.String(),
  issuer: Type.String(),
  clientId: Type.String(),
  scopes: Type.String(),
  enabled: Type.Boolean(),
  createsAccounts: Type.Boolean(),
  onlyMatched: Type.Boolean(),
  linksByEmail: Type.Boolean(),
  trustsEmail: Type.Boolean(),
  endsThere: Type.Boolean(),
  recheckMinutes: Nullable(Type.Integer()),
  version: Type.Integer(),
  unreachableSince: Nullable(Instant),
  /** Where the client's secret is; never the secret itself. */
  secret: Choice(["environment", "stored", "none", "lost"], "SecretSource"),
  /** A key is configured that secrets can be sealed with. */
  canKeepSecret: Type.Boolean(),
}

const ruleFields = {
  claim: Line(120),
  comparison: Choice(COMPARISONS, "Comparison"),
  value: Line(300),
  role: Nullable(Choice(ROLES, "Role")),
  departmentId: Nullable(Id),
}
export const NewRule = Closed("NewSignInRule", ruleFields)
export type NewRule = Static<typeof NewRule>

export const RuleChange = Closed("SignInRuleChange", { version: Type.Integer({ minimum: 1 }), ...ruleFields })
export type RuleChange = Static<typeof RuleChange>

export const RuleView = Closed("SignInRule", {
  id: Id,
  providerId: Id,
  claim: Type.String(),
  comparison: Choice(COMPARISONS, "Comparison"),
  value: Type.String(),
  role: Nullable(Choice(ROLES, "Role")),
  departmentId: Nullable(Id),
  version: Type.Integer(),
})
export type RuleView = Static<typeof RuleView>

export const ProviderView = Closed("SignInProvider", shown)
export type ProviderView = Static<typeof ProviderView>
export const ProviderWithRules = Closed("SignInProviderWithRules", { ...shown, rules: Type.Array(RuleView) })

export const OfferedProviderView = Closed("OfferedSignInProvider", {
  slug: Type.String(),
  name: Type.String(),
  reachable: Type.Boolean(),
})
export type OfferedProviderView = Static<typeof OfferedProviderView>

/** What the provider would state about somebody, as JSON. */
export const TriedClaims = Closed("TriedClaims", { claims: Text(20_000) })
export type TriedClaims = Static<typeof TriedClaims>

export const GrantedView = Closed("GrantedByRules", {
  admitted: Type.Boolean(),
  roles: Type.Array(Choice(ROLES, "Role")),
  departmentIds: Type.Array(Id),
  ruleIds: Type.Array(Id),
})
export type GrantedView = Static<typeof GrantedView>

export const IdentityView = Closed("SignInIdentity", {
  providerId: Id,
  slug: Type.String(),
  name: Type.String(),
  linkedOn: Nullable(Day),
  hasPassword: Type.Boolean(),
})
export type IdentityView = Static<typeof IdentityView>

export const LocalSignInChange = Closed("LocalSignInChange", {
  localSignIn: Choice(LOCAL_SIGN_INS, "LocalSignIn"),
})
