import { and, eq } from "drizzle-orm"
import { people } from "../../accounts/index.ts"
import type { Actor } from "../../kernel/actor.ts"
import { audit } from "../../kernel/audit.ts"
import { type Db, type Reader, transact } from "../../kernel/database.ts"
import { notFound, Refusal } from "../../kernel/errors.ts"
import { touch } from "../../kernel/live.ts"
import { byName } from "../../kernel/order.ts"
import { type RenderedHtml, renderEach } from "../../kernel/rendered.ts"
import { now } from "../../kernel/time.ts"
import { attendances, cohortMembers } from "../tables.ts"
import { accessSession, LEADING, lockSession } from "./access.ts"
import { findBoard } from "./board.ts"
import { draftMinutes } from "./minutes-text.ts"
import { tellMinutes } from "./notices.ts"
import { findSession } from "./queries.ts"
import { draftHtml } from "./rendered.ts"
import type { MinutesView, SavedMinutes } from "./schema.ts"
import { sessionMinutes } from "./tables.ts"

/**
 * To write them: as they were saved, otherwise put together from the entries.
 * @param fresh put together anew, whatever was saved
 */
export async function findMinutes(
  reader: Reader,
  actor: Actor,
  id: string,
  fresh = false,
): Promise<MinutesView> {
  await accessSession(reader, actor, id, LEADING)
  const saved = await minutesOf(reader, id)
  return {
    version: saved?.version ?? 0,
    body: saved && !fresh ? saved.body : await draftOf(reader, actor, id),
    html: saved ? draftHtml(saved) : null,
    releasedAt: saved?.releasedAt?.toISOString() ?? null,
    changed: saved?.releasedAt != null && saved.releasedBody !== saved.body,
    forManagers: saved?.forManagers ?? false,
  }
}

async function draftOf(reader: Reader, actor: Actor, id: string): Promise<string> {
  const session = await findSession(reader, actor, id)
  const board = await findBoard(reader, actor, id)
  return draftMinutes({ session, board, present: await presentAt(reader, id) }, actor.locale)
}

/** The names of the learners who were recorded as present. */
async function presentAt(reader: Reader, id: string): Promise<string[]> {
  const rows = await reader
    .select({ name: people.displayName })
    .from(attendances)
    .innerJoin(cohortMembers, eq(cohortMembers.id, attendances.memberId))
    .innerJoin(people, eq(people.id, cohortMembers.personId))
    .where(and(eq(attendances.cohortStepId, id), eq(attendances.state, "present")))
    .orderBy(byName(people.displayName))
  return rows.map(({ name }) => name)
}

/** Nobody else sees it until it is released. 409 `minutes.changed` when somebody was faster. */
export async function saveMinutes(
  db: Db,
  actor: Actor,
  id: string,
  { version, body }: SavedMinutes,
): Promise<{ version: number }> {
  // Refused while it is written, not when it is given out.
  const html = renderEach({ body })
  return transact(db, async (tx) => {
    await accessSession(tx, actor, id, LEADING)
    await lockSession(tx, id)
    const former = await minutesOf(tx, id)
    if (former?.body === body) return { version: former.version }
    if ((former?.version ?? 0) !== version) throw new Refusal(409, "minutes.changed")
    const saved = { body, html: { ...former?.html, ...html }, version: version + 1 }
    await tx
      .insert(sessionMinutes)
      .values({ cohortStepId: id, ...saved })
      .onConflictDoUpdate({ target: sessionMinutes.cohortStepId, set: saved })
    return { version: saved.version }
  })
}

/** Gives them out to the group, and to the managers if so chosen; each is told. The same again tells nobody. */
export async function releaseMinutes(
  db: Db,
  actor: Actor,
  id: string,
  { version, forManagers }: { version: number; forManagers: boolean },
): Promise<void> {
  await transact(db, async (tx) => {
    const { cohort } = await accessSession(tx, actor, id, LEADING)
    await lockSession(tx, id)
    const minutes = await minutesOf(tx, id)
    if (!minutes) throw new Refusal(409, "minutes.unsaved")
    if (minutes.version !== version) throw new Refusal(409, "minutes.changed")
    const isSame = minutes.releasedBody === minutes.body && minutes.forManagers === forManagers
    if (isSame && minutes.releasedAt) return
    await tx
      .update(sessionMinutes)
      .set({ releasedBody: minutes.body, html: released(minutes.html), releasedAt: now(), forManagers })
      .where(eq(sessionMinutes.cohortStepId, id))
    await audit(tx, actor, {
      action: "minutes.released",
      subjectType: "session",
      subjectId: id,
      detail: { forManagers },
    })
    await tellMinutes(tx, cohort.id, id, { forManagers, exceptId: actor.id })
    touch(tx, "session", id)
  })
}

/** As they were given out, for page and PDF. 404 as long as they were not, or not to this person. */
export async function findReleasedMinutes(reader: Reader, actor: Actor, id: string) {
  const session = await findSession(reader, actor, id)
  if (!session.minutes) throw notFound()
  return { session, minutes: session.minutes }
}

/** What is given out looks as it did where it was written. */
const released = (html: RenderedHtml | null) => (html?.body ? { ...html, releasedBody: html.body } : html)

async function minutesOf(reader: Reader, id: string) {
  const [minutes] = await reader.select().from(sessionMinutes).where(eq(sessionMinutes.cohortStepId, id))
  return minutes
}
