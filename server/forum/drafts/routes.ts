import { apiOf } from "../../kernel/api.ts"
import type { Db } from "../../kernel/database.ts"
import type { App } from "../../kernel/http.ts"
import { discardDraft } from "./actions.ts"
import { listDrafts } from "./queries.ts"
import { DraftView } from "./schema.ts"

export async function draftRoutes(app: App, { db }: { db: Db }): Promise<void> {
  const api = apiOf(app)
  api.list("/api/drafts", "List what one sent by mail and has not published yet", DraftView, ({ actor }) =>
    listDrafts(db, actor),
  )
  api.change("DELETE /api/drafts/:id", "Discard an own draft", null, ({ actor, params }) =>
    discardDraft(db, actor, params.id),
  )
}
