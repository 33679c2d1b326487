import { eq } from "drizzle-orm"
import type { Actor, Role } from "../../kernel/actor.ts"
import { audit } from "../../kernel/audit.ts"
import { type Db, newId, type Tx, transact } from "../../kernel/database.ts"
import { notify } from "../../kernel/notices.ts"
import { refusal } from "../codes.ts"
import { hasDirectoryPassword } from "../ldap/queries.ts"
import { RESET } from "../notices.ts"
import type { AccountParts } from "../parts.ts"
import { mayUsePassword } from "../providers/local.ts"
import { endSessions } from "../sessions.ts"
import type { Origin } from "../sign-in/opening.ts"
import { findByEmail } from "../sign-in/queries.ts"
import { mayAskForLink, refuseTooManyRequests, refuseTooManyUses } from "../sign-in/throttle.ts"
import { people } from "../tables.ts"
import { confirmPassword } from "./confirm.ts"
import { hashPassword } from "./hashing.ts"
import { consumeLink, endLinks, findLink } from "./links.ts"
import { refuseWeakPassword } from "./policy.ts"
import type { ForgottenPassword, PasswordByLink, PasswordBySelf } from "./schema.ts"

/** Ends all other sessions: whoever knew the former password is out. */
export async function changePassword(db: Db, actor: Actor, input: PasswordBySelf): Promise<void> {
  const person = await confirmPassword(db, actor.id, input.currentPassword)
  refuseWeakPassword(input.newPassword, person, "newPassword")
  const passwordHash = await hashPassword(input.newPassword)
  await transact(db, (tx) => storePassword(tx, actor.id, passwordHash, actor.sessionId))
}

/**
 * Sets the password that the link is good for and uses the link up, together or not at all: a password
 * that is refused leaves the link as it was. Returns who it was, so that they can go on to sign in at once;
 * that way the link helps even while a stranger keeps the sign-in throttled.
 */
export async function setPassword(db: Db, input: PasswordByLink): Promise<{ id: string; roles: Role[] }> {
  if (!(await findLink(db, input.token))) throw refusal(404, "password.link-invalid")
  await refuseTooManyUses(db, input.token)
  // Costs time, so it is done before the transaction holds locks.
  const passwordHash = await hashPassword(input.password)
  return transact(db, async (tx) => {
    const personId = await consumeLink(tx, input.token)
    const rows = personId ? await tx.select().from(people).where(eq(people.id, personId)) : []
    const person = rows[0]
    if (!person?.active) throw refusal(404, "password.link-invalid")
    if (!(await mayUsePassword(tx, person.roles))) throw refusal(403, "sign-in.local-off")
    if (await hasDirectoryPassword(tx, person.id)) throw refusal(403, "password.of-directory")
    refuseWeakPassword(input.password, person)
    await storePassword(tx, person.id, passwordHash, null)
    return { id: person.id, roles: person.roles }
  })
}

/**
 * Sends a link, when there is somebody to send it to. Whether there is can be told neither from the answer
 * nor from the work done: the job is made in any case, for an id that may belong to nobody.
 * @param returnTo the own page that the person was on the way to
 */
export async function askForLink(
  { db, config, sessions }: Pick<AccountParts, "db" | "config" | "sessions">,
  input: ForgottenPassword,
  origin: Origin,
  returnTo: string | null = null,
): Promise<void> {
  const mark = await sessions.marks.read(origin.mark)
  await refuseTooManyRequests(db, config.limits, { address: origin.address, mark })
  if (!(await mayAskForLink(db, input.email))) return
  const person = await findByEmail(db, input.email)
  await transact(db, (tx) => notify(tx, RESET, [person?.id ?? newId()], { returnTo }))
}

async function storePassword(tx: Tx, personId: string, passwordHash: string, keptSession: string | null) {
  await tx.update(people).set({ passwordHash }).where(eq(people.id, personId))
  await endSessions(tx, personId, keptSession)
  await endLinks(tx, personId)
  const subject = { subjectType: "person", subjectId: personId }
  await audit(tx, null, { action: "person.password-set", ...subject })
}
