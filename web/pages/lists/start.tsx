import { listCurrent } from "../../../server/announcements/index.ts"
import { reads } from "../../../server/forum/index.ts"
import type { App } from "../../../server/kernel/http.ts"
import { Closed, html } from "../../../server/kernel/schemas.ts"
import { type Site, show } from "../../site.tsx"
import { Guest } from "./guest.tsx"
import { Hint } from "./query.ts"
import { Start } from "./start-content.tsx"
import { findStart, findWaiting } from "./waiting.ts"

const FEW = 5

export function startPage(app: App, site: Site): void {
  app.get(
    "/",
    {
      config: { access: "signed-in", page: true },
      schema: { querystring: Closed({ hinweis: Hint }), response: html },
    },
    async (request, reply) => {
      const { actor } = request
      const announcements = await listCurrent(site.db, actor)
      if (!reads(actor)) {
        const waiting = await findWaiting(site.db, actor)
        return show(site, request, reply, (t) => ({
          title: t.lists.guest.title,
          current: "start",
          width: "reading",
          children: <Guest actor={actor} announcements={announcements} waiting={waiting} />,
        }))
      }
      const news = await findStart(site.db, actor, FEW)
      return show(site, request, reply, (t) => ({
        title: t.lists.start.title,
        current: "start",
        hasSearch: true,
        open: news.open,
        children: <Start actor={actor} announcements={announcements} {...news} />,
      }))
    },
  )
}
