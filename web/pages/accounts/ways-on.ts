import type { Entered } from "../../../server/accounts/index.ts"
import { ownPath } from "../../site.tsx"

export const SIGN_IN = "/anmelden"
export const CODE = "/anmelden/code"
export const SET_UP = "/anmelden/einrichten"

/** Where somebody goes after the password: where they wanted to, or first to what is still needed. */
export function wayAfter({ need }: Pick<Entered, "need">, returnTo: string): string {
  if (need === "factor") return withReturn(CODE, returnTo)
  if (need === "set-up") return withReturn(SET_UP, returnTo)
  return ownPath(returnTo)
}

/** An address that leads on to an own page later. */
export const withReturn = (path: string, returnTo: string) =>
  ownPath(returnTo) === "/" ? path : `${path}?weiter=${encodeURIComponent(returnTo)}`
