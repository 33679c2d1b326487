import { and, eq } from "drizzle-orm"
import type { Db } from "../../kernel/database.ts"
import { refusal } from "../codes.ts"
import { type Entered, enter } from "../factors/entering.ts"
import type { AccountParts } from "../parts.ts"
import { mayUsePassword, noteEmergency } from "../providers/local.ts"
import { people } from "../tables.ts"
import { isKnown } from "./marks.ts"
import { matchPassword } from "./matching.ts"
import type { Origin } from "./opening.ts"
import { findByEmail } from "./queries.ts"
import type { SignIn } from "./schema.ts"
import { countAttempt } from "./throttle.ts"
import { openTurns } from "./turns.ts"

type Parts = Pick<AccountParts, "db" | "config" | "sessions" | "providerKeys">

/**
 * Returns the cookies of a fresh session, or what is still needed for one. Unknown, inactive, without a password and
 * wrong are one and the same: 401 `sign-in.failed`, after the same work. Where the address has used up its attempts, they
 * are 429 `sign-in.throttled`.
 */
export async function signIn(parts: Parts, input: SignIn, origin: Origin): Promise<Entered> {
  const { db, config, sessions } = parts
  const mark = await sessions.marks.read(origin.mark)
  const person = await findByEmail(db, input.email)
  const known = isKnown(mark, person?.markKey ?? null) ? mark : null
  const attempt = await countAttempt(db, config.limits, input.email, { address: origin.address, known })
  const match = () =>
    matchPassword(parts, person, input.password).catch(async (error) => {
      // A directory that does not answer has tried no password.
      await attempt.settle()
      throw error
    })
  const matched = attempt.exhausted ? await beyondLimit.take(match) : await match()
  if (!person?.active || !matched) throw attempt.exhausted ?? refusal(401, "sign-in.failed")
  await attempt.settle()
  // Said only to whoever knows the password. That of a directory is none of ours.
  if (matched === "here" && !(await mayUsePassword(db, person.roles))) throw refusal(403, "sign-in.local-off")
  // Nor is it ours to ask for more than a directory does.
  const entered = await enter(parts, person, origin, matched === "here")
  if (!(await isStillRight(db, person))) {
    await entered.undo()
    throw refusal(401, "sign-in.failed")
  }
  if (matched === "here" && !entered.need) await noteEmergency(db, person.id)
  return entered
}

/**
 * An address beyond its limit costs this process one password at a time, however much it sends. What waits longer than
 * some seconds for its turn is refused as one too many.
 */
const beyondLimit = openTurns(60)

/**
 * The password may have been changed, or the person deactivated, while the hash was computed. Either ended all
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
