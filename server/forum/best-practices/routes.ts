import { Type } from "typebox"
import { apiOf } from "../../kernel/api.ts"
import type { App } from "../../kernel/http.ts"
import { Closed, Cursor, Id, PageOf } from "../../kernel/schemas.ts"
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
  const api = apiOf(app)
  api.read(
    "/api/best-practices",
    "List best practices",
    PageOf(BestPracticeRow),
    async ({ actor, query }) => {
      const { category, mine, after } = query
      return listBestPractices(
        db,
        actor,
        { ...(category && { categoryIds: [category] }), ...(mine && { mine }) },
        after,
      )
    },
    { query: Filter },
  )
  api.make("/api/best-practices", "Share a best practice", NewBestPractice, ({ actor, body }) =>
    shareBestPractice(db, actor, body),
  )
  api.read("/api/best-practices/:id", "Read a best practice", BestPracticeView, ({ actor, params }) =>
    findBestPractice(db, actor, params.id),
  )
  api.change(
    "PUT /api/best-practices/:id",
    "Change a best practice",
    EditedBestPractice,
    ({ actor, params, body }) => editBestPractice(db, actor, params.id, body),
  )
}
