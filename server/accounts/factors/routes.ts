import { apiOf } from "../../kernel/api.ts"
import type { App } from "../../kernel/http.ts"
import { Nothing } from "../../kernel/schemas.ts"
import type { AccountParts } from "../parts.ts"
import { originOf } from "../sign-in/opening.ts"
import { takeFactors } from "./actions.ts"
import { demandFactors } from "./demand.ts"
import { finishByCode } from "./entering.ts"
import { pendingCookieName } from "./pending.ts"
import { FactorDemand, SignInCode } from "./schema.ts"

/** Setting factors up and answering by a passkey is for browsers: there are pages for it. */
export async function factorRoutes(app: App, parts: AccountParts): Promise<void> {
  const { config, db, providerKeys, sessions } = parts
  const api = apiOf(app)
  app.post(
    "/api/sign-in/code",
    {
      config: { access: "public", limitsItself: true },
      schema: {
        summary: "Go on with a sign-in whose password was right, with a code of an app or a recovery code",
        body: SignInCode,
        response: { 204: Nothing },
      },
    },
    async (request, reply) => {
      const token = request.cookies[pendingCookieName(config.secure)]
      const { cookies } = await finishByCode(parts, token, request.body, originOf(request, sessions))
      return reply.code(204).header("set-cookie", cookies).send(null)
    },
  )
  api.change(
    "DELETE /api/people/:id/factors",
    "Take a person's second factors away, because they were lost",
    null,
    ({ actor, params }) => takeFactors(db, actor, params.id),
    { access: ["admin"] },
  )
  api.change(
    "PUT /api/settings/second-factor",
    "Choose whose roles demand a second factor",
    FactorDemand,
    ({ actor, body }) => demandFactors(db, providerKeys, actor, body.roles),
    { access: ["admin"] },
  )
}
