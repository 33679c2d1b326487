import type { Db } from "../../kernel/database.ts"
import type { App } from "../../kernel/http.ts"
import { ById, Created, Nothing } from "../../kernel/schemas.ts"
import { Direction, EditedStep, NewStep } from "./schema.ts"
import { addStep, editStep, moveStep, removeStep } from "./steps.ts"

const config = { access: ["facilitator"] } as const

export function stepRoutes(app: App, db: Db): void {
  app.post(
    "/api/programmes/:id/steps",
    {
      config,
      schema: {
        summary: "Add a step to a draft",
        params: ById,
        body: NewStep,
        response: { 201: Created },
      },
    },
    async (request, reply) =>
      reply.code(201).send(await addStep(db, request.actor, request.params.id, request.body)),
  )
  app.put(
    "/api/programme-steps/:id",
    {
      config,
      schema: {
        summary: "Change a step of a draft",
        params: ById,
        body: EditedStep,
        response: { 204: Nothing },
      },
    },
    async (request, reply) => {
      await editStep(db, request.actor, request.params.id, request.body)
      return reply.code(204).send(null)
    },
  )
  app.post(
    "/api/programme-steps/:id/move",
    {
      config,
      schema: {
        summary: "Move a step of a draft up or down by one",
        params: ById,
        body: Direction,
        response: { 204: Nothing },
      },
    },
    async (request, reply) => {
      await moveStep(db, request.actor, request.params.id, request.body.direction)
      return reply.code(204).send(null)
    },
  )
  app.delete(
    "/api/programme-steps/:id",
    {
      config,
      schema: { summary: "Remove a step from a draft", params: ById, response: { 204: Nothing } },
    },
    async (request, reply) => {
      await removeStep(db, request.actor, request.params.id)
      return reply.code(204).send(null)
    },
  )
}
