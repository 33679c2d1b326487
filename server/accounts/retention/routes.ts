import { apiOf } from "../../kernel/api.ts"
import type { App } from "../../kernel/http.ts"
import type { AccountParts } from "../parts.ts"
import { liftHold, listHolds, placeHold } from "./holds.ts"
import { listRetention, setRetention, tryRetention } from "./rules.ts"
import { ByKind, HoldView, NewHold, NewRetention, RetentionRow, RetentionTrial } from "./schema.ts"

const access = ["admin"] as const

export function retentionRoutes(app: App, { db, retentionKinds: kinds, threadExists }: AccountParts): void {
  const api = apiOf(app)
  api.list(
    "/api/retention",
    "List the kinds of data for which a period can be set, with the period",
    RetentionRow,
    ({ actor }) => listRetention({ db, kinds }, actor),
    { access },
  )
  api.list(
    "/api/retention/trial",
    "Count what the periods would let go in the next night, by kind",
    RetentionTrial,
    ({ actor }) => tryRetention({ db, kinds }, actor),
    { access },
  )
  api.change(
    "PUT /api/retention/:kind",
    "Set for how many days a kind of data is kept",
    NewRetention,
    ({ actor, params, body }) => setRetention({ db, kinds }, actor, params.kind, body),
    { access, params: ByKind },
  )
  api.list(
    "/api/legal-holds",
    "List what must not be deleted for now, the oldest first",
    HoldView,
    ({ actor }) => listHolds(db, actor),
    { access },
  )
  api.make(
    "/api/legal-holds",
    "Put a person's data or a thread on hold, for a reason",
    NewHold,
    ({ actor, body }) => placeHold(db, threadExists, actor, body),
    { access },
  )
  api.change(
    "DELETE /api/legal-holds/:id",
    "Lift a hold",
    null,
    ({ actor, params }) => liftHold(db, actor, params.id),
    {
      access,
    },
  )
}
