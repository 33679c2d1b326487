import { type Static, Type } from "typebox"
import { ROLES } from "../../kernel/actor.ts"
import { Choice, Closed, Day, Id, Instant } from "../../kernel/schemas.ts"
import { AnyPassword } from "../password/schema.ts"
import { Email } from "../people/schema.ts"

export const SignIn = Closed({ email: Email, password: AnyPassword })
export type SignIn = Static<typeof SignIn>

export const SessionView = Closed({
  id: Id,
  device: Type.String(),
  signedInOn: Day,
  /** Rounded up to the week. */
  expiresAt: Instant,
  current: Type.Boolean(),
})
export type SessionView = Static<typeof SessionView>

export const SessionsQuery = Closed({ scope: Type.Optional(Choice(["others", "all"])) })

export const TrialSignIn = Closed({ personId: Id })
export const TrialPersonView = Closed({
  id: Id,
  displayName: Type.String(),
  roles: Type.Array(Choice(ROLES)),
  departments: Type.Array(Type.String()),
})
