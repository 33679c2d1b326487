import { Refusal } from "../../../../server/kernel/errors.ts"
import type { App } from "../../../../server/kernel/http.ts"
import { ById, checkInput, html, Id } from "../../../../server/kernel/schemas.ts"
import {
  addObservation,
  NewObservation,
  NewRating,
  removeObservation,
  restartRoundTimer,
  saveRating,
  timeRound,
} from "../../../../server/qualification/index.ts"
import { FormOf, fieldErrors, orNull, textOf } from "../../../forms.ts"
import { goTo, type Site } from "../../../site.tsx"
import { texts } from "../../../texts/index.ts"
import { RATING_FIELDS, ratingErrors, ratingsIn } from "../competences/rating.tsx"
import { TIMER_FIELDS, timerDeedIn } from "../timer/index.ts"
import { showAgain, showRound } from "./show-round.tsx"
import { sitAs } from "./sitting.ts"

const config = { access: "signed-in", page: true } as const

export function ratingPages(app: App, site: Site): void {
  ownRatingPage(app, site)
  timerPage(app, site)
  observationPages(app, site)
}

function ownRatingPage(app: App, site: Site): void {
  app.post(
    "/kompetenzbilanz/:id/einschaetzung",
    { config, schema: { params: ById, body: FormOf(...RATING_FIELDS, "version", "submit"), response: html } },
    async (request, reply) => {
      const { body: fields, params, actor } = request
      await sitAs(site, actor, params.id, ["learner", "facilitator"])
      const submit = textOf(fields, "submit") === "true"
      const { value, faults } = checkInput(NewRating, {
        ratings: ratingsIn(fields),
        submit,
        version: Number(textOf(fields, "version")),
      })
      if (!value) {
        const errors = ratingErrors(texts(request.locale), faults)
        return showRound(site, request, reply, params.id, { form: "rating", fields, errors, status: 422 })
      }
      try {
        await saveRating(site.db, actor, params.id, value)
        return goTo(reply, `/kompetenzbilanz/${params.id}`, submit ? "rating-submitted" : "rating-kept")
      } catch (error) {
        return showAgain(site, request, reply, params.id, "rating", fields, error)
      }
    },
  )
}

function timerPage(app: App, site: Site): void {
  app.post(
    "/kompetenzbilanz/:id/zeit",
    { config, schema: { params: ById, body: FormOf(...TIMER_FIELDS), response: html } },
    async (request, reply) => {
      const { body: fields, params, actor } = request
      await sitAs(site, actor, params.id, ["facilitator"])
      if (textOf(fields, "deed") === "reset") await restartRoundTimer(site.db, actor, params.id)
      else {
        const deed = timerDeedIn(fields)
        if (!deed) throw new Refusal(422, "bad-request")
        await timeRound(site.db, actor, params.id, deed)
      }
      return goTo(reply, `/kompetenzbilanz/${params.id}`)
    },
  )
}

function observationPages(app: App, site: Site): void {
  app.post(
    "/kompetenzbilanz/:id/beobachtungen",
    { config, schema: { params: ById, body: FormOf("competence", "text"), response: html } },
    async (request, reply) => {
      const { body: fields, params, actor } = request
      await sitAs(site, actor, params.id, ["peer"])
      const competence = orNull(textOf(fields, "competence"))
      const { value, faults } = checkInput(NewObservation, { competence, text: textOf(fields, "text") })
      if (!value) {
        const errors = fieldErrors(texts(request.locale), faults)
        return showRound(site, request, reply, params.id, {
          form: "observation",
          fields,
          errors,
          status: 422,
        })
      }
      try {
        await addObservation(site.db, actor, params.id, value)
        return goTo(reply, `/kompetenzbilanz/${params.id}#beobachtungen`, "observation-added")
      } catch (error) {
        return showAgain(site, request, reply, params.id, "observation", fields, error)
      }
    },
  )
  app.post(
    "/kompetenzbilanz/:id/beobachtungen/entfernen",
    { config, schema: { params: ById, body: FormOf("observationId"), response: html } },
    async (request, reply) => {
      const { params, body, actor } = request
      await sitAs(site, actor, params.id, ["peer"])
      const { value } = checkInput(Id, textOf(body, "observationId"))
      if (value) await removeObservation(site.db, actor, value)
      return goTo(reply, `/kompetenzbilanz/${params.id}#beobachtungen`)
    },
  )
}
