import { Refusal } from "../../../../server/kernel/errors.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { ById, html } from "../../../../server/kernel/schemas.ts"
import {
  approveReport,
  composeReport,
  findReport,
  releaseReport,
  withdrawReport,
} from "../../../../server/qualification/index.ts"
import { FormOf, textOf } from "../../../forms.ts"
import { goTo, type Site } from "../../../site.tsx"

const config = { access: "signed-in", page: true } as const
const at = (id: string) => `/lerngruppen/${id}/rueckmeldung`
const AT = at(":id")
const DAY_PATTERN = /^[12]\d{3}-\d{2}-\d{2}$/

/** The steps from the text to the managers, each a button. */
export function stepPages(app: App, site: Site): void {
  app.post(
    `${AT}/zusammenstellen`,
    { config, schema: { params: ById, body: FormOf(), response: html } },
    async (request, reply) => {
      await composeReport(site.db, request.actor, request.params.id)
      return goTo(reply, `${at(request.params.id)}#zusammenstellen`, "report-composing")
    },
  )
  app.post(
    `${AT}/zustimmen`,
    { config, schema: { params: ById, body: FormOf("version"), response: html } },
    async (request, reply) => {
      const version = Number(textOf(request.body, "version")) || 0
      await approveReport(site.db, request.actor, request.params.id, version)
      return goTo(reply, at(request.params.id), "report-approved")
    },
  )
  app.post(
    `${AT}/freigeben`,
    { config, schema: { params: ById, body: FormOf("version", "expiresOn"), response: html } },
    async (request, reply) => {
      const version = Number(textOf(request.body, "version")) || 0
      const expiresOn = textOf(request.body, "expiresOn")
      await findReport(site.db, request.actor, request.params.id)
      if (!DAY_PATTERN.test(expiresOn) || Number.isNaN(Date.parse(expiresOn)))
        throw new Refusal(422, "report.expiry", "expiresOn")
      await releaseReport(site.db, request.actor, request.params.id, { version, expiresOn })
      return goTo(reply, at(request.params.id), "report-released")
    },
  )
  app.post(
    `${AT}/zuruecknehmen`,
    { config, schema: { params: ById, body: FormOf(), response: html } },
    async (request, reply) => {
      await withdrawReport(site.db, request.actor, request.params.id)
      return goTo(reply, at(request.params.id), "report-withdrawn")
    },
  )
}
