import { type Static, Type } from "typebox"
import { ROLES } from "../../kernel/actor.ts"
import { Choice, Closed, Id, Line, Named, Nullable, PageOf } from "../../kernel/schemas.ts"

export const LOCALES = ["de", "en"] as const
/** Umlauts in the domain are fine; see `kernel/addresses`. */
export const Email = Type.String({ format: "idn-email", maxLength: 254 })
export const DisplayName = Line(100)
const Roles = Type.Array(Choice(ROLES, "Role"), { minItems: 1, maxItems: ROLES.length, uniqueItems: true })
const DepartmentIds = Type.Array(Id, { maxItems: 50, uniqueItems: true })

export const NewPerson = Closed("NewPerson", {
  displayName: DisplayName,
  email: Email,
  departmentIds: DepartmentIds,
  roles: Roles,
  locale: Type.Optional(Choice(LOCALES, "Locale")),
  /** False: no invitation yet; it can be sent later. */
  invite: Type.Optional(Type.Boolean()),
})
export type NewPerson = Static<typeof NewPerson>

export const PersonChange = Closed(
  "PersonChange",
  {
    displayName: Type.Optional(DisplayName),
    email: Type.Optional(Email),
    departmentIds: Type.Optional(DepartmentIds),
    roles: Type.Optional(Roles),
  },
  { minProperties: 1 },
)
export type PersonChange = Static<typeof PersonChange>

export const DepartmentName = Closed("DepartmentName", {
  id: Id,
  name: Type.String(),
  shortName: Type.String(),
})
export const PersonView = Closed("Person", {
  id: Id,
  displayName: Type.String(),
  email: Type.String(),
  active: Type.Boolean(),
  roles: Type.Array(Choice(ROLES, "Role")),
  locale: Choice(LOCALES, "Locale"),
  departments: Type.Array(DepartmentName),
  /** No password was ever set: the invitation is still open. */
  invited: Type.Boolean(),
  /** Decides on name, address and access. */
  directory: Nullable(Named),
})
export type PersonView = Static<typeof PersonView>
export const PeoplePage = PageOf(PersonView)

export const PeopleQuery = Closed({
  after: Type.Optional(Id),
  name: Type.Optional(Type.String({ maxLength: 100 })),
  departmentId: Type.Optional(Id),
  role: Type.Optional(Choice(ROLES, "Role")),
  active: Type.Optional(Type.Boolean()),
})
export type PeopleQuery = Static<typeof PeopleQuery>
