import { type Static, Type } from "typebox"
import { ROLES } from "../../kernel/actor.ts"
import { Choice, Closed, Id } from "../../kernel/schemas.ts"
import { DepartmentName, LOCALES } from "../people/schema.ts"

export const MeView = Closed("Me", {
  id: Id,
  displayName: Type.String(),
  email: Type.String(),
  roles: Type.Array(Choice(ROLES, "Role")),
  departments: Type.Array(DepartmentName),
  locale: Choice(LOCALES, "Locale"),
  mailWithoutContent: Type.Boolean(),
})
export type MeView = Static<typeof MeView>

export const MyChange = Closed(
  "MyChange",
  {
    locale: Type.Optional(Choice(LOCALES, "Locale")),
    mailWithoutContent: Type.Optional(Type.Boolean()),
  },
  { minProperties: 1 },
)
export type MyChange = Static<typeof MyChange>
