import { type Static, Type } from "typebox"
import { ROLES } from "../../kernel/actor.ts"
import { Choice, Closed, Line } from "../../kernel/schemas.ts"
import { AnyPassword } from "../password/schema.ts"

/** Six digits of an app, or a recovery code with its hyphens. */
const Code = Type.String({ minLength: 1, maxLength: 30 })
export const SignInCode = Closed("SignInCode", { code: Code })
export type SignInCode = Static<typeof SignInCode>

/** What the browser says on behalf of a device, as JSON; the sealed secret that an app was set up with. */
const Answer = Type.String({ minLength: 1, maxLength: 20_000 })
const totp = { proposal: Type.String({ maxLength: 1000 }), code: Code }
const passkey = { response: Answer, name: Line(60) }
const currentPassword = AnyPassword

export const PasskeyAnswer = Closed({ response: Answer })
export const NewTotp = Closed(totp)
export type NewTotp = Static<typeof NewTotp>
export const FirstPasskey = Closed(passkey)
export type FirstPasskey = Static<typeof FirstPasskey>

/** The same of somebody who is signed in already. */
export const ConfirmedTotp = Closed({ ...totp, currentPassword })
export type ConfirmedTotp = Static<typeof ConfirmedTotp>
export const ConfirmedPasskey = Closed({ ...passkey, currentPassword })
export type ConfirmedPasskey = Static<typeof ConfirmedPasskey>
export const PasskeyName = Closed({ name: Line(60) })
export const Confirmed = Closed({ currentPassword })

export const FactorDemand = Closed("FactorDemand", {
  roles: Type.Array(Choice(ROLES, "Role"), { maxItems: ROLES.length, uniqueItems: true }),
})
