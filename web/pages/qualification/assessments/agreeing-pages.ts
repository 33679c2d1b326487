import { Refusal } from "../../../../server/kernel/errors.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { ById, checkInput, html } from "../../../../server/kernel/schemas.ts"
import {
  confirmRound,
  NewConfirmation,
  NewResult,
  NewSentences,
  NewThought,
  saveResult,
  saveSentences,
  thinkOver,
} from "../../../../server/qualification/index.ts"
import { FormOf, fieldErrors, orNull, refusalErrors, textOf } from "../../../forms.ts"
import type { FieldError } from "../../../layout/index.ts"
import { goTo, type Site } from "../../../site.tsx"
import { texts } from "../../../texts/index.ts"
import { showAgain, showRound } from "./show-round.tsx"
import { sitAs } from "./sitting.ts"

const config = { access: "signed-in", page: true } as const
const RESULT = ["competence", "place", "level", "reason", "evidence", "version"] as const

export function agreeingPages(app: App, site: Site): void {
  resultPage(app, site)
  sentencesPage(app, site)
  confirmingPages(app, site)
}

function resultPage(app: App, site: Site): void {
  app.post(
    "/kompetenzbilanz/:id/ergebnis",
    { config, schema: { params: ById, body: FormOf(...RESULT), response: html } },
    async (request, reply) => {
      const { body: fields, params, actor } = request
      const t = texts(request.locale)
      await sitAs(site, actor, params.id, ["learner", "facilitator"])
      const place = /^[1-8]$/.test(textOf(fields, "place")) ? textOf(fields, "place") : "1"
      const again = (errors: FieldError[], status: number) => {
        // The form stands on the page once for every competence.
        const placed = errors.map((error) =>
          error.field === "formular" ? error : { ...error, field: `${error.field}-${place}` },
        )
        return showRound(site, request, reply, params.id, { form: "result", fields, errors: placed, status })
      }
      const level = textOf(fields, "level")
      const { value, faults } = checkInput(NewResult, {
        competence: textOf(fields, "competence"),
        level: level === "" ? null : Number(level),
        reason: textOf(fields, "reason"),
        evidence: textOf(fields, "evidence"),
        version: Number(textOf(fields, "version")),
      })
      if (!value) return again(fieldErrors(t, faults), 422)
      try {
        await saveResult(site.db, actor, params.id, value)
        return goTo(reply, `/kompetenzbilanz/${params.id}#kompetenz-${place}`, "result-saved")
      } catch (error) {
        if (error instanceof Refusal && error.status === 403) throw error
        return again(refusalErrors(t, error), error instanceof Refusal ? error.status : 422)
      }
    },
  )
}

function sentencesPage(app: App, site: Site): void {
  app.post(
    "/kompetenzbilanz/:id/saetze",
    { config, schema: { params: ById, body: FormOf("sentences", "version"), response: html } },
    async (request, reply) => {
      const { body: fields, params, actor } = request
      await sitAs(site, actor, params.id, ["learner"])
      const version = Number(textOf(fields, "version"))
      const input = { sentences: textOf(fields, "sentences"), version }
      const { value, faults } = checkInput(NewSentences, input)
      if (!value) {
        const errors = fieldErrors(texts(request.locale), faults)
        return showRound(site, request, reply, params.id, { form: "sentences", fields, errors, status: 422 })
      }
      try {
        await saveSentences(site.db, actor, params.id, value)
        return goTo(reply, `/kompetenzbilanz/${params.id}#saetze`, "sentences-saved")
      } catch (error) {
        return showAgain(site, request, reply, params.id, "sentences", fields, error)
      }
    },
  )
}

function confirmingPages(app: App, site: Site): void {
  app.post(
    "/kompetenzbilanz/:id/bestaetigen",
    { config, schema: { params: ById, body: FormOf("version"), response: html } },
    async (request, reply) => {
      const { body: fields, params, actor } = request
      await sitAs(site, actor, params.id, ["learner", "facilitator"])
      const { value } = checkInput(NewConfirmation, { version: Number(textOf(fields, "version")) })
      if (!value) throw new Refusal(422, "bad-request")
      try {
        await confirmRound(site.db, actor, params.id, value)
        return goTo(reply, `/kompetenzbilanz/${params.id}#bestaetigen`, "result-confirmed")
      } catch (error) {
        return showAgain(site, request, reply, params.id, "confirmation", fields, error)
      }
    },
  )
  app.post(
    "/kompetenzbilanz/:id/bedenkzeit",
    { config, schema: { params: ById, body: FormOf("until"), response: html } },
    async (request, reply) => {
      const { body: fields, params, actor } = request
      await sitAs(site, actor, params.id, ["learner", "facilitator"])
      const until = orNull(textOf(fields, "until"))
      const { value, faults } = checkInput(NewThought, { until })
      if (!value) {
        const errors = fieldErrors(texts(request.locale), faults)
        return showRound(site, request, reply, params.id, { form: "thought", fields, errors, status: 422 })
      }
      try {
        await thinkOver(site.db, actor, params.id, value)
        return goTo(reply, `/kompetenzbilanz/${params.id}#bestaetigen`, "saved")
      } catch (error) {
        return showAgain(site, request, reply, params.id, "thought", fields, error)
      }
    },
  )
}
