import { apiOf } from "../../kernel/api.ts"
import type { Db } from "../../kernel/database.ts"
import type { App } from "../../kernel/http.ts"
import { leaveCohort } from "./actions.ts"
import { findLeaving, listDepartures } from "./queries.ts"
import { DepartureRow, Leaving, LeavingView } from "./schema.ts"

export function leavingRoutes(app: App, db: Db): void {
  const api = apiOf(app)
  api.list(
    "/api/cohorts/departures",
    "List the cohorts that one was taken out of, with the day on which one's own things go",
    DepartureRow,
    ({ actor }) => listDepartures(db, actor),
  )
  api.read(
    "/api/cohorts/:id/leaving",
    "Read what would be deleted if one left the cohort now",
    LeavingView,
    ({ actor, params }) => findLeaving(db, actor, params.id),
  )
  api.change(
    "POST /api/cohorts/:id/leave",
    "Leave the cohort as a learner; what is one's own goes at once",
    Leaving,
    ({ actor, params, body }) => leaveCohort(db, actor, params.id, body),
  )
}
