import { apiOf } from "../../kernel/api.ts"
import type { Db } from "../../kernel/database.ts"
import type { App } from "../../kernel/http.ts"
import { TimerControl } from "../timers/schema.ts"
import { addObservation, removeObservation, saveResult, saveSentences } from "./agreeing.ts"
import { confirmRound, thinkOver } from "./confirming.ts"
import { findRound } from "./find.ts"
import { findRoundPlan } from "./plan.ts"
import { changeRound, formRounds, removeRound } from "./planning.ts"
import { releasePreparation, savePreparation, withdrawPreparation } from "./preparing.ts"
import { beginRound, saveRating } from "./rating.ts"
import {
  AssessmentView,
  EditedPreparation,
  EditedRound,
  NewConfirmation,
  NewObservation,
  NewRating,
  NewRelease,
  NewResult,
  NewRounds,
  NewSentences,
  NewThought,
  RoundPlan,
} from "./schema.ts"
import { timeRound } from "./timing.ts"

type Api = ReturnType<typeof apiOf>

export function assessmentRoutes(app: App, db: Db): void {
  const api = apiOf(app)
  planningRoutes(api, db)
  preparingRoutes(api, db)
  ratingRoutes(api, db)
  agreeingRoutes(api, db)
}

function planningRoutes(api: Api, db: Db): void {
  api.read(
    "/api/cohorts/:id/assessments",
    "List the rounds of a cohort: to its facilitators all dates, to learners their own rounds",
    RoundPlan,
    ({ actor, params }) => findRoundPlan(db, actor, params.id),
  )
  api.change(
    "POST /api/cohorts/:id/assessments",
    "Form a round for every learner without one",
    NewRounds,
    ({ actor, params, body }) => formRounds(db, actor, params.id, body),
  )
  api.change(
    "PUT /api/assessments/:id",
    "Change people and date of a round",
    EditedRound,
    ({ actor, params, body }) => changeRound(db, actor, params.id, body),
  )
  api.change("DELETE /api/assessments/:id", "Remove a round that has not begun", null, ({ actor, params }) =>
    removeRound(db, actor, params.id),
  )
}

function preparingRoutes(api: Api, db: Db): void {
  api.read("/api/assessments/:id", "Read a round that one sits in", AssessmentView, ({ actor, params }) =>
    findRound(db, actor, params.id),
  )
  api.change(
    "PUT /api/assessments/:id/preparation",
    "Write the own preparation",
    EditedPreparation,
    ({ actor, params, body }) => savePreparation(db, actor, params.id, body),
  )
  api.change(
    "POST /api/assessments/:id/release",
    "Show the other two a copy of the preparation, the self-rating and chosen evidence",
    NewRelease,
    ({ actor, params, body }) => releasePreparation(db, actor, params.id, body),
  )
  api.change("DELETE /api/assessments/:id/release", "Withdraw what was released", null, ({ actor, params }) =>
    withdrawPreparation(db, actor, params.id),
  )
  api.change("POST /api/assessments/:id/begin", "Begin the round", null, ({ actor, params }) =>
    beginRound(db, actor, params.id),
  )
}

function ratingRoutes(api: Api, db: Db): void {
  api.change(
    "PUT /api/assessments/:id/rating",
    "Keep or submit the own rating, as learner or facilitator",
    NewRating,
    ({ actor, params, body }) => saveRating(db, actor, params.id, body),
  )
  api.change(
    "PATCH /api/assessments/:id/timer",
    "Move the timer of a round: next, previous, pause, later, shorter, end",
    TimerControl,
    ({ actor, params, body }) => timeRound(db, actor, params.id, body),
  )
  api.make(
    "/api/assessments/:id/observations",
    "Add what one saw, as peer",
    NewObservation,
    ({ actor, params, body }) => addObservation(db, actor, params.id, body),
  )
  api.change(
    "DELETE /api/assessment-observations/:id",
    "Take back an own observation",
    null,
    ({ actor, params }) => removeObservation(db, actor, params.id),
  )
}

function agreeingRoutes(api: Api, db: Db): void {
  api.change(
    "PUT /api/assessments/:id/results",
    "Note the agreed level of one competence",
    NewResult,
    ({ actor, params, body }) => saveResult(db, actor, params.id, body),
  )
  api.change(
    "PUT /api/assessments/:id/sentences",
    "Word the sentences of the certificate, as learner",
    NewSentences,
    ({ actor, params, body }) => saveSentences(db, actor, params.id, body),
  )
  api.change(
    "POST /api/assessments/:id/confirm",
    "Confirm the result that one saw",
    NewConfirmation,
    ({ actor, params, body }) => confirmRound(db, actor, params.id, body),
  )
  api.change(
    "PUT /api/assessments/:id/thought",
    "Think it over until a day, or no longer",
    NewThought,
    ({ actor, params, body }) => thinkOver(db, actor, params.id, body),
  )
}
