import { forbidden } from "../../../../server/kernel/errors.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { ById, checkInput, html } from "../../../../server/kernel/schemas.ts"
import {
  addCard,
  changeStage,
  findRetrospective,
  NewCard,
  NewStage,
} from "../../../../server/qualification/index.ts"
import { FormOf, fieldErrors, optional, textOf } from "../../../forms.ts"
import { goTo, type Site } from "../../../site.tsx"
import { texts } from "../../../texts/index.ts"
import { ByColumn, boardOf, headingOf } from "./columns.ts"
import { showBoard, showRefused } from "./show-board.tsx"

const config = { access: "signed-in", page: true } as const
const PATH = "/lerngruppen/:id/rueckblick"

export function boardPages(app: App, site: Site): void {
  app.get(PATH, { config, schema: { params: ById, response: html } }, async (request, reply) =>
    showBoard(site, request, reply, request.params.id),
  )
  addingPage(app, site)
  stagePage(app, site)
}

function addingPage(app: App, site: Site): void {
  app.post(
    `${PATH}/:column`,
    { config, schema: { params: ByColumn, body: FormOf("body", "idempotencyKey"), response: html } },
    async (request, reply) => {
      const { actor, params } = request
      await findRetrospective(site.db, actor, params.id)
      const body = textOf(request.body, "body")
      const field = `body-${params.column}`
      const typed = { [field]: body }
      const key = optional(textOf(request.body, "idempotencyKey"))
      const input = { heading: headingOf(params.column), body, ...(key && { key }) }
      const { value, faults } = checkInput(NewCard, input)
      if (!value) {
        const errors = fieldErrors(texts(request.locale), faults, "card").map((one) => ({ ...one, field }))
        return showBoard(site, request, reply, params.id, { errors, status: 422, typed })
      }
      try {
        await addCard(site.db, actor, params.id, value)
      } catch (error) {
        return showRefused(site, request, reply, params.id, error, typed)
      }
      return goTo(reply, `${boardOf(params.id)}#${params.column}`, "card-added")
    },
  )
}

function stagePage(app: App, site: Site): void {
  app.post(
    `${PATH}/stand`,
    { config, schema: { params: ById, body: FormOf("from", "to"), response: html } },
    async (request, reply) => {
      const { actor, params, body } = request
      const { can } = await findRetrospective(site.db, actor, params.id)
      if (!can.lead) throw forbidden()
      const input = { from: textOf(body, "from"), to: textOf(body, "to") }
      const { value, faults } = checkInput(NewStage, input)
      if (!value) {
        const errors = fieldErrors(texts(request.locale), faults, "card")
        return showBoard(site, request, reply, params.id, { errors, status: 422 })
      }
      try {
        await changeStage(site.db, actor, params.id, value)
      } catch (error) {
        return showRefused(site, request, reply, params.id, error)
      }
      return goTo(reply, `${boardOf(params.id)}#stand`, `retrospective-${value.to}`)
    },
  )
}
