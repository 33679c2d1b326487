import { apiOf } from "../../kernel/api.ts"
import { notFound } from "../../kernel/errors.ts"
import type { App } from "../../kernel/http.ts"
import { ById, ListOf, Nothing } from "../../kernel/schemas.ts"
import { answerEntered } from "../factors/entering.ts"
import type { AccountParts } from "../parts.ts"
import { endSession, endSessions, listSessions } from "../sessions.ts"
import { signIn } from "./actions.ts"
import { originOf, renewMark } from "./opening.ts"
import { SessionsQuery, SessionView, SignIn, TrialPersonView, TrialSignIn } from "./schema.ts"
import { listTrialPeople, signInAs } from "./trial.ts"

export async function signInRoutes(app: App, parts: AccountParts): Promise<void> {
  const { sessions } = parts
  app.post(
    "/api/sign-in",
    {
      config: { access: "public", limitsItself: true },
      schema: { summary: "Sign in", body: SignIn, response: { 204: Nothing } },
    },
    async (request, reply) => {
      const entered = await signIn(parts, request.body, originOf(request, sessions))
      return answerEntered(reply, entered)
    },
  )

  app.post(
    "/api/sign-out",
    { config: { access: "signed-in" }, schema: { summary: "Sign out", response: { 204: Nothing } } },
    async (request, reply) => {
      const cookie = await sessions.signOut(request.cookies[sessions.cookieName] ?? "")
      return reply.code(204).header("set-cookie", cookie).send(null)
    },
  )

  sessionRoutes(app, parts)
  trialRoutes(app, parts)
}

/** A person's own sessions, and nobody else's. */
function sessionRoutes(app: App, { db, sessions }: AccountParts): void {
  const api = apiOf(app)
  api.read("/api/sessions", "List sessions", ListOf(SessionView), async ({ actor }) => {
    const own = await listSessions(db, actor.id)
    const items = own.map(({ id, device, signedInOn, expiresAt }) => {
      return { id, device, signedInOn, expiresAt: expiresAt.toISOString(), current: id === actor.sessionId }
    })
    return { items }
  })

  app.delete(
    "/api/sessions/:id",
    {
      config: { access: "signed-in" },
      schema: { summary: "End a session", params: ById, response: { 204: Nothing } },
    },
    async (request, reply) => {
      const { actor, params } = request
      if (!(await endSession(db, actor.id, params.id))) throw notFound()
      if (params.id === actor.sessionId) reply.header("set-cookie", sessions.blankCookie())
      return reply.code(204).send(null)
    },
  )

  app.delete(
    "/api/sessions",
    {
      config: { access: "signed-in" },
      schema: {
        summary: "End the other sessions, or with `scope=all` every one",
        querystring: SessionsQuery,
        response: { 204: Nothing },
      },
    },
    async (request, reply) => {
      const all = request.query.scope === "all"
      await endSessions(db, request.actor.id, all ? null : request.actor.sessionId)
      const cookies = all
        ? [sessions.blankCookie(), sessions.marks.blankCookie()]
        : await renewMark(request, sessions)
      return reply.header("set-cookie", cookies).code(204).send(null)
    },
  )
}

function trialRoutes(app: App, parts: AccountParts): void {
  const api = apiOf(app)
  api.list(
    "/api/trial/people",
    "List the people that can be tried out",
    TrialPersonView,
    () => listTrialPeople(parts),
    { access: "public" },
  )

  app.post(
    "/api/trial/sign-in",
    {
      config: { access: "public" },
      schema: {
        summary: "Sign in as one of them, in a trial only",
        body: TrialSignIn,
        response: { 204: Nothing },
      },
    },
    async (request, reply) => {
      const { cookie } = await signInAs(parts, request.body.personId, originOf(request, parts.sessions))
      return reply.code(204).header("set-cookie", cookie).send(null)
    },
  )
}
