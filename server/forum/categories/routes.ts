import type { App } from "../../kernel/http.ts"
import { ById, Created, ListOf, Nothing } from "../../kernel/schemas.ts"
import type { ForumParts } from "../parts.ts"
import { discardDraft, draftCategory, draftNewCategory, releaseStructure } from "./actions.ts"
import { findCategory, listCategories, readStructure } from "./queries.ts"
import { CategoryDraft, CategoryView, Release, StructureView } from "./schema.ts"

const DRAFTERS = ["editor", "admin"] as const
const RELEASERS = ["lead", "admin"] as const
const STRUCTURE_READERS = ["editor", "lead", "admin"] as const

export async function categoryRoutes(app: App, { db }: ForumParts): Promise<void> {
  app.get(
    "/api/categories",
    {
      config: { access: "signed-in" },
      schema: { response: { 200: ListOf(CategoryView) } },
    },
    async (request) => ({ items: await listCategories(db, request.actor) }),
  )
  app.get(
    "/api/categories/:id",
    { config: { access: "signed-in" }, schema: { params: ById, response: { 200: CategoryView } } },
    async (request) => findCategory(db, request.actor, request.params.id),
  )
  app.get(
    "/api/structure",
    { config: { access: STRUCTURE_READERS }, schema: { response: { 200: StructureView } } },
    async (request) => readStructure(db, request.actor),
  )
  app.post(
    "/api/structure",
    { config: { access: DRAFTERS }, schema: { body: CategoryDraft, response: { 201: Created } } },
    async (request, reply) => reply.code(201).send(await draftNewCategory(db, request.actor, request.body)),
  )
  app.put(
    "/api/structure/:id",
    {
      config: { access: DRAFTERS },
      schema: { params: ById, body: CategoryDraft, response: { 204: Nothing } },
    },
    async (request, reply) => {
      await draftCategory(db, request.actor, request.params.id, request.body)
      return reply.code(204).send(null)
    },
  )
  app.delete(
    "/api/structure/:id",
    { config: { access: DRAFTERS }, schema: { params: ById, response: { 204: Nothing } } },
    async (request, reply) => {
      await discardDraft(db, request.actor, request.params.id)
      return reply.code(204).send(null)
    },
  )
  app.post(
    "/api/structure/release",
    { config: { access: RELEASERS }, schema: { body: Release, response: { 204: Nothing } } },
    async (request, reply) => {
      await releaseStructure(db, request.actor, request.body)
      return reply.code(204).send(null)
    },
  )
}
