import { apiOf } from "../../kernel/api.ts"
import type { App } from "../../kernel/http.ts"
import type { AccountParts } from "../parts.ts"
import { askToLeave, cancelLeaving, orderLeaving, takeLeavingBack } from "./actions.ts"
import { findLeavingOf, findOwnLeaving } from "./queries.ts"
import { OrderedLeaving, OwnLeaving, PersonLeaving } from "./schema.ts"

const access = ["admin"] as const

export function leavingRoutes(app: App, { db }: Pick<AccountParts, "db">): void {
  const api = apiOf(app)
  api.read("/api/me/leaving", "Read whether and when one leaves for good", PersonLeaving, ({ actor }) =>
    findOwnLeaving(db, actor),
  )
  api.change(
    "PUT /api/me/leaving",
    "Ask to leave for good, in two weeks: name and address go everywhere",
    OwnLeaving,
    ({ actor, body }) => askToLeave(db, actor, body),
  )
  api.change("DELETE /api/me/leaving", "Take back that one wants to leave", null, ({ actor }) =>
    takeLeavingBack(db, actor),
  )
  api.read(
    "/api/people/:id/leaving",
    "Read whether and when a person leaves for good",
    PersonLeaving,
    ({ actor, params }) => findLeavingOf(db, actor, params.id),
    { access },
  )
  api.change(
    "PUT /api/people/:id/leaving",
    "Let a person leave for good from a day on: name and address go everywhere",
    OrderedLeaving,
    ({ actor, params, body }) => orderLeaving(db, actor, params.id, body),
    { access },
  )
  api.change(
    "DELETE /api/people/:id/leaving",
    "Let a person stay after all",
    null,
    ({ actor, params }) => cancelLeaving(db, actor, params.id),
    { access },
  )
}
