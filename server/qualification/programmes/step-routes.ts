import { apiOf } from "../../kernel/api.ts"
import type { Db } from "../../kernel/database.ts"
import type { App } from "../../kernel/http.ts"
import { Direction, EditedStep, NewStep } from "./schema.ts"
import { addStep, editStep, moveStep, removeStep } from "./steps.ts"

export function stepRoutes(app: App, db: Db): void {
  const api = apiOf(app)
  api.make(
    "/api/programmes/:id/steps",
    "Add a step to a draft",
    NewStep,
    ({ actor, params, body }) => addStep(db, actor, params.id, body),
    { access: ["facilitator"] },
  )
  api.change(
    "PUT /api/programme-steps/:id",
    "Change a step of a draft",
    EditedStep,
    ({ actor, params, body }) => editStep(db, actor, params.id, body),
    { access: ["facilitator"] },
  )
  api.change(
    "POST /api/programme-steps/:id/move",
    "Move a step of a draft up or down by one",
    Direction,
    ({ actor, params, body }) => moveStep(db, actor, params.id, body.direction),
    { access: ["facilitator"] },
  )
  api.change(
    "DELETE /api/programme-steps/:id",
    "Remove a step from a draft",
    null,
    ({ actor, params }) => removeStep(db, actor, params.id),
    { access: ["facilitator"] },
  )
}
