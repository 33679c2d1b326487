import { type Static, Type } from "typebox"
import { ROLES } from "../../kernel/actor.ts"
import { Choice, Closed, Id, Line, Named, Nullable } from "../../kernel/schemas.ts"
import { Email } from "../people/schema.ts"

export const NewDepartment = Closed("NewDepartment", {
  name: Line(120),
  /** Where room is short; the beginning of the name without it. */
  shortName: Type.Optional(Line(40)),
  parentId: Type.Optional(Nullable(Id)),
  mailbox: Type.Optional(Nullable(Email)),
})
export type NewDepartment = Static<typeof NewDepartment>

export const DepartmentChange = Closed(
  "DepartmentChange",
  {
    name: Type.Optional(Line(120)),
    shortName: Type.Optional(Line(40)),
    parentId: Type.Optional(Nullable(Id)),
    mailbox: Type.Optional(Nullable(Email)),
  },
  { minProperties: 1 },
)
export type DepartmentChange = Static<typeof DepartmentChange>

export const DepartmentView = Closed("Department", {
  id: Id,
  parentId: Nullable(Id),
  name: Type.String(),
  shortName: Type.String(),
  /** Hears at once of what the department is to do. */
  mailbox: Nullable(Type.String()),
  archived: Type.Boolean(),
  /** Decides on its name and on who belongs to it. */
  directory: Nullable(Named),
  /** 0 for a department without a parent. */
  depth: Type.Integer(),
})
export type DepartmentView = Static<typeof DepartmentView>

export const DepartmentsQuery = Closed({ archived: Type.Optional(Type.Boolean()) })
export const ColleaguesQuery = Closed({ role: Type.Optional(Choice(ROLES, "Role")) })
export const ColleagueView = Closed("PersonName", { id: Id, displayName: Type.String() })
