import { type Static, Type } from "typebox"
import { ROLES } from "../../../kernel/actor.ts"
import { Choice, Closed, Id, Nullable, Text } from "../../../kernel/schemas.ts"

/** A thousand lines and more; a longer file is split. */
const LONGEST_FILE = 400_000

export const NewImport = Closed("NewPeopleImport", {
  /** The file as text, with the line of its headings. */
  content: Text(LONGEST_FILE),
  /** Whoever is new gets an invitation to set a password. */
  invite: Type.Boolean(),
})
export type NewImport = Static<typeof NewImport>

const IMPORT_FIELDS = ["file", "displayName", "email", "roles", "departmentIds", "locale"] as const

export const ImportFault = Closed("PeopleImportFault", {
  /** As the file counts them, the headings being the first; 0: the file as a whole. */
  line: Type.Integer(),
  field: Choice(IMPORT_FIELDS, "PeopleImportField"),
  code: Type.String(),
  limit: Nullable(Type.Integer()),
  /** What stands there. */
  value: Type.String(),
})
export type ImportFault = Static<typeof ImportFault>

const Roles = Type.Array(Choice(ROLES, "Role"))
export const ImportLine = Closed("PeopleImportLine", {
  line: Type.Integer(),
  displayName: Type.String(),
  email: Type.String(),
  /** Whoever is there already; null: a new person. */
  personId: Nullable(Id),
  roles: Roles,
  departments: Type.Array(Type.String()),
  /** What becomes different of somebody who is there. */
  changes: Type.Array(Choice(["displayName", "roles", "departmentIds"], "PeopleImportChange")),
})
export type ImportLine = Static<typeof ImportLine>

export const ImportView = Closed("PeopleImport", {
  id: Id,
  invite: Type.Boolean(),
  added: Type.Array(ImportLine),
  changed: Type.Array(ImportLine),
  /** How many people stand in the file as they are here. */
  left: Type.Integer(),
  /** Nothing can be taken over before there is none. */
  faults: Type.Array(ImportFault),
  /** Columns that are not read. */
  ignored: Type.Array(Type.String()),
})
export type ImportView = Static<typeof ImportView>

export const ImportDone = Closed("PeopleImportDone", { added: Type.Integer(), changed: Type.Integer() })
