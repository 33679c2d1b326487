import type { Db } from "../../kernel/database.ts"
import type { App } from "../../kernel/http.ts"
import { AtVersion, ById, Created, ListOf, Nothing } from "../../kernel/schemas.ts"
import { copyProgramme, discardDraft, editProgramme, prepareEdition } from "./drafts.ts"
import { offerProgramme, publishProgramme, withdrawProgramme } from "./publishing.ts"
import { findProgramme, listProgrammes } from "./queries.ts"
import { CopyOrder, EditedProgramme, ProgrammeRow, ProgrammeView } from "./schema.ts"
import { stepRoutes } from "./step-routes.ts"

const config = { access: ["facilitator"] } as const

export function programmeRoutes(app: App, db: Db): void {
  app.get(
    "/api/programmes",
    {
      config,
      schema: {
        summary: "List the programmes that are offered, and own drafts and withdrawn ones",
        response: { 200: ListOf(ProgrammeRow) },
      },
    },
    async (request) => ({ items: await listProgrammes(db, request.actor) }),
  )
  app.get(
    "/api/programmes/:id",
    {
      config,
      schema: {
        summary: "Read a programme with its steps; of a draft with what it lacks",
        params: ById,
        response: { 200: ProgrammeView },
      },
    },
    async (request) => findProgramme(db, request.actor, request.params.id),
  )
  draftRoutes(app, db)
  publishingRoutes(app, db)
  stepRoutes(app, db)
}

function draftRoutes(app: App, db: Db): void {
  app.post(
    "/api/programmes/:id/copy",
    {
      config,
      schema: {
        summary: "Copy a programme to a draft of one's own",
        params: ById,
        body: CopyOrder,
        response: { 201: Created },
      },
    },
    async (request, reply) =>
      reply.code(201).send(await copyProgramme(db, request.actor, request.params.id, request.body)),
  )
  app.post(
    "/api/programmes/:id/editions",
    {
      config,
      schema: {
        summary: "Prepare the next edition of an own programme as a draft",
        params: ById,
        response: { 201: Created },
      },
    },
    async (request, reply) =>
      reply.code(201).send(await prepareEdition(db, request.actor, request.params.id)),
  )
  app.put(
    "/api/programmes/:id",
    {
      config,
      schema: {
        summary: "Change name, description and requirements of a draft",
        params: ById,
        body: EditedProgramme,
        response: { 204: Nothing },
      },
    },
    async (request, reply) => {
      await editProgramme(db, request.actor, request.params.id, request.body)
      return reply.code(204).send(null)
    },
  )
  app.delete(
    "/api/programmes/:id",
    {
      config,
      schema: { summary: "Discard a draft", params: ById, response: { 204: Nothing } },
    },
    async (request, reply) => {
      await discardDraft(db, request.actor, request.params.id)
      return reply.code(204).send(null)
    },
  )
}

function publishingRoutes(app: App, db: Db): void {
  app.post(
    "/api/programmes/:id/publish",
    {
      config,
      schema: {
        summary: "Publish a draft as an edition that never changes again",
        params: ById,
        body: AtVersion,
        response: { 204: Nothing },
      },
    },
    async (request, reply) => {
      await publishProgramme(db, request.actor, request.params.id, request.body.version)
      return reply.code(204).send(null)
    },
  )
  app.post(
    "/api/programmes/:id/withdraw",
    {
      config,
      schema: {
        summary: "Take an edition out of the choice",
        params: ById,
        response: { 204: Nothing },
      },
    },
    async (request, reply) => {
      await withdrawProgramme(db, request.actor, request.params.id)
      return reply.code(204).send(null)
    },
  )
  app.post(
    "/api/programmes/:id/offer",
    {
      config,
      schema: {
        summary: "Put a withdrawn edition back into the choice",
        params: ById,
        response: { 204: Nothing },
      },
    },
    async (request, reply) => {
      await offerProgramme(db, request.actor, request.params.id)
      return reply.code(204).send(null)
    },
  )
}
