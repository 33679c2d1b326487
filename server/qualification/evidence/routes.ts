import { apiOf } from "../../kernel/api.ts"
import type { Db } from "../../kernel/database.ts"
import type { App } from "../../kernel/http.ts"
import type { Keys } from "../../kernel/key-file.ts"
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

export function evidenceRoutes(app: App, db: Db, ownPosts: OwnPosts, keys: Keys | null): void {
  const api = apiOf(app)
  api.read("/api/cohorts/:id/evidence", "List the own evidence", EvidenceList, ({ actor, params }) =>
    listEvidence(db, actor, params.id),
  )
  api.read(
    "/api/cohorts/:id/evidence/proposals",
    "List own posts that could be attached as evidence",
    Proposals,
    async ({ actor, params }) => ({ items: await listProposals(db, actor, params.id, ownPosts) }),
  )
  api.make("/api/cohorts/:id/evidence", "Attach evidence", NewEvidence, ({ actor, params, body }) =>
    attachEvidence(db, actor, params.id, body),
  )
  api.change("PUT /api/evidence/:id", "Change evidence", EditedEvidence, ({ actor, params, body }) =>
    editEvidence(db, actor, params.id, body),
  )
  api.change("DELETE /api/evidence/:id", "Remove evidence", null, ({ actor, params }) =>
    removeEvidence(db, actor, params.id),
  )
  api.read(
    "/api/cohorts/:id/evidence/sources",
    "List own learning projects and journal entries that could be attached as evidence",
    Sources,
    ({ actor, params, query }) => listSources(db, keys, actor, params.id, query.after),
    { query: SourcesQuery },
  )
  api.make(
    "/api/cohorts/:id/evidence/taken",
    "Attach a result of an own learning project, or a copy of an own journal entry as it is now",
    TakenEvidence,
    ({ actor, params, body }) => takeEvidence(db, keys, actor, params.id, body),
  )
}
