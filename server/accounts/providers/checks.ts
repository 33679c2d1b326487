import { fastifyCookie } from "@fastify/cookie"
import type { Db } from "../../kernel/database.ts"
import { DAY, MINUTE, now } from "../../kernel/time.ts"
import { isSame, keyOfInstallation, sign } from "../sign-in/marks.ts"

/**
 * When a provider was last asked whether the person is still signed in there. The browser keeps it, signed: stored here,
 * it would tell when somebody was last at work.
 *
 * Halfway the pages ask again, by `prompt=none`. Whoever looks at no page meanwhile, such as somebody who writes, goes on
 * for the same time once more; then the session is good for nothing any more.
 */
export type Standing = "good" | "due" | "over"

export const checkCookieName = (secure: boolean) => (secure ? "__Host-checked" : "checked")

export async function standingOf(
  db: Db,
  sessionId: string,
  recheckMinutes: number,
  cookie: string | undefined,
): Promise<Standing> {
  const [minute = "", signature = ""] = (cookie ?? "").split(".")
  if (!/^\d{1,10}$/.test(minute)) return "over"
  if (!isSame(signature, await signatureOf(db, sessionId, minute))) return "over"
  const passed = currentMinute() - Number(minute)
  if (passed < recheckMinutes) return "good"
  return passed < 2 * recheckMinutes ? "due" : "over"
}

/** @param minutesBefore how long ago the provider is taken to have been asked: while it is down, it is soon asked again */
export async function checkedCookie(
  db: Db,
  sessionId: string,
  secure: boolean,
  minutesBefore = 0,
): Promise<string> {
  const minute = String(currentMinute() - minutesBefore)
  const value = `${minute}.${await signatureOf(db, sessionId, minute)}`
  return fastifyCookie.serialize(checkCookieName(secure), value, {
    path: "/",
    httpOnly: true,
    sameSite: "lax",
    secure,
    maxAge: LIFE / 1000,
  })
}
const LIFE = 21 * DAY

const currentMinute = () => Math.floor(now().getTime() / MINUTE)

const signatureOf = async (db: Db, sessionId: string, minute: string) =>
  sign(await keyOf(db), `checked.${sessionId}.${minute}`)

/** It never changes, and is the same in every process. */
const keys = new WeakMap<Db, Promise<Buffer>>()

function keyOf(db: Db): Promise<Buffer> {
  const key = keys.get(db) ?? keyOfInstallation(db)
  keys.set(db, key)
  key.catch(() => keys.delete(db))
  return key
}
