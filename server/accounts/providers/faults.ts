import { DrizzleQueryError } from "drizzle-orm"
import { errors as jose } from "jose"
import { AuthorizationResponseError, ClientError, ResponseBodyError } from "openid-client"
import { Refusal } from "../../kernel/errors.ts"
import { outageIn } from "../../kernel/outage.ts"
import { refusal } from "../codes.ts"

/** Says for the log what went wrong, without anything of the tokens that errors of the libraries carry along. */
export type TellFault = (fault: { provider: string; code: string; error: string }) => void

/** What providers answer where somebody is to be asked something, and none was to be asked. */
const WOULD_ASK = ["login_required", "interaction_required", "consent_required", "account_selection_required"]
const TEMPORARY = ["server_error", "temporarily_unavailable"]

/** The provider answered that the person is signed in there no more. */
export const isSignedOutThere = (error: unknown) =>
  error instanceof AuthorizationResponseError && WOULD_ASK.includes(error.error)

export const isUnreachable = (error: unknown) =>
  error instanceof Refusal && error.code === "providers.unreachable"

/** Nothing of it is the provider's fault, and its text may hold names and addresses, which belong into no line about one. */
export const isOfDatabase = (error: unknown) => outageIn(error) !== null || error instanceof DrizzleQueryError

/** What a request to the provider failed by: nobody there, or something there that is no provider. */
export function networkFault(error: unknown): Refusal {
  return error instanceof Refusal ? error : isOutage(error) ? unreachable() : refusal(502, "providers.failed")
}

const unreachable = () => refusal(503, "providers.unreachable")

/** What coming back failed by, for the person. */
export function arrivalFault(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  if (error instanceof AuthorizationResponseError) {
    if (error.error === "access_denied") return refusal(403, "providers.denied")
    return TEMPORARY.includes(error.error) ? unreachable() : refusal(400, "providers.failed")
  }
  if (isOutage(error)) return unreachable()
  return refusal(400, "providers.failed")
}

function isOutage(error: unknown): boolean {
  if (error instanceof jose.JWKSTimeout) return true
  // The keys were answered by something else than keys.
  if (error instanceof jose.JOSEError) return error.code === "ERR_JOSE_GENERIC"
  // What `fetch` throws where nobody answers.
  if (error instanceof TypeError) return error.message === "fetch failed"
  if (error instanceof ResponseBodyError) return error.status >= 500
  if (!(error instanceof ClientError)) return false
  if (error.code === "OAUTH_TIMEOUT" || error.code === "OAUTH_ABORT") return true
  const { cause } = error
  if (cause instanceof Response) return cause.status >= 500
  return cause instanceof TypeError && cause.message === "fetch failed"
}

export function describeFault(provider: string, error: unknown): Parameters<TellFault>[0] {
  const { code = "", message = String(error) } =
    error instanceof Error ? (error as Error & { code?: string }) : {}
  const stated =
    error instanceof AuthorizationResponseError || error instanceof ResponseBodyError ? error.error : ""
  return { provider, code: [code, stated].filter(Boolean).join(" "), error: message }
}
