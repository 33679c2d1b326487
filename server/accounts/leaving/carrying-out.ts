import { and, eq, isNull, lte, ne, sql } from "drizzle-orm"
import { audit } from "../../kernel/audit.ts"
import { type Db, transact } from "../../kernel/database.ts"
import { enqueue } from "../../kernel/jobs.ts"
import { forgetFiledMails } from "../../kernel/mail-files.ts"
import { now, today } from "../../kernel/time.ts"
import { isOnlyOne, lockAdmins } from "../people/last-admin.ts"
import { endAccess } from "../people/writing.ts"
import { lockAdminsWithWay } from "../providers/local.ts"
import { listHeld } from "../retention/holds.ts"
import { people } from "../tables.ts"
import { LEAVING_QUEUE } from "./actions.ts"
import { FORMER, formerAddress } from "./former.ts"
import { type Traces, tracesOf } from "./names.ts"
import type { Leaver, LeavingWork } from "./parts.ts"
import { rewriteTexts } from "./rewriting.ts"
import { settleRows } from "./rows.ts"
import { leavings } from "./tables.ts"

/** Every night: those whose day has come, and those who were kept by something that is no more. */
export async function enqueueLeavings(db: Db): Promise<void> {
  const due = await db
    .select({ personId: leavings.personId })
    .from(leavings)
    .where(lte(leavings.dueOn, today()))
  for (const { personId } of due) await transact(db, (tx) => enqueue(tx, LEAVING_QUEUE, { personId }))
}

/**
 * Takes a person out of the installation for good. Every part can be done again, and the row that holds name and address
 * is settled last: stopped anywhere, the next try finds what is left.
 */
export async function carryOutLeaving(work: LeavingWork, personId: string): Promise<void> {
  const { db, files, dataDir, catalogue, leaving } = work
  const leaver = await begin(work, personId)
  if (!leaver) return
  const traces = await findTraces(db, leaver)
  for (const { leave } of leaving) await leave?.({ db, files, traces }, leaver)
  await settleRows(db, catalogue, personId)
  await rewriteTexts(work, traces)
  await forgetFiledMails(dataDir, (text) => traces.without(text) !== text)
  await end(db, personId)
}

/** From here on nobody signs in as this person, and there is no way back. Null where it is not to be done now. */
async function begin({ db, leaving }: LeavingWork, personId: string): Promise<Leaver | null> {
  const held = await listHeld(db)
  if (held.person.includes(personId)) return null
  for (const { isKept } of leaving) if (await isKept?.(db, personId, held.thread)) return null
  return transact(db, async (tx) => {
    const admins = await lockAdmins(tx)
    const [found] = await tx
      .select()
      .from(leavings)
      .innerJoin(people, eq(people.id, leavings.personId))
      .where(and(eq(leavings.personId, personId), lte(leavings.dueOn, today())))
      .for("update")
    if (!found || isOnlyOne(admins, personId) || isOnlyOne(await lockAdminsWithWay(tx), personId)) return null
    await tx
      .update(leavings)
      .set({ begunAt: sql`coalesce(${leavings.begunAt}, ${now()})` })
      .where(eq(leavings.personId, personId))
    if (found.people.active) await endAccess(tx, { actor: null }, personId)
    const { posts, certificates } = found.leavings
    const { displayName, email } = found.people
    return { id: personId, displayName, email, posts, certificates }
  })
}

/** The name is looked for only where nobody else would lose theirs, in whatever way it is written. */
async function findTraces(db: Db, leaver: Leaver): Promise<Traces> {
  const traces = tracesOf(leaver, true)
  const alike = await db
    .select({ name: people.displayName })
    .from(people)
    .where(and(ne(people.id, leaver.id), sql`${people.displayName} collate "und-x-icu" ~* ${traces.pattern}`))
  const isOwn = alike.every(({ name }) => traces.without(name) === name)
  return isOwn ? traces : tracesOf(leaver, false)
}

async function end(db: Db, personId: string): Promise<void> {
  await transact(db, async (tx) => {
    const rows = await tx
      .update(people)
      .set({
        active: false,
        displayName: FORMER.de,
        email: formerAddress(personId),
        addressKey: null,
        directory: null,
        externalId: null,
        userName: null,
        givenName: null,
        familyName: null,
        passwordHash: null,
        markKey: null,
        roles: ["clerk"],
        locale: "de",
        mailOff: [],
        mailWithoutContent: false,
        leftOn: today(),
      })
      .where(and(eq(people.id, personId), isNull(people.leftOn)))
      .returning({ id: people.id })
    await tx.delete(leavings).where(eq(leavings.personId, personId))
    // Mails that still wait for them. One to somebody else about them finds a former employee.
    await tx.execute(sql`delete from pgboss.job where data ->> 'to' = ${personId}`)
    if (rows.length > 0)
      await audit(tx, null, { action: "person.left", subjectType: "person", subjectId: personId })
  })
}
