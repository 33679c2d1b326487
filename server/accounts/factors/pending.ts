import { randomBytes } from "node:crypto"
import { fastifyCookie } from "@fastify/cookie"
import { and, eq, gt, lt } from "drizzle-orm"
import type { Role } from "../../kernel/actor.ts"
import type { Db, Reader } from "../../kernel/database.ts"
import { MINUTE, now } from "../../kernel/time.ts"
import { refusal } from "../codes.ts"
import { hashToken } from "../sessions.ts"
import { people } from "../tables.ts"
import { type Need, pendingSignIns } from "./tables.ts"

/** Setting up takes longer: somebody may have to install an app first. */
const LIFE: Record<Need, number> = { factor: 10 * MINUTE, "set-up": 45 * MINUTE }

/** Somebody between the password and being signed in. */
export type Pending = {
  tokenHash: string
  person: { id: string; displayName: string; email: string; roles: Role[] }
}

export const pendingCookieName = (secure: boolean) => (secure ? "__Host-pending" : "pending")

/** The cookie is good for nothing but going on with this sign-in. */
export async function beginPending(db: Db, secure: boolean, personId: string, need: Need) {
  const token = randomBytes(32).toString("base64url")
  const tokenHash = hashToken(token)
  const expiresAt = new Date(now().getTime() + LIFE[need])
  await db.insert(pendingSignIns).values({ tokenHash, personId, need, expiresAt })
  return { tokenHash, cookie: pendingCookie(secure, token, LIFE[need]) }
}

export const blankPendingCookie = (secure: boolean) => pendingCookie(secure, "", 0)

const pendingCookie = (secure: boolean, token: string, life: number) =>
  fastifyCookie.serialize(pendingCookieName(secure), token, {
    path: "/",
    httpOnly: true,
    sameSite: "lax",
    secure,
    maxAge: life / 1000,
  })

/** Unknown, ended, too late and of another kind are one and the same: 403 `sign-in.begin-again`. */
export async function accessPending(reader: Reader, token: string | undefined, need: Need): Promise<Pending> {
  const [found] = await reader
    .select({
      tokenHash: pendingSignIns.tokenHash,
      id: people.id,
      displayName: people.displayName,
      email: people.email,
      roles: people.roles,
    })
    .from(pendingSignIns)
    .innerJoin(people, eq(people.id, pendingSignIns.personId))
    .where(
      and(
        eq(pendingSignIns.tokenHash, hashToken(token ?? "")),
        eq(pendingSignIns.need, need),
        gt(pendingSignIns.expiresAt, now()),
        eq(people.active, true),
      ),
    )
  if (!found) throw refusal(403, "sign-in.begin-again")
  const { tokenHash, ...person } = found
  return { tokenHash, person }
}

/** False where somebody else has ended it meanwhile. */
export async function endPending(reader: Reader, tokenHash: string): Promise<boolean> {
  const ended = await reader
    .delete(pendingSignIns)
    .where(eq(pendingSignIns.tokenHash, tokenHash))
    .returning({ tokenHash: pendingSignIns.tokenHash })
  return ended.length > 0
}

export async function sweepPending(db: Db): Promise<void> {
  await db.delete(pendingSignIns).where(lt(pendingSignIns.expiresAt, now()))
}
