import { and, asc, eq, sql } from "drizzle-orm"
import { people } from "../../accounts/index.ts"
import type { Actor } from "../../kernel/actor.ts"
import { atLeast } from "../../kernel/counting.ts"
import type { Reader } from "../../kernel/database.ts"
import { forbidden, notFound } from "../../kernel/errors.ts"
import { accessEvent, isHost, listAudience, mayRemove, maySupport } from "./policy.ts"
import type { ObjectionView } from "./schema.ts"
import { events, MARKS, objectionSupports, objections } from "./tables.ts"

/** What was objected and asked: what is open first, then by what became of it, each in the order of days. */
export async function listObjections(
  reader: Reader,
  actor: Actor,
  eventId: string,
): Promise<ObjectionView[]> {
  const seen = await accessEvent(reader, actor, eventId)
  const of = (await listAudience(reader, seen.event.audience, seen.departmentIds)).length
  const supports = sql`select 1 from ${objectionSupports} where ${objectionSupports.objectionId} = ${objections.id}`
  const rows = await reader
    .select({
      objection: objections,
      author: people.displayName,
      supporters: sql<number>`(select count(*) from (${supports}) supports)::int`,
      isSupported: sql<boolean>`exists (${supports} and ${objectionSupports.personId} = ${actor.id})`,
    })
    .from(objections)
    .leftJoin(people, eq(people.id, objections.authorId))
    .where(eq(objections.eventId, eventId))
    .orderBy(asc(objections.raisedOn), asc(objections.id))
  const inOrder = rows.toSorted((one, other) => rankOf(one.objection) - rankOf(other.objection))
  return inOrder.map(({ objection, author, supporters, isSupported }) => {
    const { eventId: _, authorId, ...shown } = objection
    return {
      ...shown,
      author,
      supporters: atLeast(supporters, of),
      isSupported,
      can: {
        support: maySupport(actor, seen, objection),
        mark: isHost(seen),
        remove: mayRemove(actor, seen, objection),
      },
    }
  })
}

const rankOf = ({ mark }: Pick<ObjectionView, "mark">) => MARKS.indexOf(mark)

/** One of them, with its event, for whoever says what becomes of it. */
export async function findObjection(
  reader: Reader,
  actor: Actor,
  id: string,
): Promise<{ eventId: string; objection: ObjectionView }> {
  const [found] = await reader
    .select({ eventId: objections.eventId })
    .from(objections)
    .where(eq(objections.id, id))
  if (!found) throw notFound()
  const objection = (await listObjections(reader, actor, found.eventId)).find((one) => one.id === id)
  if (!objection) throw notFound()
  if (!objection.can.mark) throw forbidden()
  return { eventId: found.eventId, objection }
}

/** An objection or question that led to a change: what is different now, or will be. */
type Changed = {
  id: string
  kind: ObjectionView["kind"]
  words: string
  answer: string
  who: string
  until: string | null
  doneOn: string | null
  link: string
  linkTitle: string
}

/** For whoever announces the roll-out of a cohort; without names. The caller knows who may read it. */
export async function listChanged(reader: Reader, cohortId: string): Promise<Changed[]> {
  const { id, kind, words, answer, who, until, doneOn, link, linkTitle } = objections
  return reader
    .select({ id, kind, words, answer, who, until, doneOn, link, linkTitle })
    .from(objections)
    .innerJoin(events, eq(events.id, objections.eventId))
    .where(and(eq(events.cohortId, cohortId), eq(objections.mark, "change")))
    .orderBy(asc(objections.doneOn), asc(objections.raisedOn), asc(objections.id))
}
