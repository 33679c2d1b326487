import { and, eq } from "drizzle-orm"
import type { FastifyRequest } from "fastify"
import type { Db } from "../../kernel/database.ts"
import { refusal } from "../codes.ts"
import { verifyPassword } from "../password/hashing.ts"
import type { Sessions } from "../sessions.ts"
import { people } from "../tables.ts"
import { deviceOf } from "./device.ts"
import { findByEmail } from "./queries.ts"
import type { SignIn } from "./schema.ts"
import { countAttempt } from "./throttle.ts"

/** Where somebody comes from: for the throttle, for the list of own sessions, and to end the session before. */
export type Origin = { address: string; device: string; former: string | null }

export const originOf = (request: FastifyRequest, sessions: Sessions): Origin => ({
  address: request.sender,
  device: deviceOf(request.headers["user-agent"]),
  former: request.cookies[sessions.cookieName] ?? null,
})

/**
 * Returns the cookie of a fresh session. Unknown, inactive, without a password and wrong are one and the same:
 * 401 `sign-in.failed`, after the same work.
 */
export async function signIn(
  db: Db,
  sessions: Sessions,
  input: SignIn,
  origin: Origin,
): Promise<{ cookie: string }> {
  const attempt = await countAttempt(db, input.email, origin.address)
  const person = await findByEmail(db, input.email)
  const matches = await verifyPassword(person?.passwordHash ?? null, input.password)
  if (!person?.active || !matches) throw refusal(401, "sign-in.failed")
  await attempt.settle()
  const session = await startSession(sessions, person.id, origin)
  if (!(await isStillRight(db, person))) {
    await sessions.signOut(session.token)
    throw refusal(401, "sign-in.failed")
  }
  return session
}

/** For somebody who was recognised in another way, e.g. by a one-time link. */
export const startSession = (sessions: Sessions, personId: string, origin: Origin) =>
  sessions.signIn(personId, origin.device, origin.former)

/**
 * The password may have been changed, or the person deactivated, while the hash was computed. That deed ended all
 * sessions, but could not see this one yet. The lock waits for it where it is not yet committed.
 */
async function isStillRight(db: Db, person: { id: string; passwordHash: string | null }): Promise<boolean> {
  const rows = await db
    .select({ passwordHash: people.passwordHash })
    .from(people)
    .where(and(eq(people.id, person.id), eq(people.active, true)))
    .for("share")
  return rows[0]?.passwordHash === person.passwordHash
}
