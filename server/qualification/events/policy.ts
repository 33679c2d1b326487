import { and, eq, exists, inArray, isNull, type SQL, sql } from "drizzle-orm"
import { isAtWork, memberships, people } from "../../accounts/index.ts"
import type { Actor } from "../../kernel/actor.ts"
import type { Reader, Tx } from "../../kernel/database.ts"
import { forbidden, notFound, Refusal } from "../../kernel/errors.ts"
import { among, type Open, unseen } from "../../kernel/statements.ts"
import { now } from "../../kernel/time.ts"
import { type Cohort, isOwn, isPart, type Member } from "../policy.ts"
import { cohortMembers, cohorts } from "../tables.ts"
import { eventDepartments, events, objections } from "./tables.ts"

export type EventRecord = typeof events.$inferSelect
/** An event as one person stands to it; `own` are their parts in its cohort. */
export type Seen = { event: EventRecord; cohort: Cohort; own: Member[]; departmentIds: string[] }
export type ObjectionRecord = typeof objections.$inferSelect

/** Learners and facilitators hold it. */
export const isHost = (seen: Seen) => isPart(seen, "learner") || isPart(seen, "facilitator")

/** "All" are the people of all departments, as with announcements. */
const isMeantFor = (actor: Actor, { event, departmentIds }: Pick<Seen, "event" | "departmentIds">) =>
  event.audience === "all"
    ? actor.departments.length > 0
    : departmentIds.some((departmentId) => actor.departments.includes(departmentId))

/** Members of the cohort see it at any time, its audience from the invitation on. */
const maySee = (actor: Actor, seen: Seen) =>
  seen.own.length > 0 || (seen.event.isInvited && isMeantFor(actor, seen))

export const isOver = ({ endsAt }: Pick<EventRecord, "endsAt">) => endsAt <= now()
export const isAhead = ({ event }: Seen) => event.cancelledAt === null && !isOver(event)

export const mayEditEvent = (_actor: Actor, seen: Seen) => isHost(seen)
/** It goes to the whole house, so the facilitator sends it. */
export const mayInvite = (_actor: Actor, seen: Seen) => isPart(seen, "facilitator")
export const mayAnswer = (actor: Actor, seen: Seen) => seen.event.isInvited && isMeantFor(actor, seen)
/** Before, during and after it. */
export const mayRaise = (actor: Actor, seen: Seen) => maySee(actor, seen) && seen.event.isInvited
/** What others said. */
export const maySupport = (actor: Actor, seen: Seen, { authorId }: ObjectionRecord) =>
  mayRaise(actor, seen) && authorId !== actor.id
export const mayEnter = (_actor: Actor, seen: Seen) => isHost(seen)
export const mayRemove = (actor: Actor, seen: Seen, { authorId, mark }: ObjectionRecord) =>
  isPart(seen, "facilitator") || (authorId === actor.id && mark === "open")

/** Who looks, or the place of somebody in a statement that is built once. */
type Looking = { id: Open<string>; departments: Open<readonly string[]> }

/** The same as `maySee`, as a condition on `events`; a test holds the two together. */
export function visibleTo({ id, departments }: Looking): SQL {
  const own = unseen(departments, "uuid")
  return sql`(exists (select 1 from ${cohortMembers} own where own.cohort_id = ${events.cohortId}
      and own.person_id = ${id} and own.left_at is null)
    or (${events.isInvited} and cardinality(${own}) > 0 and (${events.audience} = 'all'
      or exists (select 1 from ${eventDepartments} where ${eventDepartments.eventId} = ${events.id}
        and ${among(eventDepartments.departmentId, own)}))))`
}

/** 404 for whoever it is not meant for, 403 where `may` says no. */
export async function accessEvent(
  reader: Reader,
  actor: Actor,
  id: string,
  may: (actor: Actor, seen: Seen) => boolean = () => true,
): Promise<Seen> {
  const [found] = await reader
    .select({ event: events, cohort: cohorts })
    .from(events)
    .innerJoin(cohorts, eq(cohorts.id, events.cohortId))
    .where(eq(events.id, id))
  if (!found) throw notFound()
  const own = await reader
    .select()
    .from(cohortMembers)
    .where(and(eq(cohortMembers.cohortId, found.cohort.id), isOwn(actor)))
  const listed = await reader
    .select({ id: eventDepartments.departmentId })
    .from(eventDepartments)
    .where(eq(eventDepartments.eventId, id))
  const seen = { ...found, own, departmentIds: listed.map((department) => department.id) }
  if (!maySee(actor, seen)) throw notFound()
  if (!may(actor, seen)) throw forbidden()
  return seen
}

/** The same, locking the event against other changes of it. */
export async function accessEventForChange(
  tx: Tx,
  actor: Actor,
  id: string,
  may: (actor: Actor, seen: Seen) => boolean,
): Promise<Seen> {
  await tx.select({ id: events.id }).from(events).where(eq(events.id, id)).for("update")
  return accessEvent(tx, actor, id, may)
}

/** An objection with its event, locked. */
export async function accessObjectionForChange(
  tx: Tx,
  actor: Actor,
  id: string,
  may: (actor: Actor, seen: Seen, objection: ObjectionRecord) => boolean,
): Promise<{ objection: ObjectionRecord; seen: Seen }> {
  const [objection] = await tx.select().from(objections).where(eq(objections.id, id)).for("update")
  if (!objection) throw notFound()
  const seen = await accessEvent(tx, actor, objection.eventId)
  if (!may(actor, seen, objection)) throw forbidden()
  return { objection, seen }
}

/** What is over or off is neither changed nor answered. */
export function refusePast(seen: Seen): void {
  if (seen.event.cancelledAt) throw new Refusal(409, "event.cancelled")
  if (isOver(seen.event)) throw new Refusal(409, "event.over")
}

/**
 * Everybody whom it is meant for and who has an account that is open.
 * @param personId asks about this person alone
 */
export async function listAudience(
  reader: Reader,
  audience: EventRecord["audience"],
  departmentIds: string[],
  personId?: string,
): Promise<string[]> {
  const belongs = reader
    .select({ id: memberships.personId })
    .from(memberships)
    .where(
      and(
        eq(memberships.personId, people.id),
        audience === "all" ? undefined : inArray(memberships.departmentId, departmentIds),
      ),
    )
  const rows = await reader
    .select({ id: people.id })
    .from(people)
    .where(and(isAtWork, exists(belongs), personId ? eq(people.id, personId) : undefined))
  return rows.map(({ id }) => id)
}

/** Whoever belongs to its cohort today. */
export async function listHolders(reader: Reader, cohortId: string): Promise<string[]> {
  const rows = await reader
    .selectDistinct({ id: cohortMembers.personId })
    .from(cohortMembers)
    .innerJoin(people, eq(people.id, cohortMembers.personId))
    .where(and(eq(cohortMembers.cohortId, cohortId), isNull(cohortMembers.leftAt), eq(people.active, true)))
  return rows.map(({ id }) => id)
}
