import type { FastifyReply, FastifyRequest } from "fastify"
import { Refusal } from "../../kernel/errors.ts"
import { RETRY_SECONDS } from "../../kernel/http.ts"
import { outageIn } from "../../kernel/outage.ts"
import type { AccountCode } from "../codes.ts"

/** What a client is told in the form of RFC 7644, 3.12; in English, as other servers do, because programs' logs show it. */
export class ScimFault extends Error {
  readonly status: number
  readonly scimType: ScimType | undefined

  constructor(status: number, scimType: ScimType | undefined, detail: string) {
    super(detail)
    this.name = "ScimFault"
    this.status = status
    this.scimType = scimType
  }
}

type ScimType =
  | "invalidFilter"
  | "invalidPath"
  | "invalidSyntax"
  | "invalidValue"
  | "mutability"
  | "noTarget"
  | "uniqueness"

export const invalidValue = (detail: string) => new ScimFault(400, "invalidValue", detail)
export const missing = () => new ScimFault(404, undefined, "There is no such resource.")

/** Refusals of actions that directories share with administrators. */
const REFUSALS: Partial<
  Record<AccountCode, [status: number, scimType: ScimType | undefined, detail: string]>
> = {
  "people.email-taken": [409, "uniqueness", "Somebody has this e-mail address already."],
  "people.email-local": [400, "invalidValue", "The part before the @ must consist of ASCII characters."],
  "people.last-admin": [409, "mutability", "This is the last active administrator."],
  "leaving.begun": [409, "mutability", "This account is being dissolved."],
  "providers.lockout": [409, "mutability", "After that no administrator could sign in any more."],
  "departments.name-taken": [409, "uniqueness", "There is a department of this name already."],
  "departments.has-people": [
    409,
    "mutability",
    "People of another directory or of the application belong to it.",
  ],
  "departments.has-children": [409, "mutability", "Other departments are below this one."],
}

export async function answerFault(error: unknown, request: FastifyRequest, reply: FastifyReply) {
  const { status, scimType, message } = faultOf(error)
  if (status >= 500) request.log.error({ err: error }, "SCIM request failed")
  if (status === 401) reply.header("www-authenticate", 'Bearer realm="SCIM"')
  if (status === 429) reply.header("retry-after", "60")
  if (status === 503) reply.header("retry-after", String(RETRY_SECONDS))
  return reply
    .code(status)
    .type(SCIM_JSON)
    .serializer(JSON.stringify)
    .send({ schemas: [ERROR], status: String(status), ...(scimType && { scimType }), detail: message })
}

export const SCIM_JSON = "application/scim+json; charset=utf-8"
const ERROR = "urn:ietf:params:scim:api:messages:2.0:Error"

function faultOf(error: unknown): ScimFault {
  if (error instanceof ScimFault) return error
  if (error instanceof Refusal) {
    const known = REFUSALS[error.code as AccountCode]
    if (known) return new ScimFault(...known)
    return error.status === 404 ? missing() : new ScimFault(statusOf(error.status), undefined, error.code)
  }
  if (outageIn(error)) return new ScimFault(503, undefined, "The database is not available.")
  if (typeof error === "object" && error !== null && "statusCode" in error) {
    const status = Number(error.statusCode)
    if (status === 400) return new ScimFault(400, "invalidSyntax", "The request cannot be read.")
    if (status > 400 && status < 500) return new ScimFault(status, undefined, "The request is refused.")
  }
  return new ScimFault(500, undefined, "The server failed.")
}

/** SCIM knows no 422. */
const statusOf = (status: number) => (status === 422 ? 400 : status)
