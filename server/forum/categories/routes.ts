import { apiOf } from "../../kernel/api.ts"
import type { App } from "../../kernel/http.ts"
import type { ForumParts } from "../parts.ts"
import { discardDraft, draftCategory, draftNewCategory, releaseStructure } from "./actions.ts"
import { findCategory, listCategories, readStructure } from "./queries.ts"
import { CategoryDraft, CategoryView, Release, StructureView } from "./schema.ts"

const DRAFTERS = ["editor", "admin"] as const
const RELEASERS = ["lead", "admin"] as const
const STRUCTURE_READERS = ["editor", "lead", "admin"] as const

export async function categoryRoutes(app: App, { db }: ForumParts): Promise<void> {
  const api = apiOf(app)
  api.list("/api/categories", "List categories", CategoryView, ({ actor }) => listCategories(db, actor))
  api.read("/api/categories/:id", "Read a category", CategoryView, ({ actor, params }) =>
    findCategory(db, actor, params.id),
  )
  api.read(
    "/api/structure",
    "Read the structure of categories with its draft",
    StructureView,
    ({ actor }) => readStructure(db, actor),
    { access: STRUCTURE_READERS },
  )
  api.make(
    "/api/structure",
    "Draft a new category",
    CategoryDraft,
    ({ actor, body }) => draftNewCategory(db, actor, body),
    { access: DRAFTERS },
  )
  api.change(
    "PUT /api/structure/:id",
    "Draft a change of a category",
    CategoryDraft,
    ({ actor, params, body }) => draftCategory(db, actor, params.id, body),
    { access: DRAFTERS },
  )
  api.change(
    "DELETE /api/structure/:id",
    "Discard the draft of a category",
    null,
    ({ actor, params }) => discardDraft(db, actor, params.id),
    { access: DRAFTERS },
  )
  api.change(
    "POST /api/structure/release",
    "Release all drafts",
    Release,
    ({ actor, body }) => releaseStructure(db, actor, body),
    { access: RELEASERS },
  )
}
