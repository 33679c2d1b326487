import { apiOf } from "../../kernel/api.ts"
import type { Db } from "../../kernel/database.ts"
import type { App } from "../../kernel/http.ts"
import { chooseCompetences, saveSelfRating } from "./actions.ts"
import { findChoice, listSelfRatings } from "./queries.ts"
import { ChoiceView, NewChoice, NewSelfRating, SelfRatingsView } from "./schema.ts"

export function competenceRoutes(app: App, db: Db): void {
  const api = apiOf(app)
  api.read(
    "/api/cohorts/:id/competences",
    "Read what a cohort assesses, with the levels in words",
    ChoiceView,
    ({ actor, params }) => findChoice(db, actor, params.id),
  )
  api.change(
    "PUT /api/cohorts/:id/competences",
    "Choose the competences of a cohort",
    NewChoice,
    ({ actor, params, body }) => chooseCompetences(db, actor, params.id, body),
  )
  api.read(
    "/api/cohorts/:id/self-ratings",
    "Read the own self-ratings",
    SelfRatingsView,
    ({ actor, params }) => listSelfRatings(db, actor, params.id),
  )
  api.change(
    "PUT /api/cohorts/:id/self-ratings",
    "Write the own self-rating of one point of the half-year",
    NewSelfRating,
    ({ actor, params, body }) => saveSelfRating(db, actor, params.id, body),
  )
}
