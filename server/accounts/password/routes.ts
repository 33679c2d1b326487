import { apiOf } from "../../kernel/api.ts"
import type { App } from "../../kernel/http.ts"
import { Nothing } from "../../kernel/schemas.ts"
import { refusal } from "../codes.ts"
import { answerEntered, enter } from "../factors/entering.ts"
import type { AccountParts } from "../parts.ts"
import { originOf, renewMark } from "../sign-in/opening.ts"
import { askForLink, changePassword, setPassword } from "./actions.ts"
import { findLink } from "./links.ts"
import { ByToken, ForgottenPassword, LinkView, PasswordByLink, PasswordBySelf } from "./schema.ts"

export async function passwordRoutes(app: App, parts: AccountParts): Promise<void> {
  const api = apiOf(app)
  const { db, sessions } = parts
  app.post(
    "/api/password/change",
    {
      config: { access: "signed-in" },
      schema: { summary: "Change the own password", body: PasswordBySelf, response: { 204: Nothing } },
    },
    async (request, reply) => {
      await changePassword(db, request.actor, request.body)
      return reply
        .header("set-cookie", await renewMark(request, sessions))
        .code(204)
        .send(null)
    },
  )

  app.post(
    "/api/password/forgotten",
    {
      config: { access: "public", limitsItself: true },
      schema: {
        summary: "Ask for a link by e-mail to set a new password",
        body: ForgottenPassword,
        response: { 202: Nothing },
      },
    },
    async (request, reply) => {
      await askForLink(parts, request.body, originOf(request, sessions))
      return reply.code(202).send(null)
    },
  )

  api.read(
    "/api/password/links/:token",
    "Check a one-time link",
    LinkView,
    async ({ params }) => {
      const link = await findLink(db, params.token)
      if (!link) throw refusal(404, "password.link-invalid")
      return link
    },
    { access: "public", params: ByToken },
  )

  /** Signs in as well: see `setPassword`. */
  app.post(
    "/api/password/set",
    {
      config: { access: "public", limitsItself: true },
      schema: {
        summary: "Set a password by a one-time link",
        body: PasswordByLink,
        response: { 204: Nothing },
      },
    },
    async (request, reply) => {
      const person = await setPassword(db, request.body)
      return answerEntered(reply, await enter(parts, person, originOf(request, sessions)))
    },
  )
}
