import { listCurrent } from "../../../server/announcements/index.ts"
import {
  countOpen,
  listBestPractices,
  listCategories,
  listLatestOfficial,
  listOwnLatest,
  listQueue,
  queueDepartments,
  reads,
} from "../../../server/forum/index.ts"
import { type Actor, belongsTo, has } from "../../../server/kernel/actor.ts"
import type { App } from "../../../server/kernel/http.ts"
import { Closed, html } from "../../../server/kernel/schemas.ts"
import { type Site, show } from "../../site.tsx"
import { Guest } from "./guest.tsx"
import { Hint } from "./query.ts"
import { Start, type StartProps } from "./start-content.tsx"

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
      if (!reads(actor))
        return show(site, request, reply, (t) => ({
          title: t.lists.guest.title,
          current: "start",
          width: "reading",
          children: <Guest actor={actor} announcements={announcements} />,
        }))
      const page = { actor, announcements, ...(await newsFor(site, actor)) }
      return show(site, request, reply, (t) => ({
        title: t.lists.start.title,
        current: "start",
        hasSearch: true,
        open: page.open,
        children: <Start {...page} />,
      }))
    },
  )
}

/** "Was ist neu für mich": of the department one sum, of the person their own questions. */
async function newsFor({ db }: Site, actor: Actor): Promise<Omit<StartProps, "actor" | "announcements">> {
  const categories = await listCategories(db, actor)
  const works = queueDepartments(actor).length > 0
  const leads = has(actor, "lead") && categories.some((one) => belongsTo(actor, one.responsible?.id ?? null))
  return {
    // A lead whose department answers no questions owes none, so a sum would only mislead.
    open: works || leads ? await countOpen(db, actor) : null,
    queue: works ? (await listQueue(db, actor, { order: "waiting" }, undefined, FEW)).items : null,
    mine: await listOwnLatest(db, actor, FEW),
    official: (await listLatestOfficial(db, actor, undefined, FEW)).items,
    practices: (await listBestPractices(db, actor, {}, undefined, FEW)).items,
    categories,
  }
}
