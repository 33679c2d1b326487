import type { Db } from "../../kernel/database.ts"
import type { App } from "../../kernel/http.ts"
import { ById, Nothing } from "../../kernel/schemas.ts"
import { chooseCompetences, saveSelfRating } from "./actions.ts"
import { findChoice, listSelfRatings } from "./queries.ts"
import { ChoiceView, NewChoice, NewSelfRating, SelfRatingsView } from "./schema.ts"

export function competenceRoutes(app: App, db: Db): void {
  const config = { access: "signed-in" } as const
  app.get(
    "/api/cohorts/:id/competences",
    {
      config,
      schema: {
        summary: "Read what a cohort assesses, with the levels in words",
        params: ById,
        response: { 200: ChoiceView },
      },
    },
    async (request) => findChoice(db, request.actor, request.params.id),
  )
  app.put(
    "/api/cohorts/:id/competences",
    {
      config,
      schema: {
        summary: "Choose the competences of a cohort",
        params: ById,
        body: NewChoice,
        response: { 204: Nothing },
      },
    },
    async (request, reply) => {
      await chooseCompetences(db, request.actor, request.params.id, request.body)
      return reply.code(204).send(null)
    },
  )
  app.get(
    "/api/cohorts/:id/self-ratings",
    {
      config,
      schema: {
        summary: "Read the own self-ratings",
        params: ById,
        response: { 200: SelfRatingsView },
      },
    },
    async (request) => listSelfRatings(db, request.actor, request.params.id),
  )
  app.put(
    "/api/cohorts/:id/self-ratings",
    {
      config,
      schema: {
        summary: "Write the own self-rating of one point of the half-year",
        params: ById,
        body: NewSelfRating,
        response: { 204: Nothing },
      },
    },
    async (request, reply) => {
      await saveSelfRating(db, request.actor, request.params.id, request.body)
      return reply.code(204).send(null)
    },
  )
}
