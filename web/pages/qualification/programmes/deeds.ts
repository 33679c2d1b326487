import type { FastifyReply } from "fastify"
import { Refusal } from "../../../../server/kernel/errors.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { ById, html } from "../../../../server/kernel/schemas.ts"
import {
  copyProgramme,
  discardDraft,
  findStep,
  moveStep,
  offerProgramme,
  prepareEdition,
  publishProgramme,
  removeStep,
  withdrawProgramme,
} from "../../../../server/qualification/index.ts"
import { FormOf, optional, textOf } from "../../../forms.ts"
import { goTo, type Site } from "../../../site.tsx"
import { config, pathOf } from "./frame.tsx"

/** What is done by a single button. */
export function deedPages(app: App, site: Site): void {
  beginningPages(app, site)
  choicePages(app, site)
  stepDeedPages(app, site)
}

function beginningPages(app: App, { db }: Site): void {
  app.post(
    "/programme/:id/kopieren",
    { config, schema: { params: ById, body: FormOf("idempotencyKey"), response: html } },
    async ({ actor, params, body }, reply) => {
      const key = optional(textOf(body, "idempotencyKey"))
      const { id } = await copyProgramme(db, actor, params.id, key === undefined ? {} : { key })
      return goTo(reply, pathOf(id), "programme-copied")
    },
  )
  app.post(
    "/programme/:id/neue-ausgabe",
    { config, schema: { params: ById, body: FormOf(), response: html } },
    async ({ actor, params }, reply) => {
      const { id } = await prepareEdition(db, actor, params.id)
      return goTo(reply, pathOf(id), "programme-copied")
    },
  )
  app.post(
    "/programme/:id/verwerfen",
    { config, schema: { params: ById, body: FormOf(), response: html } },
    async ({ actor, params }, reply) => {
      await discardDraft(db, actor, params.id)
      return goTo(reply, "/programme", "programme-discarded")
    },
  )
}

function choicePages(app: App, { db }: Site): void {
  app.post(
    "/programme/:id/veroeffentlichen",
    { config, schema: { params: ById, body: FormOf("version"), response: html } },
    async ({ actor, params, body }, reply) => {
      try {
        await publishProgramme(db, actor, params.id, Number(textOf(body, "version")) || 0)
      } catch (error) {
        return backToDraft(reply, params.id, error)
      }
      return goTo(reply, pathOf(params.id), "programme-published")
    },
  )
  app.post(
    "/programme/:id/zurueckziehen",
    { config, schema: { params: ById, body: FormOf(), response: html } },
    async ({ actor, params }, reply) => {
      await withdrawProgramme(db, actor, params.id)
      return goTo(reply, pathOf(params.id), "programme-withdrawn")
    },
  )
  app.post(
    "/programme/:id/anbieten",
    { config, schema: { params: ById, body: FormOf(), response: html } },
    async ({ actor, params }, reply) => {
      await offerProgramme(db, actor, params.id)
      return goTo(reply, pathOf(params.id), "programme-offered")
    },
  )
}

/** Nothing was typed: the draft as it is now says what is open. */
function backToDraft(reply: FastifyReply, id: string, error: unknown) {
  if (!(error instanceof Refusal) || !["programme.changed", "programme.incomplete"].includes(error.code))
    throw error
  return goTo(reply, pathOf(id))
}

function stepDeedPages(app: App, { db }: Site): void {
  app.post(
    "/programme/schritte/:id/verschieben",
    { config, schema: { params: ById, body: FormOf("direction"), response: html } },
    async ({ actor, params, body }, reply) => {
      const { programme } = await findStep(db, actor, params.id)
      await moveStep(db, actor, params.id, textOf(body, "direction") === "up" ? "up" : "down")
      return goTo(reply, `${pathOf(programme.id)}#zeile-${params.id}`)
    },
  )
  app.post(
    "/programme/schritte/:id/entfernen",
    { config, schema: { params: ById, body: FormOf(), response: html } },
    async ({ actor, params }, reply) => {
      const { programmeId } = await removeStep(db, actor, params.id)
      return goTo(reply, pathOf(programmeId), "programme-step-removed")
    },
  )
}
