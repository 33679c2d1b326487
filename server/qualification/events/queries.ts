import { and, asc, desc, eq, gt, inArray, lte, sql } from "drizzle-orm"
import { departments, isAtWork, memberships, people } from "../../accounts/index.ts"
import type { Actor } from "../../kernel/actor.ts"
import { atLeast } from "../../kernel/counting.ts"
import { only, type Reader } from "../../kernel/database.ts"
import { byName } from "../../kernel/order.ts"
import { now } from "../../kernel/time.ts"
import type { CohortView } from "../schema.ts"
import {
  accessEvent,
  type EventRecord,
  isAhead,
  isHost,
  isOver,
  mayAnswer,
  mayEditEvent,
  mayEnter,
  mayInvite,
  mayRaise,
  type Seen,
  visibleTo,
} from "./policy.ts"
import type { EventRow, EventView } from "./schema.ts"
import { eventAnswers, events } from "./tables.ts"

const MOST_PAST = 20

/** Those ahead in the order in which they come, then those that are over, the latest first. */
export async function listEvents(reader: Reader, actor: Actor): Promise<EventRow[]> {
  const visible = visibleTo(actor)
  const ahead = await reader
    .select()
    .from(events)
    .where(and(visible, gt(events.endsAt, now())))
    .orderBy(asc(events.startsAt), asc(events.id))
  const past = await reader
    .select()
    .from(events)
    .where(and(visible, lte(events.endsAt, now())))
    .orderBy(desc(events.endsAt), desc(events.id))
    .limit(MOST_PAST)
  return [...ahead, ...past].map(rowOf)
}

/** Of a learning group that the person has before them as one of its members. */
export async function listCohortEvents(
  reader: Reader,
  { id: cohortId }: Pick<CohortView, "id" | "parts">,
): Promise<EventRow[]> {
  const rows = await reader
    .select()
    .from(events)
    .where(eq(events.cohortId, cohortId))
    .orderBy(asc(events.startsAt), asc(events.id))
  return rows.map(rowOf)
}

export async function findEvent(reader: Reader, actor: Actor, id: string): Promise<EventView> {
  const seen = await accessEvent(reader, actor, id)
  const { event, cohort, own, departmentIds } = seen
  const { agenda, html, hosts, link, audience, version } = event
  const named = await reader
    .select({ id: departments.id, name: departments.name })
    .from(departments)
    .where(inArray(departments.id, departmentIds))
    .orderBy(byName(departments.name), asc(departments.id))
  const isOpen = isAhead(seen)
  return {
    ...rowOf(event),
    agenda,
    html,
    hosts,
    link,
    audience,
    departments: named,
    cohort: own.length > 0 ? { id: cohort.id, name: cohort.name } : null,
    isComing: await answerOf(reader, actor, id),
    coming: isHost(seen) ? await countComing(reader, seen) : null,
    version,
    can: {
      edit: mayEditEvent(actor, seen) && isOpen,
      invite: mayInvite(actor, seen) && isOpen && !event.isInvited,
      cancel: mayInvite(actor, seen) && isOpen,
      answer: mayAnswer(actor, seen) && isOpen,
      raise: mayRaise(actor, seen),
      enter: mayEnter(actor, seen),
    },
  }
}

const rowOf = (event: EventRecord): EventRow => {
  const { id, title, place, startsAt, endsAt, isInvited, cancelledAt } = event
  return {
    id,
    title,
    place,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    isInvited,
    isCancelled: cancelledAt !== null,
    isOver: isOver(event),
  }
}

async function answerOf(reader: Reader, actor: Actor, eventId: string): Promise<boolean | null> {
  const [own] = await reader
    .select({ isComing: eventAnswers.isComing })
    .from(eventAnswers)
    .where(and(eq(eventAnswers.eventId, eventId), eq(eventAnswers.personId, actor.id)))
  return own?.isComing ?? null
}

/** Of those whom it is meant for and whose account is open. */
async function countComing(reader: Reader, { event, departmentIds }: Seen): Promise<number | null> {
  const isListed = event.audience === "all" ? undefined : inArray(memberships.departmentId, departmentIds)
  const counted = await reader
    .select({
      coming: sql<number>`(count(distinct ${people.id}) filter (where ${eventAnswers.isComing}))::int`,
      of: sql<number>`count(distinct ${people.id})::int`,
    })
    .from(people)
    .innerJoin(memberships, eq(memberships.personId, people.id))
    .leftJoin(eventAnswers, and(eq(eventAnswers.personId, people.id), eq(eventAnswers.eventId, event.id)))
    .where(and(isAtWork, isListed))
  const { coming, of } = only(counted)
  return atLeast(coming, of)
}
