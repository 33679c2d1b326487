import { apiOf } from "../../kernel/api.ts"
import type { Db } from "../../kernel/database.ts"
import type { App } from "../../kernel/http.ts"
import { TimerControl } from "../timers/schema.ts"
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

export function consultingRoutes(app: App, db: Db): void {
  topicRoutes(app, db)
  ballotRoutes(app, db)
  readingRoutes(app, db)
  runningRoutes(app, db)
  resultRoutes(app, db)
}

function topicRoutes(app: App, db: Db): void {
  const api = apiOf(app)
  api.make(
    "/api/cohort-steps/:id/consulting-topics",
    "Put in a topic for peer consulting",
    NewTopic,
    ({ actor, params, body }) => addTopic(db, actor, params.id, body),
  )
  const at = "/api/consulting-topics/:id"
  api.change(`PUT ${at}`, "Change the own topic", EditedTopic, ({ actor, params, body }) =>
    editTopic(db, actor, params.id, body),
  )
  api.change(`DELETE ${at}`, "Withdraw the own topic", null, ({ actor, params }) =>
    withdrawTopic(db, actor, params.id),
  )
}

function ballotRoutes(app: App, db: Db): void {
  const api = apiOf(app)
  const at = "/api/consulting-topics/:id/vote"
  api.change(`PUT ${at}`, "Vote for a topic", null, ({ actor, params }) =>
    voteForTopic(db, actor, params.id, true),
  )
  api.change(`DELETE ${at}`, "Take back the vote for a topic", null, ({ actor, params }) =>
    voteForTopic(db, actor, params.id, false),
  )
  api.change(
    "PUT /api/cohort-steps/:id/consulting-ballot",
    "Close the ballot on the topics, or begin a new one",
    ClosedBallot,
    ({ actor, params, body }) => (body.closed ? closeBallot : reopenBallot)(db, actor, params.id),
  )
}

function readingRoutes(app: App, db: Db): void {
  const api = apiOf(app)
  api.read(
    "/api/cohort-steps/:id/consulting-topics",
    "Read the topics for peer consulting of a session",
    TopicsView,
    ({ actor, params }) => findTopics(db, actor, params.id),
  )
  api.list(
    "/api/cohorts/:id/consultings",
    "List what is running of peer consulting, and the results that one may read",
    ConsultingRow,
    ({ actor, params }) => listConsultings(db, actor, params.id),
  )
  api.read("/api/consultings/:id", "Read a peer consulting", ConsultingView, ({ actor, params }) =>
    findConsulting(db, actor, params.id),
  )
}

function runningRoutes(app: App, db: Db): void {
  const api = apiOf(app)
  const at = "/api/consultings/:id"
  api.make(
    "/api/cohort-steps/:id/consultings",
    "Begin a peer consulting on a topic",
    NewConsulting,
    ({ actor, params, body }) => startConsulting(db, actor, params.id, body),
  )
  api.change(
    `PATCH ${at}/timer`,
    "Move the timer of a peer consulting: next, previous, pause, later, shorter, end",
    TimerControl,
    ({ actor, params, body }) => timeConsulting(db, actor, params.id, body),
  )
  api.change(
    `POST ${at}/restart`,
    "Start the timer of a peer consulting from the beginning",
    null,
    ({ actor, params }) => restartConsulting(db, actor, params.id),
  )
  api.change(`POST ${at}/moderation`, "Take over the moderation", null, ({ actor, params }) =>
    takeModeration(db, actor, params.id),
  )
  api.change(
    `POST ${at}/reopen`,
    "Take up an own consulting again that had ended",
    null,
    ({ actor, params }) => reopenConsulting(db, actor, params.id),
  )
  api.change(
    `DELETE ${at}`,
    "Delete a peer consulting with all that was put down",
    null,
    ({ actor, params }) => discardConsulting(db, actor, params.id),
  )
}

function resultRoutes(app: App, db: Db): void {
  const api = apiOf(app)
  const at = "/api/consultings/:id"
  api.make(`${at}/lines`, "Put down a hypothesis or an idea", NewLine, ({ actor, params, body }) =>
    addLine(db, actor, params.id, body),
  )
  api.change(
    "DELETE /api/consulting-lines/:id",
    "Remove a line of a peer consulting",
    null,
    ({ actor, params }) => removeLine(db, actor, params.id),
  )
  api.change(`PUT ${at}/decision`, "Note what one takes along", Decision, ({ actor, params, body }) =>
    saveDecision(db, actor, params.id, body),
  )
  api.change(
    `PUT ${at}/sharing`,
    "Let the group read the own result, or take that back",
    Sharing,
    ({ actor, params, body }) => shareResult(db, actor, params.id, body.shared),
  )
}
