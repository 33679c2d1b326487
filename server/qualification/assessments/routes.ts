import type { Db } from "../../kernel/database.ts"
import type { App } from "../../kernel/http.ts"
import { ById, Created, Nothing } from "../../kernel/schemas.ts"
import { TimerDeed } from "../timers/schema.ts"
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

const config = { access: "signed-in" } as const
const done = { 204: Nothing }

export function assessmentRoutes(app: App, db: Db): void {
  planningRoutes(app, db)
  preparingRoutes(app, db)
  ratingRoutes(app, db)
  agreeingRoutes(app, db)
}

function planningRoutes(app: App, db: Db): void {
  app.get(
    "/api/cohorts/:id/assessments",
    {
      config,
      schema: {
        summary: "List the rounds of a cohort: to its facilitators all dates, to learners their own rounds",
        params: ById,
        response: { 200: RoundPlan },
      },
    },
    async (request) => findRoundPlan(db, request.actor, request.params.id),
  )
  app.post(
    "/api/cohorts/:id/assessments",
    {
      config,
      schema: {
        summary: "Form a round for every learner without one",
        params: ById,
        body: NewRounds,
        response: done,
      },
    },
    async (request, reply) => {
      await formRounds(db, request.actor, request.params.id, request.body)
      return reply.code(204).send(null)
    },
  )
  app.put(
    "/api/assessments/:id",
    {
      config,
      schema: {
        summary: "Change people and date of a round",
        params: ById,
        body: EditedRound,
        response: done,
      },
    },
    async (request, reply) => {
      await changeRound(db, request.actor, request.params.id, request.body)
      return reply.code(204).send(null)
    },
  )
  app.delete(
    "/api/assessments/:id",
    {
      config,
      schema: { summary: "Remove a round that has not begun", params: ById, response: done },
    },
    async (request, reply) => {
      await removeRound(db, request.actor, request.params.id)
      return reply.code(204).send(null)
    },
  )
}

function preparingRoutes(app: App, db: Db): void {
  app.get(
    "/api/assessments/:id",
    {
      config,
      schema: { summary: "Read a round that one sits in", params: ById, response: { 200: AssessmentView } },
    },
    async (request) => findRound(db, request.actor, request.params.id),
  )
  app.put(
    "/api/assessments/:id/preparation",
    {
      config,
      schema: {
        summary: "Write the own preparation",
        params: ById,
        body: EditedPreparation,
        response: done,
      },
    },
    async (request, reply) => {
      await savePreparation(db, request.actor, request.params.id, request.body)
      return reply.code(204).send(null)
    },
  )
  app.post(
    "/api/assessments/:id/release",
    {
      config,
      schema: {
        summary: "Show the other two a copy of the preparation, the self-rating and chosen evidence",
        params: ById,
        body: NewRelease,
        response: done,
      },
    },
    async (request, reply) => {
      await releasePreparation(db, request.actor, request.params.id, request.body)
      return reply.code(204).send(null)
    },
  )
  app.delete(
    "/api/assessments/:id/release",
    {
      config,
      schema: { summary: "Withdraw what was released", params: ById, response: done },
    },
    async (request, reply) => {
      await withdrawPreparation(db, request.actor, request.params.id)
      return reply.code(204).send(null)
    },
  )
  app.post(
    "/api/assessments/:id/begin",
    { config, schema: { summary: "Begin the round", params: ById, response: done } },
    async (request, reply) => {
      await beginRound(db, request.actor, request.params.id)
      return reply.code(204).send(null)
    },
  )
}

function ratingRoutes(app: App, db: Db): void {
  app.put(
    "/api/assessments/:id/rating",
    {
      config,
      schema: {
        summary: "Keep or submit the own rating, as learner or facilitator",
        params: ById,
        body: NewRating,
        response: done,
      },
    },
    async (request, reply) => {
      await saveRating(db, request.actor, request.params.id, request.body)
      return reply.code(204).send(null)
    },
  )
  app.patch(
    "/api/assessments/:id/timer",
    {
      config,
      schema: {
        summary: "Move the timer of a round: next, previous, pause, later, shorter, end",
        params: ById,
        body: TimerDeed,
        response: done,
      },
    },
    async (request, reply) => {
      await timeRound(db, request.actor, request.params.id, request.body)
      return reply.code(204).send(null)
    },
  )
  app.post(
    "/api/assessments/:id/observations",
    {
      config,
      schema: {
        summary: "Add what one saw, as peer",
        params: ById,
        body: NewObservation,
        response: { 201: Created },
      },
    },
    async (request, reply) =>
      reply.code(201).send(await addObservation(db, request.actor, request.params.id, request.body)),
  )
  app.delete(
    "/api/assessment-observations/:id",
    {
      config,
      schema: { summary: "Take back an own observation", params: ById, response: done },
    },
    async (request, reply) => {
      await removeObservation(db, request.actor, request.params.id)
      return reply.code(204).send(null)
    },
  )
}

function agreeingRoutes(app: App, db: Db): void {
  app.put(
    "/api/assessments/:id/results",
    {
      config,
      schema: {
        summary: "Note the agreed level of one competence",
        params: ById,
        body: NewResult,
        response: done,
      },
    },
    async (request, reply) => {
      await saveResult(db, request.actor, request.params.id, request.body)
      return reply.code(204).send(null)
    },
  )
  app.put(
    "/api/assessments/:id/sentences",
    {
      config,
      schema: {
        summary: "Word the sentences of the certificate, as learner",
        params: ById,
        body: NewSentences,
        response: done,
      },
    },
    async (request, reply) => {
      await saveSentences(db, request.actor, request.params.id, request.body)
      return reply.code(204).send(null)
    },
  )
  app.post(
    "/api/assessments/:id/confirm",
    {
      config,
      schema: {
        summary: "Confirm the result that one saw",
        params: ById,
        body: NewConfirmation,
        response: done,
      },
    },
    async (request, reply) => {
      await confirmRound(db, request.actor, request.params.id, request.body)
      return reply.code(204).send(null)
    },
  )
  app.put(
    "/api/assessments/:id/thought",
    {
      config,
      schema: {
        summary: "Think it over until a day, or no longer",
        params: ById,
        body: NewThought,
        response: done,
      },
    },
    async (request, reply) => {
      await thinkOver(db, request.actor, request.params.id, request.body)
      return reply.code(204).send(null)
    },
  )
}
