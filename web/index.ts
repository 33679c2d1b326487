import staticFiles from "@fastify/static"
import type { FastifyReply, FastifyRequest } from "fastify"
import { Type } from "typebox"
import { changeMe, knownInstallation } from "../server/accounts/index.ts"
import type { Locale } from "../server/kernel/actor.ts"
import type { App, Problem } from "../server/kernel/http.ts"
import { Closed, html } from "../server/kernel/schemas.ts"
import { FormOf, textOf } from "./forms.ts"
import { accountPages } from "./pages/accounts/index.ts"
import { adoptionPages } from "./pages/adoption/index.tsx"
import { announcementPages } from "./pages/announcements/index.ts"
import { composePages } from "./pages/compose/index.ts"
import { conversationPages } from "./pages/conversations/index.ts"
import { errorPage } from "./pages/errors.tsx"
import { informationPages } from "./pages/information/index.ts"
import { listPages } from "./pages/lists/index.ts"
import { notificationPages } from "./pages/notifications/index.tsx"
import { paperPages } from "./pages/papers/index.ts"
import { qualificationPages } from "./pages/qualification/index.ts"
import { rulesPages } from "./pages/rules/index.ts"
import { searchCarePages } from "./pages/search/care.ts"
import { searchPages } from "./pages/search/index.tsx"
import { structurePages } from "./pages/structure/index.ts"
import { threadPages } from "./pages/thread/index.ts"
import { webhooksPages } from "./pages/webhooks/index.ts"
import { ownPath, type Site } from "./site.tsx"
import { texts } from "./texts/index.ts"

export { whatHappened } from "./pages/notifications/what.ts"
export type { Site } from "./site.tsx"

const AssetName = Closed({ file: Type.String({ pattern: "^[A-Za-z0-9_-]+\\.[a-z0-9]+$", maxLength: 100 }) })
const YEAR = 365 * 24 * 3600

/** All pages. Assets carry a hash in their name and are kept by browsers for good. */
export async function webPages(app: App, site: Site): Promise<void> {
  // From the start on there is something to fall back to.
  await knownInstallation(site.db)
  await app.register(staticFiles, { root: site.assets.dir, serve: false, preCompressed: true })
  app.get(
    "/assets/:file",
    {
      config: { access: "public", anonymous: true },
      // Packed when they were built.
      compress: false,
      schema: { params: AssetName, response: { 200: Type.Any() } },
    },
    async (request, reply) => reply.sendFile(request.params.file, { maxAge: YEAR * 1000, immutable: true }),
  )
  app.addHook("preValidation", async ({ routeOptions, body }) => {
    if (routeOptions.config.page) mendWayBack(body)
  })
  preferenceRoutes(app, site)
  await threadPages(app, site)
  await composePages(app, site)
  await listPages(app, site)
  await searchCarePages(app, site)
  await searchPages(app, site)
  await structurePages(app, site)
  await accountPages(app, site)
  await announcementPages(app, site)
  await adoptionPages(app, site)
  await conversationPages(app, site)
  await notificationPages(app, site)
  rulesPages(app, site)
  await paperPages(app, site)
  webhooksPages(app, site)
  await qualificationPages(app, site)
  await informationPages(app, site)
}

/** What forms call the page that somebody came from. */
const WAYS_BACK = ["returnTo", "back", "zurueck"]

/** A way back that could not be stored is no reason to refuse the form: it leads to the start page, as any bad one. */
function mendWayBack(body: unknown): void {
  if (typeof body !== "object" || body === null) return
  for (const name of WAYS_BACK)
    if (Object.hasOwn(body, name) && String(Object(body)[name]).includes("\0"))
      Object.assign(body, { [name]: "/" })
}

export const answerErrorAsPage =
  (site: Site) => (problem: Problem, request: FastifyRequest, reply: FastifyReply) =>
    errorPage(site, problem, request, reply)

/** The title of a problem, for the API, in the reader's language. */
export function problemTitle(code: string, locale: Locale): string {
  const { errors, accountsErrors } = texts(locale)
  const titles: Record<string, string> = { ...errors.codes, ...accountsErrors }
  return titles[code] ?? errors.codes.invalid
}

function preferenceRoutes(app: App, site: Site): void {
  app.post(
    "/sprache",
    {
      config: { access: "public", page: true },
      schema: { body: FormOf("locale", "returnTo"), response: html },
    },
    async (request, reply) => {
      const locale = textOf(request.body, "locale") === "en" ? "en" : "de"
      if (request.visitor) await changeMe(site.db, request.visitor, { locale })
      return reply
        .setCookie("language", locale, cookieOptions(site))
        .redirect(ownPath(textOf(request.body, "returnTo")), 303)
    },
  )
  app.post(
    "/darstellung",
    {
      config: { access: "public", page: true },
      schema: { body: FormOf("theme", "returnTo"), response: html },
    },
    async (request, reply) => {
      const theme = textOf(request.body, "theme")
      return reply
        .setCookie("theme", theme === "light" || theme === "dark" ? theme : "auto", cookieOptions(site))
        .redirect(ownPath(textOf(request.body, "returnTo")), 303)
    },
  )
}

const cookieOptions = ({ config }: Site) =>
  ({ path: "/", sameSite: "lax", httpOnly: true, secure: config.secure, maxAge: YEAR }) as const
