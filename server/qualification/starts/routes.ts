import { apiOf } from "../../kernel/api.ts"
import type { Db } from "../../kernel/database.ts"
import type { App } from "../../kernel/http.ts"
import { findExperiences, saveExperience } from "./experiences.ts"
import { addWorkProcess, editWorkProcess, listWorkProcesses, removeWorkProcess } from "./processes.ts"
import {
  EditedWorkProcess,
  ExperienceView,
  NewWorkProcess,
  OwnExperience,
  WorkProcessVersion,
  WorkProcessView,
} from "./schema.ts"

export function startRoutes(app: App, db: Db): void {
  experienceRoutes(app, db)
  processRoutes(app, db)
}

function experienceRoutes(app: App, db: Db): void {
  const api = apiOf(app)
  const at = "/api/cohorts/:id/experiences"
  api.read(at, "Read the experience with digital media together", ExperienceView, ({ actor, params }) =>
    findExperiences(db, actor, params.id),
  )
  api.change(`PUT ${at}`, "Give the own experience", OwnExperience, ({ actor, params, body }) =>
    saveExperience(db, actor, params.id, body),
  )
}

function processRoutes(app: App, db: Db): void {
  const api = apiOf(app)
  const at = "/api/cohorts/:id/work-processes"
  api.list(at, "List the work processes of a cohort", WorkProcessView, ({ actor, params }) =>
    listWorkProcesses(db, actor, params.id),
  )
  api.make(at, "Add a work process", NewWorkProcess, ({ actor, params, body }) =>
    addWorkProcess(db, actor, params.id, body),
  )
  api.change(
    "PUT /api/work-processes/:id",
    "Change a work process",
    EditedWorkProcess,
    ({ actor, params, body }) => editWorkProcess(db, actor, params.id, body),
  )
  api.change(
    "DELETE /api/work-processes/:id",
    "Delete a work process",
    null,
    ({ actor, params, query }) => removeWorkProcess(db, actor, params.id, query.version),
    { query: WorkProcessVersion },
  )
}
