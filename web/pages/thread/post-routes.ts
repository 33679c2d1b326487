import {
  findPost,
  restorePost,
  setAccepted,
  setMark,
  showPost,
  withdrawPost,
} from "../../../server/forum/index.ts"
import type { Actor } from "../../../server/kernel/actor.ts"
import type { App } from "../../../server/kernel/http.ts"
import { ById, html } from "../../../server/kernel/schemas.ts"
import { type Fields, FormOf, textOf } from "../../forms.ts"
import { goTo, type Site } from "../../site.tsx"
import { type Texts, texts } from "../../texts/index.ts"
import { attempt } from "./retry.ts"
import { pathOf, showThread } from "./thread-of.ts"

const ANY = ["question", "best-practice", "answer", "comment"] as const
type Flash = keyof Texts["flash"]
type Button = {
  path: string
  fields: string[]
  act: (actor: Actor, id: string, fields: Fields) => Promise<Flash>
}

/** The single buttons of every post. All lead back to where the post stands. */
export async function postPages(app: App, site: Site): Promise<void> {
  for (const button of buttons(site)) buttonRoute(app, site, button)
}

function buttons({ db }: Site): Button[] {
  return [
    {
      path: "/beitraege/:id/hilfreich",
      fields: ["marked"],
      act: async (actor, id, fields) => {
        const marked = textOf(fields, "marked") === "true"
        await setMark(db, actor, id, "helpful", marked)
        return marked ? "marked" : "unmarked"
      },
    },
    {
      path: "/antworten/:id/markieren",
      fields: ["accepted"],
      act: async (actor, id, fields) => {
        const accepted = textOf(fields, "accepted") === "true"
        await setAccepted(db, actor, id, accepted)
        return accepted ? "accepted" : "unaccepted"
      },
    },
    {
      path: "/beitraege/:id/zurueckziehen",
      fields: [],
      act: async (actor, id) => {
        await withdrawPost(db, actor, id)
        return "withdrawn"
      },
    },
    {
      path: "/beitraege/:id/wiederherstellen",
      fields: [],
      act: async (actor, id) => {
        await restorePost(db, actor, id)
        return "restored"
      },
    },
    {
      path: "/beitraege/:id/einblenden",
      fields: [],
      act: async (actor, id) => {
        await showPost(db, actor, id)
        return "shown"
      },
    },
  ]
}

function buttonRoute(app: App, site: Site, { path, fields, act }: Button): void {
  app.post(
    path,
    {
      config: { access: "signed-in", page: true },
      schema: { params: ById, body: FormOf(...fields), response: html },
    },
    async (request, reply) => {
      const post = await findPost(site.db, request.actor, request.params.id, ANY, "see")
      let flash: Flash = "saved"
      const retry = await attempt(texts(request.locale), path, request.body, async () => {
        flash = await act(request.actor, post.id, request.body)
        return []
      })
      if (retry) return showThread(site, request, reply, post.thread, retry)
      return goTo(reply, pathOf(post), flash)
    },
  )
}
