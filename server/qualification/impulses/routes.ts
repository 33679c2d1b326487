import type { Db } from "../../kernel/database.ts"
import type { App } from "../../kernel/http.ts"
import { ById, ListOf, Nothing, Versioned } from "../../kernel/schemas.ts"
import { saveImpulse, shareImpulse, unshareImpulse } from "./actions.ts"
import { findImpulse, listImpulses, type OpenQuestions } from "./queries.ts"
import { ImpulseRow, ImpulseView, SavedImpulse, SharedImpulse } from "./schema.ts"

const config = { access: "signed-in" } as const

export function impulseRoutes(app: App, db: Db, openQuestions: OpenQuestions): void {
  app.get(
    "/api/cohorts/:id/impulses",
    {
      config,
      schema: {
        summary: "List the learning impulses of a cohort, as far as they are released to the reader",
        params: ById,
        response: { 200: ListOf(ImpulseRow) },
      },
    },
    async ({ actor, params }) => ({ items: await listImpulses(db, actor, params.id) }),
  )
  app.get(
    "/api/impulses/:id",
    {
      config,
      schema: {
        summary: "Read a learning impulse, with the own answer and what others shared",
        params: ById,
        response: { 200: ImpulseView },
      },
    },
    async ({ actor, params }) => findImpulse(db, actor, params.id, openQuestions),
  )
  answeringRoutes(app, db)
}

function answeringRoutes(app: App, db: Db): void {
  app.put(
    "/api/impulses/:id/answer",
    {
      config,
      schema: {
        summary: "Save the own answer, and whether it is done, left for later or passed over",
        params: ById,
        body: SavedImpulse,
        response: { 200: Versioned },
      },
    },
    async ({ actor, params, body }) => saveImpulse(db, actor, params.id, body),
  )
  app.put(
    "/api/impulses/:id/share",
    {
      config,
      schema: {
        summary: "Share a copy of the own answer with the group or the facilitators",
        params: ById,
        body: SharedImpulse,
        response: { 204: Nothing },
      },
    },
    async ({ actor, params, body }, reply) => {
      await shareImpulse(db, actor, params.id, body)
      return reply.code(204).send(null)
    },
  )
  app.delete(
    "/api/impulses/:id/share",
    {
      config,
      schema: { summary: "Take the shared answer back", params: ById, response: { 204: Nothing } },
    },
    async ({ actor, params }, reply) => {
      await unshareImpulse(db, actor, params.id)
      return reply.code(204).send(null)
    },
  )
}
