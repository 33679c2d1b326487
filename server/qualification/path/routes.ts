import type { Db } from "../../kernel/database.ts"
import type { App } from "../../kernel/http.ts"
import { ById } from "../../kernel/schemas.ts"
import { findPhase } from "./phases.ts"
import { findPath, findStand } from "./queries.ts"
import { PathView, PhaseView, StandView } from "./schema.ts"

export function pathRoutes(app: App, db: Db): void {
  const config = { access: "signed-in" } as const
  app.get(
    "/api/cohorts/:id/path",
    {
      config,
      schema: {
        summary: "Read the own learning path: what is next, and what is still owed for the certificate",
        params: ById,
        response: { 200: PathView },
      },
    },
    async ({ actor, params }) => findPath(db, actor, params.id),
  )
  app.get(
    "/api/cohorts/:id/stand",
    {
      config,
      schema: {
        summary: "Read which requirements the learners of a cohort have fulfilled, for its facilitators",
        params: ById,
        response: { 200: StandView },
      },
    },
    async ({ actor, params }) => findStand(db, actor, params.id),
  )
  app.get(
    "/api/practice-phases/:id",
    {
      config,
      schema: {
        summary: "Read a practice phase: contents, tasks and its learning impulses",
        params: ById,
        response: { 200: PhaseView },
      },
    },
    async ({ actor, params }) => findPhase(db, actor, params.id),
  )
}
