import { apiOf } from "../../kernel/api.ts"
import type { Db } from "../../kernel/database.ts"
import type { App } from "../../kernel/http.ts"
import { findPhase } from "./phases.ts"
import { findPath, findStand } from "./queries.ts"
import { PathView, PhaseView, StandView } from "./schema.ts"

export function pathRoutes(app: App, db: Db): void {
  const api = apiOf(app)
  api.read(
    "/api/cohorts/:id/path",
    "Read the own learning path: what is next, and what is still owed for the certificate",
    PathView,
    ({ actor, params }) => findPath(db, actor, params.id),
  )
  api.read(
    "/api/cohorts/:id/stand",
    "Read which requirements the learners of a cohort have fulfilled, for its facilitators",
    StandView,
    ({ actor, params }) => findStand(db, actor, params.id),
  )
  api.read(
    "/api/practice-phases/:id",
    "Read a practice phase: contents, tasks and its learning impulses",
    PhaseView,
    ({ actor, params }) => findPhase(db, actor, params.id),
  )
}
