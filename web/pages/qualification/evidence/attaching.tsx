import type { FastifyReply, FastifyRequest } from "fastify"
import { Type } from "typebox"
import { newId } from "../../../../server/kernel/database.ts"
import { Refusal } from "../../../../server/kernel/errors.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { ById, Closed, checkInput, html } from "../../../../server/kernel/schemas.ts"
import { attachEvidence, listEvidence, NewEvidence } from "../../../../server/qualification/index.ts"
import { type Fields, FormOf, fieldErrors, refusalErrors, textOf } from "../../../forms.ts"
import type { FieldError } from "../../../layout/index.ts"
import { goTo, type Site } from "../../../site.tsx"
import { texts } from "../../../texts/index.ts"
import { FIELDS, inputOf, showForm } from "./form.tsx"

/** Where a proposal was taken; what is in it may be anything, and is only shown in the form. */
const Address = Closed({
  titel: Type.Optional(Type.String({ maxLength: 300 })),
  adresse: Type.Optional(Type.String({ maxLength: 500 })),
  hinweis: Type.Optional(Type.String()),
})

export function attachingPages(app: App, site: Site): void {
  const config = { access: "signed-in", page: true } as const
  app.get(
    "/lerngruppen/:id/nachweise/neu",
    { config, schema: { params: ById, querystring: Address, response: html } },
    async (request, reply) => {
      const { titel: title = "", adresse: address = "" } = request.query
      const fields = { idempotencyKey: newId(), kind: "post", title, address }
      return showNew(site, request, reply, request.params.id, { fields, errors: [], status: 200 })
    },
  )
  app.post(
    "/lerngruppen/:id/nachweise/neu",
    { config, schema: { params: ById, body: FormOf(...FIELDS, "idempotencyKey"), response: html } },
    async (request, reply) => {
      const { body: fields, params, actor } = request
      const t = texts(request.locale)
      const again = (errors: FieldError[], status: number) =>
        showNew(site, request, reply, params.id, { fields, errors, status })
      const { value, faults } = checkInput(NewEvidence, {
        ...inputOf(site, fields),
        kind: textOf(fields, "kind"),
        key: textOf(fields, "idempotencyKey"),
      })
      if (!value) return again(fieldErrors(t, faults, "evidence"), 422)
      try {
        await attachEvidence(site.db, actor, params.id, value)
        return goTo(reply, `/lerngruppen/${params.id}/nachweise`, "evidence-attached")
      } catch (error) {
        if (error instanceof Refusal && error.status === 403) throw error
        return again(refusalErrors(t, error), error instanceof Refusal ? error.status : 422)
      }
    },
  )
}

async function showNew(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  cohortId: string,
  tried: { fields: Fields; errors: FieldError[]; status: number },
) {
  const { competences } = await listEvidence(site.db, request.actor, cohortId)
  return showForm(site, request, reply, {
    ...tried,
    cohortId,
    competences,
    title: (t) => t.qualification.evidence.newTitle,
    action: `/lerngruppen/${cohortId}/nachweise/neu`,
  })
}
