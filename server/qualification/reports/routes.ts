import type { Db } from "../../kernel/database.ts"
import type { App } from "../../kernel/http.ts"
import { ById, Nothing } from "../../kernel/schemas.ts"
import {
  approveReport,
  composeReport,
  contribute,
  releaseReport,
  saveReport,
  withdrawReport,
} from "./actions.ts"
import { findReleased, findReport } from "./queries.ts"
import {
  ApprovedReport,
  Contributions,
  ReleasedReport,
  ReleasedView,
  ReportView,
  SavedReport,
} from "./schema.ts"

const config = { access: "signed-in" } as const
const AT = "/api/cohorts/:id/report"
const done = { 204: Nothing }

export function reportRoutes(app: App, db: Db): void {
  readingRoutes(app, db)
  writingRoutes(app, db)
  releasingRoutes(app, db)
}

function readingRoutes(app: App, db: Db): void {
  app.get(
    AT,
    {
      config,
      schema: {
        summary: "Read the feedback report as the group works on it",
        params: ById,
        response: { 200: ReportView },
      },
    },
    async ({ actor, params }) => findReport(db, actor, params.id),
  )
  app.get(
    `${AT}/released`,
    {
      config,
      schema: {
        summary: "Read the feedback report as it was released",
        params: ById,
        response: { 200: ReleasedView },
      },
    },
    async ({ actor, params }) => findReleased(db, actor, params.id),
  )
}

function writingRoutes(app: App, db: Db): void {
  app.put(
    `${AT}/contribution`,
    {
      config,
      schema: {
        summary: "Collect own experience for the report",
        params: ById,
        body: Contributions,
        response: done,
      },
    },
    async ({ actor, params, body }, reply) => {
      await contribute(db, actor, params.id, body)
      return reply.code(204).send(null)
    },
  )
  app.post(
    `${AT}/compose`,
    {
      config,
      schema: { summary: "Put the report together on behalf of the group", params: ById, response: done },
    },
    async ({ actor, params }, reply) => {
      await composeReport(db, actor, params.id)
      return reply.code(204).send(null)
    },
  )
  app.put(
    AT,
    { config, schema: { summary: "Write the report", params: ById, body: SavedReport, response: done } },
    async ({ actor, params, body }, reply) => {
      await saveReport(db, actor, params.id, body)
      return reply.code(204).send(null)
    },
  )
}

function releasingRoutes(app: App, db: Db): void {
  app.post(
    `${AT}/approve`,
    {
      config,
      schema: {
        summary: "Agree with the present edition",
        params: ById,
        body: ApprovedReport,
        response: done,
      },
    },
    async ({ actor, params, body }, reply) => {
      await approveReport(db, actor, params.id, body.version)
      return reply.code(204).send(null)
    },
  )
  app.post(
    `${AT}/release`,
    {
      config,
      schema: { summary: "Release it to the managers", params: ById, body: ReleasedReport, response: done },
    },
    async ({ actor, params, body }, reply) => {
      await releaseReport(db, actor, params.id, body)
      return reply.code(204).send(null)
    },
  )
  app.post(
    `${AT}/withdraw`,
    { config, schema: { summary: "Take the released report back", params: ById, response: done } },
    async ({ actor, params }, reply) => {
      await withdrawReport(db, actor, params.id)
      return reply.code(204).send(null)
    },
  )
}
