import type { Db } from "../../kernel/database.ts"
import type { App } from "../../kernel/http.ts"
import { ListOf, Nothing, Versioned } from "../../kernel/schemas.ts"
import { decidePlan, reopenPlan, savePlan } from "./actions.ts"
import { findPlan, findPlanEdition, listDataProtection } from "./queries.ts"
import {
  DataProtectionView,
  DecidedPlan,
  PlanAddress,
  PlanEdition,
  PlanEditionView,
  PlanView,
  SavedPlan,
} from "./schema.ts"

const config = { access: "signed-in" } as const

export function planRoutes(app: App, db: Db): void {
  readingRoutes(app, db)
  writingRoutes(app, db)
}

function readingRoutes(app: App, db: Db): void {
  app.get(
    "/api/cohorts/:id/plans/:kind",
    {
      config,
      schema: {
        summary: "Read a plan of the group: information event, rules of use, roll-out or data protection",
        params: PlanAddress,
        response: { 200: PlanView },
      },
    },
    async ({ actor, params }) => findPlan(db, actor, params.id, params.kind),
  )
  app.get(
    "/api/cohorts/:id/plans/:kind/editions/:version",
    {
      config,
      schema: {
        summary: "Read an edition of a plan",
        params: PlanEdition,
        response: { 200: PlanEditionView },
      },
    },
    async ({ actor, params }) => findPlanEdition(db, actor, params.id, params.kind, params.version),
  )
  app.get(
    "/api/data-protection",
    {
      config,
      schema: {
        summary: "List what data protection workshops have laid down",
        response: { 200: ListOf(DataProtectionView) },
      },
    },
    async () => ({ items: await listDataProtection(db) }),
  )
}

function writingRoutes(app: App, db: Db): void {
  app.put(
    "/api/cohorts/:id/plans/:kind",
    {
      config,
      schema: {
        summary: "Write the next edition of a plan",
        params: PlanAddress,
        body: SavedPlan,
        response: { 200: Versioned },
      },
    },
    async ({ actor, params, body }) => savePlan(db, actor, params.id, params.kind, body),
  )
  app.post(
    "/api/cohorts/:id/plans/:kind/decide",
    {
      config,
      schema: {
        summary: "Record that the group has decided the present edition",
        params: PlanAddress,
        body: DecidedPlan,
        response: { 204: Nothing },
      },
    },
    async ({ actor, params, body }, reply) => {
      await decidePlan(db, actor, params.id, params.kind, body.version)
      return reply.code(204).send(null)
    },
  )
  app.post(
    "/api/cohorts/:id/plans/:kind/reopen",
    {
      config,
      schema: { summary: "Take the decision back", params: PlanAddress, response: { 204: Nothing } },
    },
    async ({ actor, params }, reply) => {
      await reopenPlan(db, actor, params.id, params.kind)
      return reply.code(204).send(null)
    },
  )
}
