import { Type } from "typebox"
import { apiOf } from "../../kernel/api.ts"
import type { App } from "../../kernel/http.ts"
import { Closed, Nothing } from "../../kernel/schemas.ts"
import type { AccountParts } from "../parts.ts"
import {
  addRule,
  createProvider,
  editProvider,
  editRule,
  removeRule,
  tryRules,
  unlinkIdentity,
} from "./actions.ts"
import { secretsOf } from "./begin.ts"
import { changeLocalSignIn } from "./local.ts"
import { takeLogout } from "./logout.ts"
import {
  findProvider,
  findProviderById,
  listIdentities,
  listOfferedProviders,
  listProviders,
} from "./queries.ts"
import {
  BySlug,
  GrantedView,
  IdentityView,
  LocalSignInChange,
  NewProvider,
  NewRule,
  OfferedProviderView,
  ProviderChange,
  ProviderView,
  ProviderWithRules,
  RuleChange,
  TriedClaims,
} from "./schema.ts"

const access = ["admin"] as const

export async function providerRoutes(app: App, parts: AccountParts): Promise<void> {
  const { db } = parts
  const api = apiOf(app)
  const secrets = secretsOf(parts)
  api.list(
    "/api/sign-in/providers",
    "List the sign-in services that are offered",
    OfferedProviderView,
    () => listOfferedProviders(db),
    { access: "public" },
  )
  api.list("/api/providers", "List sign-in services", ProviderView, () => listProviders(db, secrets), {
    access,
  })
  api.make(
    "/api/providers",
    "Add a sign-in service",
    NewProvider,
    ({ actor, body }) => createProvider(db, secrets, actor, body),
    { access },
  )
  api.read(
    "/api/providers/:id",
    "Read a sign-in service and its rules",
    ProviderWithRules,
    ({ params }) => findProvider(db, secrets, params.id),
    { access },
  )
  api.change(
    "PUT /api/providers/:id",
    "Change a sign-in service",
    ProviderChange,
    ({ actor, params, body }) => editProvider(db, secrets, actor, params.id, body),
    { access },
  )
  ruleRoutes(app, parts)
  api.change(
    "PUT /api/settings/local-sign-in",
    "Choose who may sign in with a password",
    LocalSignInChange,
    ({ actor, body }) => changeLocalSignIn(db, actor, body.localSignIn),
    { access },
  )
  api.list("/api/identities", "List the own accounts at sign-in services", IdentityView, ({ actor }) =>
    listIdentities(db, actor.id),
  )
  api.change(
    "DELETE /api/identities/:id",
    "Unlink the own account at a sign-in service",
    null,
    ({ actor, params }) => unlinkIdentity(db, actor, params.id),
  )
  logoutRoute(app, parts)
}

function ruleRoutes(app: App, { db }: AccountParts): void {
  const api = apiOf(app)
  api.make(
    "/api/providers/:id/rules",
    "Add a rule to a sign-in service",
    NewRule,
    ({ actor, params, body }) => addRule(db, actor, params.id, body),
    { access },
  )
  api.change(
    "PUT /api/provider-rules/:id",
    "Change a rule",
    RuleChange,
    ({ actor, params, body }) => editRule(db, actor, params.id, body),
    { access },
  )
  api.change(
    "DELETE /api/provider-rules/:id",
    "Remove a rule",
    null,
    ({ actor, params }) => removeRule(db, actor, params.id),
    { access },
  )
  api.change(
    "POST /api/providers/:id/try",
    "See what somebody would get by the rules",
    TriedClaims,
    async ({ actor, params, body }) =>
      tryRules(db, actor, await findProviderById(db, params.id), body.claims),
    { access, answer: GrantedView },
  )
}

/** Sent by the provider's server: the signature of the token is the right to it. */
function logoutRoute(app: App, parts: AccountParts): void {
  app.post(
    "/api/sign-in/providers/:slug/logout",
    {
      config: { access: "public", fromOutside: true, limitsItself: true, anonymous: true },
      schema: {
        summary: "Sign out whoever has signed out at the sign-in service (back-channel logout)",
        params: BySlug,
        body: Closed("LogoutToken", { logout_token: Type.String({ minLength: 1, maxLength: 20_000 }) }),
        response: { 200: Nothing },
      },
      // Whatever else a provider sends along is to be ignored (RFC 6749, 3.2).
      preValidation: async (request) => {
        const { logout_token } = Object(request.body)
        request.body = { logout_token: typeof logout_token === "string" ? logout_token : "" }
      },
    },
    async (request, reply) => {
      await takeLogout(parts, request.params.slug, request.body.logout_token, request.sender)
      return reply.code(200).send(null)
    },
  )
}
