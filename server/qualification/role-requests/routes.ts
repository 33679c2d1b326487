import { apiOf } from "../../kernel/api.ts"
import type { Db } from "../../kernel/database.ts"
import type { App } from "../../kernel/http.ts"
import { declineRole, grantRole, requestRole } from "./actions.ts"
import { listLearnerRoles, listOpenRoleRequests } from "./queries.ts"
import { DeclinedRole, NewRoleRequest, OpenRoleRequest, RoleRow } from "./schema.ts"

const access = ["admin"] as const

export function roleRequestRoutes(app: App, db: Db): void {
  const api = apiOf(app)
  const at = "/api/cohorts/:id/role-requests"
  api.list(
    at,
    "List who of the learners may set the platform up, and for whom that was requested; learners read their own",
    RoleRow,
    ({ actor, params }) => listLearnerRoles(db, actor, params.id),
  )
  api.make(
    at,
    "Request, as a facilitator, that a learner may set the platform up",
    NewRoleRequest,
    ({ actor, params, body }) => requestRole(db, actor, params.id, body),
  )
  api.list(
    "/api/role-requests",
    "List the requests that nobody has decided yet, the oldest first",
    OpenRoleRequest,
    ({ actor }) => listOpenRoleRequests(db, actor),
    { access },
  )
  api.change(
    "POST /api/role-requests/:id/grant",
    "Give the learner the role",
    null,
    ({ actor, params }) => grantRole(db, actor, params.id),
    { access },
  )
  api.change(
    "POST /api/role-requests/:id/decline",
    "Decline a request, with a reason",
    DeclinedRole,
    ({ actor, params, body }) => declineRole(db, actor, params.id, body),
    { access },
  )
}
