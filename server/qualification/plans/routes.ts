import { apiOf } from "../../kernel/api.ts"
import type { Db } from "../../kernel/database.ts"
import type { App } from "../../kernel/http.ts"
import { Versioned } from "../../kernel/schemas.ts"
import { decidePlan, reopenPlan, savePlan } from "./actions.ts"
import { findPlan, findPlanEdition, listDataProtection } from "./queries.ts"
import { showRules } from "./rules.ts"
import {
  DataProtectionView,
  DecidedPlan,
  PlanAddress,
  PlanEdition,
  PlanEditionView,
  PlanView,
  SavedPlan,
} from "./schema.ts"

export function planRoutes(app: App, db: Db): void {
  readingRoutes(app, db)
  writingRoutes(app, db)
}

function readingRoutes(app: App, db: Db): void {
  const api = apiOf(app)
  api.read(
    "/api/cohorts/:id/plans/:kind",
    "Read a plan of the group: rules of use, information event, roll-out and others",
    PlanView,
    ({ actor, params }) => findPlan(db, actor, params.id, params.kind),
    { params: PlanAddress },
  )
  api.read(
    "/api/cohorts/:id/plans/:kind/editions/:version",
    "Read an edition of a plan",
    PlanEditionView,
    ({ actor, params }) => findPlanEdition(db, actor, params.id, params.kind, params.version),
    { params: PlanEdition },
  )
  api.list(
    "/api/data-protection",
    "List what data protection workshops have laid down",
    DataProtectionView,
    () => listDataProtection(db),
  )
}

function writingRoutes(app: App, db: Db): void {
  const api = apiOf(app)
  api.change(
    "PUT /api/cohorts/:id/plans/:kind",
    "Write the next edition of a plan",
    SavedPlan,
    ({ actor, params, body }) => savePlan(db, actor, params.id, params.kind, body),
    { params: PlanAddress, answer: Versioned },
  )
  api.change(
    "POST /api/cohorts/:id/plans/:kind/decide",
    "Record that the group has decided the present edition",
    DecidedPlan,
    ({ actor, params, body }) => decidePlan(db, actor, params.id, params.kind, body.version),
    { params: PlanAddress },
  )
  api.make(
    "/api/cohorts/:id/rules-draft",
    "Show everybody the rules of use that the group decided, as a draft for comments",
    null,
    ({ actor, params }) => showRules(db, actor, params.id),
  )
  api.change(
    "POST /api/cohorts/:id/plans/:kind/reopen",
    "Take the decision back",
    null,
    ({ actor, params }) => reopenPlan(db, actor, params.id, params.kind),
    { params: PlanAddress },
  )
}
