import { and, asc, eq, inArray, isNull } from "drizzle-orm"
import type { Reader } from "../../kernel/database.ts"
import { cohortMembers, cohortSteps, cohorts, programmeSteps } from "../tables.ts"
import type { Entry } from "./calendar.ts"

const SESSION_KINDS = ["workshop", "meeting", "assessment"] as const

/** A dated session with what a calendar needs of its cohort. */
export type Session = {
  id: string
  cohort: { id: string; name: string }
  title: string
  startsAt: Date
  endsAt: Date
  place: string
  link: string
  dialIn: string
  sequence: number
  changedAt: Date
  cancelledAt: Date | null
}

const columns = {
  id: cohortSteps.id,
  cohort: { id: cohorts.id, name: cohorts.name },
  title: programmeSteps.title,
  startsAt: cohortSteps.startsAt,
  endsAt: cohortSteps.endsAt,
  place: cohortSteps.place,
  link: cohortSteps.link,
  dialIn: cohortSteps.dialIn,
  sequence: cohortSteps.sequence,
  changedAt: cohortSteps.changedAt,
  cancelledAt: cohortSteps.cancelledAt,
}

const select = (reader: Reader) =>
  reader
    .select(columns)
    .from(cohortSteps)
    .innerJoin(programmeSteps, eq(programmeSteps.id, cohortSteps.stepId))
    .innerJoin(cohorts, eq(cohorts.id, cohortSteps.cohortId))
    .$dynamic()

const isSessionRow = () => inArray(programmeSteps.kind, [...SESSION_KINDS])

export const sessionsOf = (reader: Reader, cohortIds: string[]): Promise<Session[]> =>
  select(reader)
    .where(and(inArray(cohortSteps.cohortId, cohortIds), isSessionRow()))
    .orderBy(asc(cohortSteps.startsAt), asc(cohortSteps.id))

export async function findSession(reader: Reader, id: string): Promise<Session | null> {
  const rows = await select(reader).where(and(eq(cohortSteps.id, id), isSessionRow()))
  return rows[0] ?? null
}

/** Facilitators and learners come to the sessions; managers see the dates. */
export const attendeesOf = (reader: Reader, cohortId: string) =>
  reader
    .selectDistinct({ personId: cohortMembers.personId })
    .from(cohortMembers)
    .where(
      and(
        eq(cohortMembers.cohortId, cohortId),
        inArray(cohortMembers.part, ["facilitator", "learner"]),
        isNull(cohortMembers.leftAt),
      ),
    )

export async function attends(reader: Reader, cohortId: string, personId: string): Promise<boolean> {
  return (await attendeesOf(reader, cohortId)).some((one) => one.personId === personId)
}

export function entryOf(session: Session, publicUrl: string): Entry {
  const { startsAt, endsAt, place, link, dialIn, sequence, changedAt, cohort } = session
  const url = `${publicUrl}/lerngruppen/${cohort.id}`
  return {
    id: `${session.id}@${new URL(publicUrl).hostname}`,
    sequence,
    startsAt,
    endsAt,
    title: `${session.title} (${cohort.name})`,
    place: place || link,
    description: [link, dialIn, url].filter(Boolean).join("\n"),
    url,
    changedAt,
    isCancelled: session.cancelledAt !== null,
  }
}
