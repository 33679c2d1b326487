import type { App } from "../../../../server/kernel/http.ts"
import { ById, checkInput, html } from "../../../../server/kernel/schemas.ts"
import {
  beginRound,
  EditedPreparation,
  savePreparation,
  withdrawPreparation,
} from "../../../../server/qualification/index.ts"
import { FormOf, fieldErrors, textOf } from "../../../forms.ts"
import { goTo, type Site } from "../../../site.tsx"
import { texts } from "../../../texts/index.ts"
import { SITUATION_FIELDS, situationsIn } from "./preparation.tsx"
import { showAgain, showRound } from "./show-round.tsx"
import { sitAs } from "./sitting.ts"

export function preparingPages(app: App, site: Site): void {
  const config = { access: "signed-in", page: true } as const
  app.get(
    "/kompetenzbilanz/:id",
    { config, schema: { params: ById, response: html } },
    async (request, reply) => showRound(site, request, reply, request.params.id),
  )
  app.post(
    "/kompetenzbilanz/:id/vorbereitung",
    { config, schema: { params: ById, body: FormOf(...SITUATION_FIELDS, "version"), response: html } },
    async (request, reply) => {
      const { body: fields, params, actor } = request
      await sitAs(site, actor, params.id, ["learner"])
      const version = Number(textOf(fields, "version"))
      const { value, faults } = checkInput(EditedPreparation, { situations: situationsIn(fields), version })
      if (!value) {
        // `situations.0.deed` is the first field of the form.
        const errors = faults.flatMap((fault) => {
          const [, index, part] = fault.field.split(".")
          const field = part ? `${part}${Number(index) + 1}` : fault.field
          return fieldErrors(texts(request.locale), [{ ...fault, field: part ?? field }]).map((one) => {
            return { ...one, field }
          })
        })
        return showRound(site, request, reply, params.id, {
          form: "preparation",
          fields,
          errors,
          status: 422,
        })
      }
      try {
        await savePreparation(site.db, actor, params.id, value)
        return goTo(reply, `/kompetenzbilanz/${params.id}`, "preparation-saved")
      } catch (error) {
        return showAgain(site, request, reply, params.id, "preparation", fields, error)
      }
    },
  )
  app.post(
    "/kompetenzbilanz/:id/zuruecknehmen",
    { config, schema: { params: ById, body: FormOf(), response: html } },
    async (request, reply) => {
      await withdrawPreparation(site.db, request.actor, request.params.id)
      return goTo(reply, `/kompetenzbilanz/${request.params.id}`, "preparation-withdrawn")
    },
  )
  app.post(
    "/kompetenzbilanz/:id/beginnen",
    { config, schema: { params: ById, body: FormOf(), response: html } },
    async (request, reply) => {
      await beginRound(site.db, request.actor, request.params.id)
      return goTo(reply, `/kompetenzbilanz/${request.params.id}`)
    },
  )
}
