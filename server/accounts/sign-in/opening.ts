import type { FastifyRequest } from "fastify"
import type { Bond, Sessions } from "../sessions.ts"
import { deviceOf } from "./device.ts"

/** Where somebody comes from: for the throttle, for the list of own sessions, and to end the session before. */
export type Origin = { address: string; device: string; former: string | null; mark: string | undefined }

export const originOf = (request: FastifyRequest, sessions: Sessions): Origin => ({
  address: request.sender,
  device: deviceOf(request.headers["user-agent"]),
  former: request.cookies[sessions.cookieName] ?? null,
  mark: request.cookies[sessions.marks.cookieName],
})

/** For somebody who was recognised in whatever way, e.g. by a password, a passkey or a provider. */
export async function startSession(
  sessions: Sessions,
  personId: string,
  origin: Origin,
  bondOf?: (sessionId: string) => Bond,
) {
  const { token, cookie, sessionId } = await sessions.signIn(personId, origin.device, origin.former, bondOf)
  return { token, sessionId, cookies: [cookie, await sessions.marks.give(personId, origin.mark)] }
}

/** The browser at hand stays known after `endSessions` made the account forget all of them. */
export const renewMark = ({ actor, cookies }: FastifyRequest, { marks }: Sessions) =>
  marks.give(actor.id, cookies[marks.cookieName])
