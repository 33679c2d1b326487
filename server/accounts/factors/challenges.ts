import { randomBytes } from "node:crypto"
import type { Db } from "../../kernel/database.ts"
import { HOUR, now } from "../../kernel/time.ts"
import { isSame, keyOfInstallation, sign } from "../sign-in/marks.ts"
import { useOnce } from "./once.ts"

/** As long as the sign-in page may stay open before somebody presses the button. */
const LIFE = 12 * HOUR

/** What a challenge is for: one that was given for one thing answers no other. */
export type Aim = `sign-in` | `factor ${string}` | `add ${string}`

/**
 * What a device is to sign: `end of life . number . signature of both and of what it is for`. The page holds it and the
 * database does not, until it was answered: everybody gets one who opens the sign-in page.
 */
export async function makeChallenge(db: Db, aim: Aim): Promise<string> {
  const content = `${now().getTime() + LIFE}.${randomBytes(16).toString("base64url")}`
  return `${content}.${await signatureOf(db, aim, content)}`
}

/** Whether it was made here for this, is not too old, and is answered for the first time. */
export async function takeChallenge(db: Db, aim: Aim, challenge: string): Promise<boolean> {
  const [until = "", number = "", signature = ""] = challenge.split(".")
  const content = `${until}.${number}`
  if (!isSame(signature, await signatureOf(db, aim, content))) return false
  const expiresAt = new Date(Number(until))
  return expiresAt > now() && useOnce(db, signature, expiresAt)
}

const signatureOf = async (db: Db, aim: Aim, content: string) =>
  sign(await keyOfInstallation(db), `challenge|${aim}|${content}`)
