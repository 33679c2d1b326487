import { apiOf } from "../../kernel/api.ts"
import type { Db } from "../../kernel/database.ts"
import type { App } from "../../kernel/http.ts"
import { Versioned } from "../../kernel/schemas.ts"
import { saveImpulse, shareImpulse, unshareImpulse } from "./actions.ts"
import { findImpulse, listImpulses, type OpenQuestions } from "./queries.ts"
import { ImpulseRow, ImpulseView, SavedImpulse, SharedImpulse } from "./schema.ts"

export function impulseRoutes(app: App, db: Db, openQuestions: OpenQuestions): void {
  const api = apiOf(app)
  api.list(
    "/api/cohorts/:id/impulses",
    "List the learning impulses of a cohort, as far as they are released to the reader",
    ImpulseRow,
    ({ actor, params }) => listImpulses(db, actor, params.id),
  )
  api.read(
    "/api/impulses/:id",
    "Read a learning impulse, with the own answer and what others shared",
    ImpulseView,
    ({ actor, params }) => findImpulse(db, actor, params.id, openQuestions),
  )
  api.change(
    "PUT /api/impulses/:id/answer",
    "Save the own answer, and whether it is done, left for later or passed over",
    SavedImpulse,
    ({ actor, params, body }) => saveImpulse(db, actor, params.id, body),
    { answer: Versioned },
  )
  api.change(
    "PUT /api/impulses/:id/share",
    "Share a copy of the own answer with the group or the facilitators",
    SharedImpulse,
    ({ actor, params, body }) => shareImpulse(db, actor, params.id, body),
  )
  api.change("DELETE /api/impulses/:id/share", "Take the shared answer back", null, ({ actor, params }) =>
    unshareImpulse(db, actor, params.id),
  )
}
