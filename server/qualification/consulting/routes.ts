import type { Db } from "../../kernel/database.ts"
import type { App } from "../../kernel/http.ts"
import { ById, Created, ListOf, Nothing } from "../../kernel/schemas.ts"
import { TimerDeed } from "../timers/schema.ts"
import { findConsulting, findTopics, listConsultings } from "./queries.ts"
import { addLine, removeLine, saveDecision, shareResult } from "./result.ts"
import {
  discardConsulting,
  reopenConsulting,
  restartConsulting,
  startConsulting,
  takeModeration,
  timeConsulting,
} from "./running.ts"
import {
  ClosedBallot,
  ConsultingRow,
  ConsultingView,
  Decision,
  EditedTopic,
  NewConsulting,
  NewLine,
  NewTopic,
  Sharing,
  TopicsView,
} from "./schema.ts"
import { addTopic, closeBallot, editTopic, reopenBallot, voteForTopic, withdrawTopic } from "./topics.ts"

const config = { access: "signed-in" } as const
const done = { 204: Nothing }
const made = { 201: Created }

export function consultingRoutes(app: App, db: Db): void {
  topicRoutes(app, db)
  ballotRoutes(app, db)
  readingRoutes(app, db)
  runningRoutes(app, db)
  resultRoutes(app, db)
}

function topicRoutes(app: App, db: Db): void {
  app.post(
    "/api/cohort-steps/:id/consulting-topics",
    {
      config,
      schema: {
        summary: "Put in a topic for peer consulting",
        params: ById,
        body: NewTopic,
        response: made,
      },
    },
    async ({ actor, params, body }, reply) =>
      reply.code(201).send(await addTopic(db, actor, params.id, body)),
  )
  app.put(
    "/api/consulting-topics/:id",
    { config, schema: { summary: "Change the own topic", params: ById, body: EditedTopic, response: done } },
    async ({ actor, params, body }, reply) => {
      await editTopic(db, actor, params.id, body)
      return reply.code(204).send(null)
    },
  )
  app.delete(
    "/api/consulting-topics/:id",
    { config, schema: { summary: "Withdraw the own topic", params: ById, response: done } },
    async ({ actor, params }, reply) => {
      await withdrawTopic(db, actor, params.id)
      return reply.code(204).send(null)
    },
  )
}

function ballotRoutes(app: App, db: Db): void {
  app.put(
    "/api/consulting-topics/:id/vote",
    { config, schema: { summary: "Vote for a topic", params: ById, response: done } },
    async ({ actor, params }, reply) => {
      await voteForTopic(db, actor, params.id, true)
      return reply.code(204).send(null)
    },
  )
  app.delete(
    "/api/consulting-topics/:id/vote",
    { config, schema: { summary: "Take back the vote for a topic", params: ById, response: done } },
    async ({ actor, params }, reply) => {
      await voteForTopic(db, actor, params.id, false)
      return reply.code(204).send(null)
    },
  )
  app.put(
    "/api/cohort-steps/:id/consulting-ballot",
    {
      config,
      schema: {
        summary: "Close the ballot on the topics, or begin a new one",
        params: ById,
        body: ClosedBallot,
        response: done,
      },
    },
    async ({ actor, params, body }, reply) => {
      await (body.closed ? closeBallot : reopenBallot)(db, actor, params.id)
      return reply.code(204).send(null)
    },
  )
}

function readingRoutes(app: App, db: Db): void {
  app.get(
    "/api/cohort-steps/:id/consulting-topics",
    {
      config,
      schema: {
        summary: "Read the topics for peer consulting of a session",
        params: ById,
        response: { 200: TopicsView },
      },
    },
    async ({ actor, params }) => findTopics(db, actor, params.id),
  )
  app.get(
    "/api/cohorts/:id/consultings",
    {
      config,
      schema: {
        summary: "List what is running of peer consulting, and the results that one may read",
        params: ById,
        response: { 200: ListOf(ConsultingRow) },
      },
    },
    async ({ actor, params }) => ({ items: await listConsultings(db, actor, params.id) }),
  )
  app.get(
    "/api/consultings/:id",
    {
      config,
      schema: { summary: "Read a peer consulting", params: ById, response: { 200: ConsultingView } },
    },
    async ({ actor, params }) => findConsulting(db, actor, params.id),
  )
}

function runningRoutes(app: App, db: Db): void {
  app.post(
    "/api/cohort-steps/:id/consultings",
    {
      config,
      schema: {
        summary: "Begin a peer consulting on a topic",
        params: ById,
        body: NewConsulting,
        response: made,
      },
    },
    async ({ actor, params, body }, reply) =>
      reply.code(201).send(await startConsulting(db, actor, params.id, body)),
  )
  app.patch(
    "/api/consultings/:id/timer",
    {
      config,
      schema: {
        summary: "Move the timer of a peer consulting: next, previous, pause, later, shorter, end",
        params: ById,
        body: TimerDeed,
        response: done,
      },
    },
    async ({ actor, params, body }, reply) => {
      await timeConsulting(db, actor, params.id, body)
      return reply.code(204).send(null)
    },
  )
  const deeds = [
    ["restart", "Start the timer of a peer consulting from the beginning", restartConsulting],
    ["moderation", "Take over the moderation", takeModeration],
    ["reopen", "Take up an own consulting again that had ended", reopenConsulting],
  ] as const
  for (const [name, summary, deed] of deeds)
    app.post(
      `/api/consultings/:id/${name}`,
      { config, schema: { summary, params: ById, response: done } },
      async ({ actor, params }, reply) => {
        await deed(db, actor, params.id)
        return reply.code(204).send(null)
      },
    )
  app.delete(
    "/api/consultings/:id",
    {
      config,
      schema: {
        summary: "Delete a peer consulting with all that was put down",
        params: ById,
        response: done,
      },
    },
    async ({ actor, params }, reply) => {
      await discardConsulting(db, actor, params.id)
      return reply.code(204).send(null)
    },
  )
}

function resultRoutes(app: App, db: Db): void {
  app.post(
    "/api/consultings/:id/lines",
    {
      config,
      schema: { summary: "Put down a hypothesis or an idea", params: ById, body: NewLine, response: made },
    },
    async ({ actor, params, body }, reply) => reply.code(201).send(await addLine(db, actor, params.id, body)),
  )
  app.delete(
    "/api/consulting-lines/:id",
    { config, schema: { summary: "Remove a line of a peer consulting", params: ById, response: done } },
    async ({ actor, params }, reply) => {
      await removeLine(db, actor, params.id)
      return reply.code(204).send(null)
    },
  )
  app.put(
    "/api/consultings/:id/decision",
    {
      config,
      schema: { summary: "Note what one takes along", params: ById, body: Decision, response: done },
    },
    async ({ actor, params, body }, reply) => {
      await saveDecision(db, actor, params.id, body)
      return reply.code(204).send(null)
    },
  )
  app.put(
    "/api/consultings/:id/sharing",
    {
      config,
      schema: {
        summary: "Let the group read the own result, or take that back",
        params: ById,
        body: Sharing,
        response: done,
      },
    },
    async ({ actor, params, body }, reply) => {
      await shareResult(db, actor, params.id, body.shared)
      return reply.code(204).send(null)
    },
  )
}
