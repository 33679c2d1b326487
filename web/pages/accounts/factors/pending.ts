import type { FastifyReply, FastifyRequest } from "fastify"
import {
  accessPending,
  type Need,
  type Pending,
  pendingCookieName,
} from "../../../../server/accounts/index.ts"
import { Refusal } from "../../../../server/kernel/errors.ts"
import { codeMessage, type Fields, textOf } from "../../../forms.ts"
import { ownPath, type Site } from "../../../site.tsx"
import { texts } from "../../../texts/index.ts"
import { showSignInFault } from "../sign-in.tsx"

export const pendingToken = ({ config }: Site, request: FastifyRequest) =>
  request.cookies[pendingCookieName(config.secure)]

/** Who is between the password and being signed in, in this browser; null where nobody is any more. */
export async function findPending(site: Site, request: FastifyRequest, need: Need): Promise<Pending | null> {
  try {
    return await accessPending(site.db, pendingToken(site, request), need)
  } catch (error) {
    if (error instanceof Refusal && error.code === BEGIN_AGAIN) return null
    throw error
  }
}
const BEGIN_AGAIN = "sign-in.begin-again"

export const showBeginAgain = (site: Site, request: FastifyRequest, reply: FastifyReply, fields: Fields) =>
  showSignInFault(site, request, reply, {
    message: codeMessage(texts(request.locale), BEGIN_AGAIN),
    returnTo: ownPath(textOf(fields, "returnTo")),
    status: 403,
  })
