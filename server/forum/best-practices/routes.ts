import { Type } from "typebox"
import type { App } from "../../kernel/http.ts"
import { ById, Closed, Created, Cursor, Id, Nothing, PageOf } from "../../kernel/schemas.ts"
import type { ForumParts } from "../parts.ts"
import { editBestPractice, shareBestPractice } from "./actions.ts"
import { findBestPractice, listBestPractices } from "./queries.ts"
import { BestPracticeRow, BestPracticeView, EditedBestPractice, NewBestPractice } from "./schema.ts"

const Filter = Closed({
  category: Type.Optional(Id),
  mine: Type.Optional(Type.Boolean()),
  after: Type.Optional(Cursor),
})

export async function bestPracticeRoutes(app: App, { db }: ForumParts): Promise<void> {
  app.get(
    "/api/best-practices",
    {
      config: { access: "signed-in" },
      schema: { querystring: Filter, response: { 200: PageOf(BestPracticeRow) } },
    },
    async ({ actor, query }) => {
      const { category, mine, after } = query
      return listBestPractices(
        db,
        actor,
        { ...(category && { categoryIds: [category] }), ...(mine && { mine }) },
        after,
      )
    },
  )
  app.post(
    "/api/best-practices",
    { config: { access: "signed-in" }, schema: { body: NewBestPractice, response: { 201: Created } } },
    async (request, reply) => reply.code(201).send(await shareBestPractice(db, request.actor, request.body)),
  )
  app.get(
    "/api/best-practices/:id",
    { config: { access: "signed-in" }, schema: { params: ById, response: { 200: BestPracticeView } } },
    async (request) => findBestPractice(db, request.actor, request.params.id),
  )
  app.put(
    "/api/best-practices/:id",
    {
      config: { access: "signed-in" },
      schema: { params: ById, body: EditedBestPractice, response: { 204: Nothing } },
    },
    async (request, reply) => {
      await editBestPractice(db, request.actor, request.params.id, request.body)
      return reply.code(204).send(null)
    },
  )
}
