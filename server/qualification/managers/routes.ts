import { apiOf } from "../../kernel/api.ts"
import type { Db } from "../../kernel/database.ts"
import type { App } from "../../kernel/http.ts"
import { findManaged, listManaged } from "./queries.ts"
import { ManagedRow, ManagerView } from "./schema.ts"

export function managerRoutes(app: App, db: Db): void {
  const api = apiOf(app)
  api.list(
    "/api/cohorts/managed",
    "List the cohorts that one is a manager of, with what waits",
    ManagedRow,
    ({ actor }) => listManaged(db, actor),
  )
  api.read(
    "/api/cohorts/:id/managed",
    "Read a cohort as one of its managers: dates, and what was released to them",
    ManagerView,
    ({ actor, params }) => findManaged(db, actor, params.id),
  )
}
