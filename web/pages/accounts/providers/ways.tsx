import type { FastifyReply, FastifyRequest } from "fastify"
import { Type } from "typebox"
import {
  type Arrived,
  arriveFrom,
  askLater,
  attemptCookieName,
  beginAt,
  findEnabledProvider,
  isUnreachable,
  originOf,
} from "../../../../server/accounts/index.ts"
import { Refusal } from "../../../../server/kernel/errors.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { Closed, html } from "../../../../server/kernel/schemas.ts"
import { codeMessage } from "../../../forms.ts"
import { goTo, ownPath, parametersOf, type Site } from "../../../site.tsx"
import { texts } from "../../../texts/index.ts"
import { showSignInFault } from "../sign-in.tsx"
import { showTried } from "./trying.tsx"

const BySlug = Closed({ slug: Type.String({ maxLength: 30 }) })
const Way = Closed({ weiter: Type.Optional(Type.String({ maxLength: 4000 })) })
const config = { access: "public", page: true } as const

/** What the hook and both directions need of a request. */
const asLeaving = (site: Site, request: FastifyRequest) => ({
  address: request.sender,
  cookie: request.cookies[attemptCookieName(site.config.secure)],
})

/** The way to a provider and back. Both are links: nothing is changed here before the provider has vouched for somebody. */
export function providerWays(app: App, site: Site): void {
  askAgain(app)
  app.get(
    "/anmelden/mit/:slug",
    { config, schema: { params: BySlug, querystring: Way, response: html } },
    async (request, reply) => {
      const returnTo = ownPath(request.query.weiter ?? "/")
      if (request.visitor) return goTo(reply, returnTo)
      try {
        const leaving = { ...asLeaving(site, request), purpose: "sign-in" as const, returnTo, actor: null }
        const { address, cookie } = await beginAt(site, request.params.slug, leaving)
        return reply.header("set-cookie", cookie).redirect(address, 303)
      } catch (error) {
        return showFault(site, request, reply, error, returnTo)
      }
    },
  )
  app.get(
    "/anmelden/pruefen/:slug",
    {
      config: { access: "signed-in", page: true },
      schema: { params: BySlug, querystring: Way, response: html },
    },
    async (request, reply) => {
      const { actor, askProvider, params } = request
      const returnTo = ownPath(request.query.weiter ?? "/")
      const provider = await findEnabledProvider(site.db, params.slug)
      // Another one, which the address may name as well, has not opened the session and cannot vouch for it.
      if (askProvider !== provider.slug) return goTo(reply, returnTo)
      try {
        const leaving = { ...asLeaving(site, request), purpose: "check" as const, returnTo, actor }
        const { address, cookie } = await beginAt(site, provider.slug, leaving)
        return reply.header("set-cookie", cookie).redirect(address, 303)
      } catch (error) {
        if (!isUnreachable(error)) throw error
        return land(site, request, reply, await askLater(site, provider, actor, returnTo))
      }
    },
  )
  app.get(
    "/anmelden/zurueck/:slug",
    { config, schema: { params: BySlug, response: html } },
    async (request, reply) => {
      try {
        const arrived = await arriveFrom(site, {
          slug: request.params.slug,
          parameters: parametersOf(request),
          cookie: request.cookies[attemptCookieName(site.config.secure)],
          actor: request.visitor,
          origin: originOf(request, site.sessions),
          tellFault: (fault) => request.log.warn(fault, "sign-in service"),
        })
        return await land(site, request, reply, arrived)
      } catch (error) {
        const { returnTo } = Object((error instanceof Refusal && error.detail) || {})
        return showFault(site, request, reply, error, typeof returnTo === "string" ? returnTo : "/")
      }
    },
  )
  // Registered at the provider without a query, as some of them compare letter by letter.
  app.get("/abgemeldet", { config, schema: { response: html } }, async (request, reply) =>
    request.visitor ? goTo(reply, "/") : goTo(reply, "/anmelden", "signed-out"),
  )
}

/** A page that is opened when it is time first asks the provider whether the person is still signed in there. */
function askAgain(app: App): void {
  app.addHook("preValidation", async (request, reply) => {
    const { askProvider, method, routeOptions, url } = request
    if (!askProvider || method !== "GET" || !routeOptions.config.page || !isOpened(request)) return
    if (/^\/(anmelden|abgemeldet)\b/.test(url)) return
    return reply.redirect(`/anmelden/pruefen/${askProvider}?weiter=${encodeURIComponent(url)}`, 303)
  })
}

/** In a window, and not fetched by a script, which would not get past the provider. */
const isOpened = ({ headers }: FastifyRequest) =>
  ["document", undefined].includes([headers["sec-fetch-dest"]].flat()[0])

async function land(site: Site, request: FastifyRequest, reply: FastifyReply, arrived: Arrived) {
  if (arrived.cookies.length > 0) reply.header("set-cookie", arrived.cookies)
  const returnTo = ownPath(arrived.returnTo)
  if (arrived.outcome === "tried")
    return showTried(site, request, reply, arrived.provider.id, JSON.stringify(arrived.claims, null, 2))
  if (arrived.outcome === "linked") return goTo(reply, returnTo, "provider-linked")
  if (arrived.outcome === "over")
    return goTo(reply, `/anmelden?weiter=${encodeURIComponent(returnTo)}`, "provider-over")
  return goTo(reply, returnTo)
}

/** What can be done about it stands in the sentence; what is not there, and what is a fault of ours, is an error page. */
async function showFault(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  error: unknown,
  returnTo: string,
) {
  if (!(error instanceof Refusal) || error.status === 404) throw error
  if (error.status === 429) reply.header("retry-after", String(error.detail?.retryAfter ?? 60))
  const message = codeMessage(texts(request.locale), error.code)
  return showSignInFault(site, request, reply, { message, returnTo: ownPath(returnTo), status: error.status })
}
