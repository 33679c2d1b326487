import { type Static, Type } from "typebox"
import { Choice, Closed } from "../../kernel/schemas.ts"
import { Email, LOCALES } from "../people/schema.ts"
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from "./policy.ts"

export const Password = Type.String({ minLength: SHORTEST_PASSWORD, maxLength: LONGEST_PASSWORD })
/** One that is compared, not chosen: nothing is said about its length. */
export const AnyPassword = Type.String({ minLength: 1, maxLength: LONGEST_PASSWORD })
const Token = Type.String({ minLength: 1, maxLength: 100 })

export const PasswordBySelf = Closed("PasswordBySelf", {
  currentPassword: AnyPassword,
  newPassword: Password,
})
export type PasswordBySelf = Static<typeof PasswordBySelf>

export const PasswordByLink = Closed("PasswordByLink", { token: Token, password: Password })
export type PasswordByLink = Static<typeof PasswordByLink>

export const ForgottenPassword = Closed("ForgottenPassword", { email: Email })
export type ForgottenPassword = Static<typeof ForgottenPassword>

export const ByToken = Closed({ token: Token })
export const LinkView = Closed("Link", {
  purpose: Choice(["invitation", "reset"]),
  displayName: Type.String(),
  locale: Choice(LOCALES, "Locale"),
})
