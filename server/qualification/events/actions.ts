import { eq, sql } from "drizzle-orm"
import { departmentExists } from "../../accounts/index.ts"
import type { Actor } from "../../kernel/actor.ts"
import { auditOf } from "../../kernel/audit.ts"
import { type Db, type Tx, transact } from "../../kernel/database.ts"
import { Refusal } from "../../kernel/errors.ts"
import { once } from "../../kernel/submissions.ts"
import { now } from "../../kernel/time.ts"
import { accessCohortForChange } from "../policy.ts"
import { accessEventForChange, mayAnswer, mayEditEvent, mayInvite, refusePast } from "./policy.ts"
import { renderAgenda } from "./rendered.ts"
import type { EditedEvent, NewEvent } from "./schema.ts"
import { eventAnswers, eventDepartments, events } from "./tables.ts"
import { audienceOf, changesOf, tellEvent } from "./telling.ts"

const record = auditOf("event")

/** It is the group's plan until its facilitator sends the invitations. */
export async function createEvent(
  db: Db,
  actor: Actor,
  cohortId: string,
  { key, ...input }: NewEvent,
): Promise<{ id: string }> {
  return transact(db, async (tx) => {
    await accessCohortForChange(tx, actor, cohortId, ["learner", "facilitator"])
    const departmentIds = await refuseFaults(tx, input, [])
    return once(tx, actor, key, ["event", cohortId, input.title, input.startsAt], async (id) => {
      await tx.insert(events).values({ id, cohortId, ...valuesOf(input), changedAt: now() })
      await putDepartments(tx, id, departmentIds)
    })
  })
}

/** 409 `event.changed` when somebody was faster. Whoever is invited gets what a calendar has to know. */
export async function editEvent(db: Db, actor: Actor, id: string, input: EditedEvent): Promise<void> {
  await transact(db, async (tx) => {
    const seen = await accessEventForChange(tx, actor, id, mayEditEvent)
    const { event: former, departmentIds } = seen
    refusePast(seen)
    if (former.version !== input.version) throw new Refusal(409, "event.changed")
    const listed = await refuseFaults(tx, input, departmentIds)
    const before = await audienceOf(tx, seen)
    const values = valuesOf(input)
    const changed = changesOf(former, values)
    const isMoved =
      changed !== "" || audienceKey(former.audience, departmentIds) !== audienceKey(input.audience, listed)
    await tx
      .update(events)
      .set({
        ...values,
        version: former.version + 1,
        ...(isMoved && { sequence: former.sequence + 1, changedAt: now() }),
      })
      .where(eq(events.id, id))
    await putDepartments(tx, id, listed)
    if (!former.isInvited || !isMoved) return
    await tellEvent(
      tx,
      actor,
      { id, cohortId: former.cohortId, audience: input.audience, departmentIds: listed },
      before,
      {
        changed,
        formerStart: former.startsAt.toISOString(),
        formerEnd: former.endsAt.toISOString(),
        formerPlace: former.place,
      },
    )
  })
}

/** Into the calendars of everybody whom it is meant for. 409 `event.invited` where that was done. */
export async function inviteToEvent(db: Db, actor: Actor, id: string): Promise<void> {
  await transact(db, async (tx) => {
    const seen = await accessEventForChange(tx, actor, id, mayInvite)
    refusePast(seen)
    if (seen.event.isInvited) throw new Refusal(409, "event.invited")
    await tx.update(events).set({ isInvited: true, changedAt: now() }).where(eq(events.id, id))
    await tellEvent(tx, actor, { ...seen.event, departmentIds: seen.departmentIds }, [])
    await record(tx, actor, "invited", id)
  })
}

/** It is off for good; what was raised about it stays. */
export async function cancelEvent(db: Db, actor: Actor, id: string): Promise<void> {
  await transact(db, async (tx) => {
    const seen = await accessEventForChange(tx, actor, id, mayInvite)
    refusePast(seen)
    await tx
      .update(events)
      .set({
        cancelledAt: now(),
        changedAt: now(),
        sequence: sql`${events.sequence} + 1`,
        version: sql`${events.version} + 1`,
      })
      .where(eq(events.id, id))
    if (seen.event.isInvited)
      await tellEvent(tx, actor, { ...seen.event, departmentIds: seen.departmentIds }, [])
    await record(tx, actor, "cancelled", id)
  })
}

/** Whether one comes; it can be said anew until the event is over. */
export async function answerEvent(db: Db, actor: Actor, id: string, isComing: boolean): Promise<void> {
  await transact(db, async (tx) => {
    refusePast(await accessEventForChange(tx, actor, id, mayAnswer))
    await tx
      .insert(eventAnswers)
      .values({ eventId: id, personId: actor.id, isComing })
      .onConflictDoUpdate({ target: [eventAnswers.eventId, eventAnswers.personId], set: { isComing } })
  })
}

const audienceKey = (audience: string, departmentIds: string[]) =>
  [audience, ...departmentIds.toSorted()].join(" ")

const valuesOf = ({ title, agenda, hosts, place, link, startsAt, endsAt, audience }: NewEvent) => ({
  title: title.trim(),
  agenda,
  html: renderAgenda(agenda),
  hosts: hosts.trim(),
  place: place.trim(),
  link,
  startsAt: new Date(startsAt),
  endsAt: new Date(endsAt),
  audience,
})

/** @returns the departments it is meant for; none when it is meant for all */
async function refuseFaults(
  tx: Tx,
  { audience, departmentIds, startsAt, endsAt }: NewEvent,
  former: string[],
): Promise<string[]> {
  if (new Date(endsAt) <= new Date(startsAt)) throw new Refusal(422, "event.ends-before", "endsAt")
  // Whoever ticked departments must not reach all of them by a box left where it was.
  if (audience === "all" && departmentIds.length > 0)
    throw new Refusal(422, "event.audience-unclear", "audience")
  if (audience === "listed" && departmentIds.length === 0)
    throw new Refusal(422, "event.audience-needed", "departmentIds")
  const listed = [...new Set(departmentIds)]
  // One that was archived since may stay.
  for (const departmentId of listed.filter((one) => !former.includes(one)))
    if (!(await departmentExists(tx, departmentId)))
      throw new Refusal(422, "department.unknown", "departmentIds")
  return listed
}

async function putDepartments(tx: Tx, eventId: string, departmentIds: string[]): Promise<void> {
  await tx.delete(eventDepartments).where(eq(eventDepartments.eventId, eventId))
  if (departmentIds.length === 0) return
  await tx.insert(eventDepartments).values(departmentIds.map((departmentId) => ({ eventId, departmentId })))
}
