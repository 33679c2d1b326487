import type { Db } from "../../kernel/database.ts"
import type { App } from "../../kernel/http.ts"
import { ById, Created, ListOf, Nothing } from "../../kernel/schemas.ts"
import { findExperiences, saveExperience } from "./experiences.ts"
import { addWorkProcess, editWorkProcess, listWorkProcesses, removeWorkProcess } from "./processes.ts"
import {
  EditedWorkProcess,
  ExperienceView,
  NewWorkProcess,
  OwnExperience,
  WorkProcessView,
} from "./schema.ts"

const config = { access: "signed-in" } as const
const done = { 204: Nothing }

export function startRoutes(app: App, db: Db): void {
  experienceRoutes(app, db)
  processRoutes(app, db)
}

function experienceRoutes(app: App, db: Db): void {
  const at = "/api/cohorts/:id/experiences"
  app.get(
    at,
    {
      config,
      schema: {
        summary: "Read the experience with digital media together",
        params: ById,
        response: { 200: ExperienceView },
      },
    },
    async ({ actor, params }) => findExperiences(db, actor, params.id),
  )
  app.put(
    at,
    {
      config,
      schema: { summary: "Give the own experience", params: ById, body: OwnExperience, response: done },
    },
    async ({ actor, params, body }, reply) => {
      await saveExperience(db, actor, params.id, body)
      return reply.code(204).send(null)
    },
  )
}

function processRoutes(app: App, db: Db): void {
  const at = "/api/cohorts/:id/work-processes"
  app.get(
    at,
    {
      config,
      schema: {
        summary: "List the work processes of a cohort",
        params: ById,
        response: { 200: ListOf(WorkProcessView) },
      },
    },
    async ({ actor, params }) => ({ items: await listWorkProcesses(db, actor, params.id) }),
  )
  app.post(
    at,
    {
      config,
      schema: {
        summary: "Add a work process",
        params: ById,
        body: NewWorkProcess,
        response: { 201: Created },
      },
    },
    async ({ actor, params, body }, reply) =>
      reply.code(201).send(await addWorkProcess(db, actor, params.id, body)),
  )
  app.put(
    "/api/work-processes/:id",
    {
      config,
      schema: { summary: "Change a work process", params: ById, body: EditedWorkProcess, response: done },
    },
    async ({ actor, params, body }, reply) => {
      await editWorkProcess(db, actor, params.id, body)
      return reply.code(204).send(null)
    },
  )
  app.delete(
    "/api/work-processes/:id",
    { config, schema: { summary: "Delete a work process", params: ById, response: done } },
    async ({ actor, params }, reply) => {
      await removeWorkProcess(db, actor, params.id)
      return reply.code(204).send(null)
    },
  )
}
