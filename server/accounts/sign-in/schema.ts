import { type Static, Type } from "typebox"
import { ROLES } from "../../kernel/actor.ts"
import { Choice, Closed, Day, Id, Instant } from "../../kernel/schemas.ts"
import { AnyPassword } from "../password/schema.ts"
import { Email } from "../people/schema.ts"

export const SignIn = Closed("SignIn", { email: Email, password: AnyPassword })
export type SignIn = Static<typeof SignIn>

export const SessionView = Closed("SignInSession", {
  id: Id,
  device: Type.String(),
  signedInOn: Day,
  /** Rounded up to the week. */
  expiresAt: Instant,
  current: Type.Boolean(),
})
export type SessionView = Static<typeof SessionView>

export const SessionsQuery = Closed({ scope: Type.Optional(Choice(["others", "all"])) })

export const TrialSignIn = Closed("ChosenPerson", { personId: Id })
export const TrialPersonView = Closed("TrialPerson", {
  id: Id,
  displayName: Type.String(),
  roles: Type.Array(Choice(ROLES, "Role")),
  departments: Type.Array(Type.String()),
})
