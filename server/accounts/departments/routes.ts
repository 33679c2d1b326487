import { apiOf } from "../../kernel/api.ts"
import { forbidden } from "../../kernel/errors.ts"
import type { App } from "../../kernel/http.ts"
import type { AccountParts } from "../parts.ts"
import { mayListColleagues } from "../policy.ts"
import { archiveDepartment, createDepartment, editDepartment, restoreDepartment } from "./actions.ts"
import { listColleagues, listDepartments } from "./queries.ts"
import {
  ColleaguesQuery,
  ColleagueView,
  DepartmentChange,
  DepartmentsQuery,
  DepartmentView,
  NewDepartment,
} from "./schema.ts"

export async function departmentRoutes(app: App, { db }: AccountParts): Promise<void> {
  const api = apiOf(app)
  api.list(
    "/api/departments",
    "List departments",
    DepartmentView,
    ({ query }) => listDepartments(db, query),
    { query: DepartmentsQuery },
  )

  api.make(
    "/api/departments",
    "Create a department",
    NewDepartment,
    ({ actor, body }) => createDepartment(db, actor, body),
    { access: ["admin"] },
  )

  api.change(
    "PATCH /api/departments/:id",
    "Change a department",
    DepartmentChange,
    ({ actor, params, body }) => editDepartment(db, actor, params.id, body),
    { access: ["admin"] },
  )

  api.change(
    "POST /api/departments/:id/archive",
    "Archive a department",
    null,
    ({ actor, params }) => archiveDepartment(db, actor, params.id),
    { access: ["admin"] },
  )

  api.change(
    "POST /api/departments/:id/restore",
    "Restore a department",
    null,
    ({ actor, params }) => restoreDepartment(db, actor, params.id),
    { access: ["admin"] },
  )

  api.list(
    "/api/departments/:id/colleagues",
    "List colleagues of a department",
    ColleagueView,
    async ({ actor, params, query }) => {
      if (!mayListColleagues(actor, params.id)) throw forbidden()
      return listColleagues(db, params.id, query.role)
    },
    { access: ["specialist"], query: ColleaguesQuery },
  )
}
