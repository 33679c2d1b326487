import { forbidden } from "../../kernel/errors.ts"
import type { App } from "../../kernel/http.ts"
import { ById, Created, ListOf, Nothing } from "../../kernel/schemas.ts"
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
  app.get(
    "/api/departments",
    {
      config: { access: "signed-in" },
      schema: {
        querystring: DepartmentsQuery,
        response: { 200: ListOf(DepartmentView) },
      },
    },
    async (request) => ({ items: await listDepartments(db, request.query) }),
  )

  app.post(
    "/api/departments",
    { config: { access: ["admin"] }, schema: { body: NewDepartment, response: { 201: Created } } },
    async (request, reply) => {
      const { id } = await createDepartment(db, request.actor, request.body)
      return reply.code(201).send({ id })
    },
  )

  app.patch(
    "/api/departments/:id",
    {
      config: { access: ["admin"] },
      schema: { params: ById, body: DepartmentChange, response: { 204: Nothing } },
    },
    async (request, reply) => {
      await editDepartment(db, request.actor, request.params.id, request.body)
      return reply.code(204).send(null)
    },
  )

  app.post(
    "/api/departments/:id/archive",
    { config: { access: ["admin"] }, schema: { params: ById, response: { 204: Nothing } } },
    async (request, reply) => {
      await archiveDepartment(db, request.actor, request.params.id)
      return reply.code(204).send(null)
    },
  )

  app.post(
    "/api/departments/:id/restore",
    { config: { access: ["admin"] }, schema: { params: ById, response: { 204: Nothing } } },
    async (request, reply) => {
      await restoreDepartment(db, request.actor, request.params.id)
      return reply.code(204).send(null)
    },
  )

  app.get(
    "/api/departments/:id/colleagues",
    {
      config: { access: ["specialist"] },
      schema: {
        params: ById,
        querystring: ColleaguesQuery,
        response: { 200: ListOf(ColleagueView) },
      },
    },
    async (request) => {
      if (!mayListColleagues(request.actor, request.params.id)) throw forbidden()
      return { items: await listColleagues(db, request.params.id, request.query.role) }
    },
  )
}
