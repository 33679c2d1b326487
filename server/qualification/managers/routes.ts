import type { Db } from "../../kernel/database.ts"
import type { App } from "../../kernel/http.ts"
import { ById, ListOf } from "../../kernel/schemas.ts"
import { findManaged, listManaged } from "./queries.ts"
import { ManagedRow, ManagerView } from "./schema.ts"

const config = { access: "signed-in" } as const

export function managerRoutes(app: App, db: Db): void {
  app.get(
    "/api/cohorts/managed",
    {
      config,
      schema: {
        summary: "List the cohorts that one is a manager of, with what waits",
        response: { 200: ListOf(ManagedRow) },
      },
    },
    async ({ actor }) => ({ items: await listManaged(db, actor) }),
  )
  app.get(
    "/api/cohorts/:id/managed",
    {
      config,
      schema: {
        summary: "Read a cohort as one of its managers: dates, and what was released to them",
        params: ById,
        response: { 200: ManagerView },
      },
    },
    async ({ actor, params }) => findManaged(db, actor, params.id),
  )
}
