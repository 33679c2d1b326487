import type { Actor } from "../../../../server/kernel/actor.ts"
import type { Db } from "../../../../server/kernel/database.ts"
import { forbidden, Refusal } from "../../../../server/kernel/errors.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { ById, html } from "../../../../server/kernel/schemas.ts"
import {
  discardConsulting,
  findConsulting,
  reopenConsulting,
  restartConsulting,
  takeModeration,
  timeConsulting,
} from "../../../../server/qualification/index.ts"
import { FormOf, refusalErrors, textOf } from "../../../forms.ts"
import { goTo, type Site } from "../../../site.tsx"
import { type Texts, texts } from "../../../texts/index.ts"
import { goToTimer, TIMER_FIELDS, timerDeedIn } from "../timer/index.ts"
import { showConsulting } from "./consulting.tsx"
import { topicsPath } from "./frame.tsx"

const config = { access: "signed-in", page: true } as const

/** The timer, the moderation, and what can be done to a consulting as a whole. */
export function deedPages(app: App, site: Site): void {
  timerPage(app, site)
  simplePage(app, site, "moderation", takeModeration, "moderation-taken")
  simplePage(app, site, "wieder-aufnehmen", reopenConsulting, "consulting-reopened")
  app.post(
    "/beratungen/:id/loeschen",
    { config, schema: { params: ById, body: FormOf(), response: html } },
    async (request, reply) => {
      const { actor, params } = request
      try {
        const sessionId = await discardConsulting(site.db, actor, params.id)
        return goTo(reply, topicsPath(sessionId), "consulting-removed")
      } catch (error) {
        const errors = refusalErrors(texts(request.locale), soft(error))
        return showConsulting(site, request, reply, params.id, { errors, status: 409 })
      }
    },
  )
}

function timerPage(app: App, site: Site): void {
  app.post(
    "/beratungen/:id/uhr",
    { config, schema: { params: ById, body: FormOf(...TIMER_FIELDS), response: html } },
    async ({ actor, params, body }, reply) => {
      const back = `/beratungen/${params.id}`
      const { can, ended } = await findConsulting(site.db, actor, params.id)
      if (ended) return goTo(reply, back, "timer-changed")
      if (!can.time) throw forbidden()
      const isReset = textOf(body, "deed") === "reset"
      const deed = timerDeedIn(body)
      if (!isReset && !deed) throw new Refusal(422, "invalid")
      try {
        if (deed) await timeConsulting(site.db, actor, params.id, deed)
        else await restartConsulting(site.db, actor, params.id)
      } catch (error) {
        if (isLate(error)) return goTo(reply, back, "timer-changed")
        throw error
      }
      return deed ? goToTimer(reply, back, deed, true) : goTo(reply, back, "timer-reset")
    },
  )
}

function simplePage(
  app: App,
  site: Site,
  name: string,
  deed: (db: Db, actor: Actor, id: string) => Promise<void>,
  hint: keyof Texts["flash"],
): void {
  app.post(
    `/beratungen/:id/${name}`,
    { config, schema: { params: ById, body: FormOf(), response: html } },
    async (request, reply) => {
      const { actor, params } = request
      try {
        await deed(site.db, actor, params.id)
      } catch (error) {
        const errors = refusalErrors(texts(request.locale), soft(error))
        return showConsulting(site, request, reply, params.id, { errors, status: 409 })
      }
      return goTo(reply, `/beratungen/${params.id}`, hint)
    },
  )
}

/** Somebody was faster: the page shows how it stands. */
const isLate = (error: unknown) =>
  error instanceof Refusal && ["timer.changed", "consulting.ended"].includes(error.code)

/** Only what a person can do something about is told on the page; whoever may not gets the page that says so. */
export function soft(error: unknown): unknown {
  if (error instanceof Refusal && error.status === 403) throw error
  return error
}
