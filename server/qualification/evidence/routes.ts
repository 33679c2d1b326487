import type { Db } from "../../kernel/database.ts"
import type { App } from "../../kernel/http.ts"
import type { Keys } from "../../kernel/key-file.ts"
import { ById, Created, Nothing } from "../../kernel/schemas.ts"
import { attachEvidence, editEvidence, removeEvidence } from "./actions.ts"
import { listEvidence, listProposals, type OwnPosts } from "./queries.ts"
import {
  EditedEvidence,
  EvidenceList,
  NewEvidence,
  Proposals,
  Sources,
  SourcesQuery,
  TakenEvidence,
} from "./schema.ts"
import { listSources, takeEvidence } from "./taking.ts"

const config = { access: "signed-in" } as const

export function evidenceRoutes(app: App, db: Db, ownPosts: OwnPosts, keys: Keys | null): void {
  app.get(
    "/api/cohorts/:id/evidence",
    {
      config,
      schema: { summary: "List the own evidence", params: ById, response: { 200: EvidenceList } },
    },
    async (request) => listEvidence(db, request.actor, request.params.id),
  )
  app.get(
    "/api/cohorts/:id/evidence/proposals",
    {
      config,
      schema: {
        summary: "List own posts that could be attached as evidence",
        params: ById,
        response: { 200: Proposals },
      },
    },
    async (request) => ({ items: await listProposals(db, request.actor, request.params.id, ownPosts) }),
  )
  app.post(
    "/api/cohorts/:id/evidence",
    {
      config,
      schema: {
        summary: "Attach evidence",
        params: ById,
        body: NewEvidence,
        response: { 201: Created },
      },
    },
    async (request, reply) =>
      reply.code(201).send(await attachEvidence(db, request.actor, request.params.id, request.body)),
  )
  app.put(
    "/api/evidence/:id",
    {
      config,
      schema: { summary: "Change evidence", params: ById, body: EditedEvidence, response: { 204: Nothing } },
    },
    async (request, reply) => {
      await editEvidence(db, request.actor, request.params.id, request.body)
      return reply.code(204).send(null)
    },
  )
  app.delete(
    "/api/evidence/:id",
    { config, schema: { summary: "Remove evidence", params: ById, response: { 204: Nothing } } },
    async (request, reply) => {
      await removeEvidence(db, request.actor, request.params.id)
      return reply.code(204).send(null)
    },
  )
  takingRoutes(app, db, keys)
}

function takingRoutes(app: App, db: Db, keys: Keys | null): void {
  app.get(
    "/api/cohorts/:id/evidence/sources",
    {
      config,
      schema: {
        summary: "List own learning projects and journal entries that could be attached as evidence",
        params: ById,
        querystring: SourcesQuery,
        response: { 200: Sources },
      },
    },
    async (request) => listSources(db, keys, request.actor, request.params.id, request.query.after),
  )
  app.post(
    "/api/cohorts/:id/evidence/taken",
    {
      config,
      schema: {
        summary: "Attach a result of an own learning project, or a copy of an own journal entry as it is now",
        params: ById,
        body: TakenEvidence,
        response: { 201: Created },
      },
    },
    async (request, reply) =>
      reply.code(201).send(await takeEvidence(db, keys, request.actor, request.params.id, request.body)),
  )
}
