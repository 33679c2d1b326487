import { type Static, Type } from "typebox"
import { Closed, Id, Line, Nullable } from "../../kernel/schemas.ts"
import { Password } from "../password/schema.ts"
import { DisplayName, Email } from "../people/schema.ts"

export const NewInstallation = Closed("NewInstallation", {
  /** As printed by the server; capitals, spaces and hyphens do not matter. */
  code: Type.String({ minLength: 1, maxLength: 100 }),
  installationName: Line(80),
  departments: Type.Array(Closed({ name: Line(120) }), { minItems: 1, maxItems: 100 }),
  admin: Closed({
    displayName: DisplayName,
    email: Email,
    password: Password,
    /** The name of one of the departments above, or null for somebody who belongs to none. */
    department: Nullable(Line(120)),
  }),
})
export type NewInstallation = Static<typeof NewInstallation>

/** From the command line; see `createAdmin`. */
export const NewAdmin = Closed({ displayName: DisplayName, email: Email, password: Type.Optional(Password) })

export const SetUpView = Closed("ChosenPerson", { personId: Id })
