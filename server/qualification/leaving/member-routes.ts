import { apiOf } from "../../kernel/api.ts"
import type { Db } from "../../kernel/database.ts"
import type { App } from "../../kernel/http.ts"
import * as schema from "../cohorts/schema.ts"
import { addMember, changeManagers, findCandidates, removeMember } from "./members.ts"

export function memberRoutes(app: App, db: Db): void {
  const api = apiOf(app)
  api.list(
    "/api/cohorts/:id/candidates",
    "Find people by name whom a facilitator could add",
    schema.Candidate,
    ({ actor, params, query }) => findCandidates(db, actor, params.id, query.name),
    { query: schema.CandidateQuery },
  )
  api.make(
    "/api/cohorts/:id/members",
    "Add a person to a cohort",
    schema.NewMember,
    ({ actor, params, body }) => addMember(db, actor, params.id, body),
  )
  api.change(
    "PATCH /api/cohorts/:id/members/:memberId",
    "Change the manager that a learner makes agreements with",
    schema.ChangedMember,
    ({ actor, params, body }) => changeManagers(db, actor, params.id, [params.memberId], body.managerId),
    { params: schema.ByMember },
  )
  api.change(
    "DELETE /api/cohorts/:id/members/:memberId",
    "End a person's part in a cohort",
    null,
    ({ actor, params }) => removeMember(db, actor, params.id, params.memberId),
    { params: schema.ByMember },
  )
}
