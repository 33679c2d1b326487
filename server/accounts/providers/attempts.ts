import { randomBytes } from "node:crypto"
import { fastifyCookie } from "@fastify/cookie"
import { and, eq, gt, lt } from "drizzle-orm"
import type { Db } from "../../kernel/database.ts"
import { MINUTE, now } from "../../kernel/time.ts"
import { refusal } from "../codes.ts"
import { hashToken } from "../sessions.ts"
import { type Purpose, signInAttempts } from "./tables.ts"

/** Long enough to find a second factor. */
const LIFE = 15 * MINUTE

export type Attempt = Omit<typeof signInAttempts.$inferSelect, "stateHash" | "browserHash" | "expiresAt">

/**
 * What the browser keeps by which it is known when it comes back. The same for all attempts that it has underway, so that
 * several windows can sign in at once. It lasts as long as the browser's own session: every attempt has its end here, and
 * one that began late is not to lose the cookie by one that began early.
 */
export const attemptCookieName = (secure: boolean) => (secure ? "__Host-attempt" : "attempt")

export function browserOf(known: string | undefined, secure: boolean): { browser: string; cookie: string } {
  const browser = /^[\w-]{43}$/.test(known ?? "") ? String(known) : randomBytes(32).toString("base64url")
  const cookie = fastifyCookie.serialize(attemptCookieName(secure), browser, {
    path: "/",
    httpOnly: true,
    // Providers send people back by an address, which counts as coming from our own page.
    sameSite: "lax",
    secure,
  })
  return { browser, cookie }
}

type Begun = {
  state: string
  browser: string
  providerId: string
  purpose: Purpose
  nonce: string
  verifier: string
  returnTo: string
  personId: string | null
}

export async function rememberAttempt(db: Db, { state, browser, ...rest }: Begun): Promise<void> {
  const expiresAt = new Date(now().getTime() + LIFE)
  await db
    .insert(signInAttempts)
    .values({ ...rest, stateHash: hashToken(state), browserHash: hashToken(browser), expiresAt })
}

/** Takes the attempt out: another browser, a second use and one that took too long are all the same, 400. */
export async function takeAttempt(
  db: Db,
  providerId: string,
  state: string,
  browser: string | undefined,
): Promise<Attempt> {
  const [attempt] = await db
    .delete(signInAttempts)
    .where(
      and(
        eq(signInAttempts.stateHash, hashToken(state)),
        eq(signInAttempts.browserHash, hashToken(browser ?? "")),
        eq(signInAttempts.providerId, providerId),
        gt(signInAttempts.expiresAt, now()),
      ),
    )
    .returning()
  if (!attempt) throw refusal(400, "providers.attempt-unknown")
  return attempt
}

export async function sweepAttempts(db: Db): Promise<void> {
  await db.delete(signInAttempts).where(lt(signInAttempts.expiresAt, now()))
}
