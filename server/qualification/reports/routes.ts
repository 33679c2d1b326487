import { apiOf } from "../../kernel/api.ts"
import type { Db } from "../../kernel/database.ts"
import type { App } from "../../kernel/http.ts"
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

const AT = "/api/cohorts/:id/report"

export function reportRoutes(app: App, db: Db): void {
  readingRoutes(app, db)
  writingRoutes(app, db)
  releasingRoutes(app, db)
}

function readingRoutes(app: App, db: Db): void {
  const api = apiOf(app)
  api.read(AT, "Read the feedback report as the group works on it", ReportView, ({ actor, params }) =>
    findReport(db, actor, params.id),
  )
  api.read(
    `${AT}/released`,
    "Read the feedback report as it was released",
    ReleasedView,
    ({ actor, params }) => findReleased(db, actor, params.id),
  )
}

function writingRoutes(app: App, db: Db): void {
  const api = apiOf(app)
  api.change(
    `PUT ${AT}/contribution`,
    "Collect own experience for the report",
    Contributions,
    ({ actor, params, body }) => contribute(db, actor, params.id, body),
  )
  api.change(
    `POST ${AT}/compose`,
    "Put the report together on behalf of the group",
    null,
    ({ actor, params }) => composeReport(db, actor, params.id),
  )
  api.change(`PUT ${AT}`, "Write the report", SavedReport, ({ actor, params, body }) =>
    saveReport(db, actor, params.id, body),
  )
}

function releasingRoutes(app: App, db: Db): void {
  const api = apiOf(app)
  api.change(
    `POST ${AT}/approve`,
    "Agree with the present edition",
    ApprovedReport,
    ({ actor, params, body }) => approveReport(db, actor, params.id, body.version),
  )
  api.change(`POST ${AT}/release`, "Release it to the managers", ReleasedReport, ({ actor, params, body }) =>
    releaseReport(db, actor, params.id, body),
  )
  api.change(`POST ${AT}/withdraw`, "Take the released report back", null, ({ actor, params }) =>
    withdrawReport(db, actor, params.id),
  )
}
