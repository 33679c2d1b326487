import { and, asc, eq, inArray, sql } from "drizzle-orm"
import { people } from "../../accounts/index.ts"
import type { Actor } from "../../kernel/actor.ts"
import { audit } from "../../kernel/audit.ts"
import { type Db, type Reader, type Tx, transact } from "../../kernel/database.ts"
import type { Payload } from "../../kernel/jobs.ts"
import { byName } from "../../kernel/order.ts"
import { now } from "../../kernel/time.ts"
import { notify } from "../../notifications/index.ts"
import { accessCohort, accessCohortForChange, type Member } from "../policy.ts"
import { cohortSteps } from "../tables.ts"
import { SESSION } from "./notices.ts"
import type { InvitationsView } from "./schema.ts"
import { type Coming, comesTo, comingTo, findSession, type Session, sessionsOf } from "./sessions.ts"
import { cohortInvitations } from "./tables.ts"

type CohortStep = typeof cohortSteps.$inferSelect

/** Who gets the invitations and who has them, and for how many sessions. */
export async function findInvitations(
  reader: Reader,
  actor: Actor,
  cohortId: string,
): Promise<InvitationsView> {
  await accessCohort(reader, actor, cohortId, ["facilitator"])
  const coming = await comingTo(reader, cohortId)
  const sessions = await upcoming(reader, cohortId)
  const rows = await reader
    .select({
      personId: people.id,
      name: people.displayName,
      reachable: people.active,
      invited: sql<boolean>`${cohortInvitations.personId} is not null`,
    })
    .from(people)
    .leftJoin(
      cohortInvitations,
      and(eq(cohortInvitations.personId, people.id), eq(cohortInvitations.cohortId, cohortId)),
    )
    .where(inArray(people.id, [...coming.keys()]))
    .orderBy(byName(people.displayName), asc(people.id))
  const invited = rows.map((row) => {
    const own = sessions.filter((session) => comesTo(session, coming.get(row.personId)))
    return { ...row, sessions: own.length }
  })
  const isAsked = ({ personId, sessions: own }: (typeof invited)[number]) =>
    own > 0 || coming.get(personId) === "attendee"
  return { sessions: sessions.length, people: invited.filter(isAsked) }
}

/** Sends every session ahead to everybody who comes and has not been invited yet. A second time sends nothing. */
export async function sendInvitations(db: Db, actor: Actor, cohortId: string): Promise<void> {
  await transact(db, async (tx) => {
    await accessCohortForChange(tx, actor, cohortId, ["facilitator"])
    const { people } = await findInvitations(tx, actor, cohortId)
    const waiting = people.filter(({ invited, reachable }) => !invited && reachable)
    if (waiting.length === 0) return
    const personIds = waiting.map(({ personId }) => personId)
    await tx.insert(cohortInvitations).values(personIds.map((personId) => ({ cohortId, personId })))
    const coming = await comingTo(tx, cohortId)
    for (const session of await upcoming(tx, cohortId)) await tell(tx, session, personIds, coming)
    await audit(tx, actor, { action: "cohort.invited", subjectType: "cohort", subjectId: cohortId })
  })
}

/**
 * Whoever comes later to a cohort that has been invited gets what is still ahead, as everybody did.
 * @param before as what they came to it already
 */
export async function inviteLatecomer(
  tx: Tx,
  cohortId: string,
  personId: string,
  before: Coming | undefined,
): Promise<void> {
  const isSent = (await tx.$count(cohortInvitations, eq(cohortInvitations.cohortId, cohortId))) > 0
  const everybody = await comingTo(tx, cohortId)
  const coming = everybody.get(personId)
  if (!isSent || coming === before) return
  const sessions = (await upcoming(tx, cohortId)).filter((session) => comesTo(session, coming))
  if (coming === "manager" && sessions.length === 0) return
  await tx.insert(cohortInvitations).values({ cohortId, personId }).onConflictDoNothing()
  for (const session of sessions) await tell(tx, session, [personId], everybody)
}

/** Tells a change of a session to everybody who was invited. What is over is told to nobody. */
export async function tellChange(tx: Tx, former: CohortStep, step: CohortStep): Promise<void> {
  const { id, cohortId, endsAt } = step
  if (endsAt < now()) return
  const invited = await tx
    .select({ personId: cohortInvitations.personId })
    .from(cohortInvitations)
    .where(eq(cohortInvitations.cohortId, cohortId))
  const session = await findSession(tx, id)
  if (!session) return
  const personIds = invited.map(({ personId }) => personId)
  await tell(tx, session, personIds, await comingTo(tx, cohortId), changesOf(former, step))
}

/** What whoever comes has to know anew, for the mail; and when it would have been. */
function changesOf(former: CohortStep, step: CohortStep): Payload {
  const moved =
    Number(former.startsAt) !== Number(step.startsAt) || Number(former.endsAt) !== Number(step.endsAt)
  const changed = [
    former.cancelledAt !== null && step.cancelledAt === null && "restored",
    moved && "when",
    ...(["place", "link", "dialIn"] as const).map((name) => former[name] !== step[name] && name),
  ].filter(Boolean)
  return {
    changed: changed.join(","),
    ...(moved && { formerStart: former.startsAt.toISOString(), formerEnd: former.endsAt.toISOString() }),
  }
}

/** Takes the sessions ahead off the calendar of somebody who left; one who stays in another part keeps them. */
export async function uninvite(tx: Tx, { cohortId, personId, part }: Member): Promise<void> {
  if ((await comingTo(tx, cohortId)).get(personId) === "attendee") return
  const left = part === "manager" ? "manager" : "attendee"
  const own = and(eq(cohortInvitations.cohortId, cohortId), eq(cohortInvitations.personId, personId))
  const former = await tx.delete(cohortInvitations).where(own).returning()
  if (former.length === 0) return
  const sessions = (await upcoming(tx, cohortId)).filter((session) => comesTo(session, left))
  const ids = sessions.map(({ id }) => id)
  if (ids.length === 0) return
  await tx
    .update(cohortSteps)
    .set({ sequence: sql`${cohortSteps.sequence} + 1`, changedAt: now() })
    .where(inArray(cohortSteps.id, ids))
  for (const session of sessions) await tell(tx, session, [personId], new Map([[personId, left]]))
}

/** Those who come to a session, or who came; managers hear of nothing that they have no part in. */
async function tell(
  tx: Tx,
  session: Session,
  personIds: string[],
  everybody: ReadonlyMap<string, Coming>,
  changed: Payload = {},
): Promise<void> {
  for (const coming of ["attendee", "manager"] as const) {
    const told = personIds.filter((personId) => (everybody.get(personId) ?? "attendee") === coming)
    if (comesTo(session, coming))
      await notify(tx, SESSION, told, { cohortStepId: session.id, coming, ...changed })
  }
}

async function upcoming(reader: Reader, cohortId: string): Promise<Session[]> {
  const sessions = await sessionsOf(reader, [cohortId])
  return sessions.filter(({ endsAt, cancelledAt }) => endsAt > now() && cancelledAt === null)
}
