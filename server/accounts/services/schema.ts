import { type Static, Type } from "typebox"
import { ROLES, type Role } from "../../kernel/actor.ts"
import { Choice, Closed, Id, Line } from "../../kernel/schemas.ts"
import { ApiTokenView } from "../api-tokens/schema.ts"
import { DepartmentName } from "../people/schema.ts"

/** A program administers nothing: no token is good for that. */
export const SERVICE_ROLES = ROLES.filter((role) => role !== "admin")

export const NewService = Closed("NewService", {
  name: Line(80),
  roles: Type.Array(Type.Unsafe<Role>(Choice(SERVICE_ROLES)), {
    minItems: 1,
    maxItems: SERVICE_ROLES.length,
    uniqueItems: true,
  }),
  departmentIds: Type.Array(Id, { maxItems: 50, uniqueItems: true }),
})
export type NewService = Static<typeof NewService>

export const ServiceView = Closed("Service", {
  id: Id,
  name: Type.String(),
  active: Type.Boolean(),
  roles: Type.Array(Choice(ROLES, "Role")),
  departments: Type.Array(DepartmentName),
  tokens: Type.Array(ApiTokenView),
})
export type ServiceView = Static<typeof ServiceView>
