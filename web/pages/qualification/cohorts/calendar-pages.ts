import { Type } from "typebox"
import type { App } from "../../../../server/kernel/http.ts"
import { Closed, html } from "../../../../server/kernel/schemas.ts"
import { readFeed, renewFeed, revokeFeed } from "../../../../server/qualification/course.ts"
import { FormOf, textOf } from "../../../forms.ts"
import { goTo, type Site, show } from "../../../site.tsx"
import { findOverview, showOverview } from "./overview.tsx"

const ByFile = Closed({ file: Type.String({ pattern: "^[A-Za-z0-9_-]{43}\\.ics$" }) })

/** What the own calendar is subscribed by; its card stands on the overview. */
export function calendarPages(app: App, site: Site): void {
  const { db, config } = site
  app.post(
    "/kalender",
    { config: { access: "signed-in", page: true }, schema: { body: FormOf("action"), response: html } },
    async (request, reply) => {
      const { actor, body } = request
      if (textOf(body, "action") === "revoke") {
        await revokeFeed(db, actor)
        return goTo(reply, "/qualifizierung#kalender", "feed-revoked")
      }
      // The address is in no redirect and no history: it is shown in this one answer.
      const { token } = await renewFeed(db, actor)
      const address = `${config.publicUrl}/kalender/${token}.ics`
      const overview = await findOverview(db, actor)
      return show(site, request, reply, (t) => showOverview(t, overview, address))
    },
  )
  app.get(
    "/kalender/:file",
    { config: { access: "public" }, schema: { params: ByFile, response: { 200: Type.String() } } },
    async (request, reply) => {
      const token = request.params.file.slice(0, -".ics".length)
      const content = await readFeed(db, token, config.publicUrl)
      return reply.type("text/calendar; charset=utf-8").header("x-robots-tag", "noindex").send(content)
    },
  )
}
