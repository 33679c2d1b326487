import { apiOf } from "../../../kernel/api.ts"
import type { App } from "../../../kernel/http.ts"
import type { AccountParts } from "../../parts.ts"
import { applyImport, discardImport, findImport, prepareImport } from "./actions.ts"
import { ImportDone, ImportView, NewImport } from "./schema.ts"

const access = ["admin"] as const

export async function importRoutes(app: App, { db }: AccountParts): Promise<void> {
  const api = apiOf(app)
  api.make(
    "/api/people/imports",
    "Put a file of people aside, to look at what it would do",
    NewImport,
    ({ actor, body }) => prepareImport(db, actor, body),
    { access },
  )

  api.read(
    "/api/people/imports/:id",
    "Read what a file of people would do",
    ImportView,
    ({ actor, params }) => findImport(db, actor, params.id),
    { access },
  )

  api.make(
    "/api/people/imports/:id/apply",
    "Take over a file of people",
    null,
    ({ actor, params }) => applyImport(db, actor, params.id),
    { access, answer: ImportDone },
  )

  api.change(
    "DELETE /api/people/imports/:id",
    "Discard a file of people",
    null,
    ({ actor, params }) => discardImport(db, actor, params.id),
    { access },
  )
}
