import { forbidden, Refusal } from "../../../../server/kernel/errors.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { ById, checkInput, html } from "../../../../server/kernel/schemas.ts"
import {
  addLine,
  Decision,
  findConsulting,
  LINE_KINDS,
  type LineKind,
  NewLine,
  removeLine,
  saveDecision,
  shareResult,
} from "../../../../server/qualification/index.ts"
import { FormOf, fieldErrors, optional, refusalErrors, textOf } from "../../../forms.ts"
import type { FieldError } from "../../../layout/index.ts"
import { goTo, type Site } from "../../../site.tsx"
import { texts } from "../../../texts/index.ts"
import { showConsulting } from "./consulting.tsx"
import { soft } from "./deeds.ts"
import { LINE_PATHS } from "./lines.tsx"

const config = { access: "signed-in", page: true } as const

/** What is put down, and what the case giver makes of it. */
export function resultPages(app: App, site: Site): void {
  for (const kind of LINE_KINDS) linePage(app, site, kind)
  app.post(
    "/beratungen/zeilen/:id/loeschen",
    { config, schema: { params: ById, body: FormOf(), response: html } },
    async ({ actor, params }, reply) =>
      goTo(reply, `/beratungen/${await removeLine(site.db, actor, params.id)}`, "entry-removed"),
  )
  decisionPage(app, site)
  app.post(
    "/beratungen/:id/teilen",
    { config, schema: { params: ById, body: FormOf("shared"), response: html } },
    async (request, reply) => {
      const { actor, params, body } = request
      const shared = textOf(body, "shared") === "true"
      try {
        await shareResult(site.db, actor, params.id, shared)
      } catch (error) {
        const errors = refusalErrors(texts(request.locale), soft(error))
        return showConsulting(site, request, reply, params.id, { errors, status: 409 })
      }
      return goTo(reply, `/beratungen/${params.id}`, shared ? "result-shared" : "result-unshared")
    },
  )
}

/** An address of its own for each kind, so that a line being typed stays what it is when the phase changes. */
function linePage(app: App, site: Site, kind: LineKind): void {
  app.post(
    `/beratungen/:id/${LINE_PATHS[kind]}`,
    { config, schema: { params: ById, body: FormOf("body", "idempotencyKey"), response: html } },
    async (request, reply) => {
      const { actor, params, body: fields } = request
      const t = texts(request.locale)
      const again = (errors: FieldError[], status: number) =>
        showConsulting(site, request, reply, params.id, {
          line: { kind, fields, errors: errors.map((error) => ({ ...error, field: `body-${kind}` })) },
          status,
        })
      if ((await findConsulting(site.db, actor, params.id)).seat === "case-giver") throw forbidden()
      const key = optional(textOf(fields, "idempotencyKey"))
      const input = { kind, body: textOf(fields, "body").trim(), ...(key && { key }) }
      const { value, faults } = checkInput(NewLine, input)
      if (!value) return again(fieldErrors(t, faults), 422)
      try {
        await addLine(site.db, actor, params.id, value)
      } catch (error) {
        return again(refusalErrors(t, soft(error)), 409)
      }
      return goTo(reply, `/beratungen/${params.id}#${LINE_PATHS[kind]}`, "entry-recorded")
    },
  )
}

function decisionPage(app: App, site: Site): void {
  app.post(
    "/beratungen/:id/entscheidung",
    { config, schema: { params: ById, body: FormOf("decision", "version"), response: html } },
    async (request, reply) => {
      const { actor, params, body: fields } = request
      const { seat, shared } = await findConsulting(site.db, actor, params.id)
      if (seat !== "case-giver") throw forbidden()
      const body = textOf(fields, "decision")
      const { value, faults } = checkInput(Decision, { body, version: Number(textOf(fields, "version")) })
      if (!value) {
        const errors = fieldErrors(
          texts(request.locale),
          faults.map((fault) => ({ ...fault, field: "decision" })),
        )
        const decision = { body, errors, isConflict: false }
        return showConsulting(site, request, reply, params.id, { decision, status: 422 })
      }
      try {
        await saveDecision(site.db, actor, params.id, value)
      } catch (error) {
        if (!(error instanceof Refusal) || error.status !== 409) throw error
        const decision = { body, errors: [], isConflict: true }
        return showConsulting(site, request, reply, params.id, { decision, status: 409 })
      }
      return goTo(reply, `/beratungen/${params.id}#entscheidung`, shared ? "saved" : "decision-saved")
    },
  )
}
