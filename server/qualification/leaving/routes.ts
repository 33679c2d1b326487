import type { Db } from "../../kernel/database.ts"
import type { App } from "../../kernel/http.ts"
import { ById, ListOf, Nothing } from "../../kernel/schemas.ts"
import { leaveCohort } from "./actions.ts"
import { findLeaving, listDepartures } from "./queries.ts"
import { DepartureRow, Leaving, LeavingView } from "./schema.ts"

const config = { access: "signed-in" } as const

export function leavingRoutes(app: App, db: Db): void {
  app.get(
    "/api/cohorts/departures",
    {
      config,
      schema: {
        summary: "List the cohorts that one was taken out of, with the day on which one's own things go",
        response: { 200: ListOf(DepartureRow) },
      },
    },
    async ({ actor }) => ({ items: await listDepartures(db, actor) }),
  )
  app.get(
    "/api/cohorts/:id/leaving",
    {
      config,
      schema: {
        summary: "Read what would be deleted if one left the cohort now",
        params: ById,
        response: { 200: LeavingView },
      },
    },
    async ({ actor, params }) => findLeaving(db, actor, params.id),
  )
  app.post(
    "/api/cohorts/:id/leave",
    {
      config,
      schema: {
        summary: "Leave the cohort as a learner; what is one's own goes at once",
        params: ById,
        body: Leaving,
        response: { 204: Nothing },
      },
    },
    async ({ actor, params, body }, reply) => {
      await leaveCohort(db, actor, params.id, body)
      return reply.code(204).send(null)
    },
  )
}
