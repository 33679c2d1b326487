import { and, asc, eq, inArray, isNull } from "drizzle-orm"
import type { Locale } from "../../kernel/actor.ts"
import type { Reader } from "../../kernel/database.ts"
import { MINUTE } from "../../kernel/time.ts"
import { type AgendaItem, cohortMembers, cohortSteps, cohorts, programmeSteps } from "../tables.ts"
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
  /** When managers come in; null where the programme asks for nothing of them. */
  managers: Span | null
  /** This is that part alone. */
  isForManagers?: boolean
}
type Span = { startsAt: Date; endsAt: Date }

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
  agenda: programmeSteps.agenda,
}

const select = (reader: Reader) =>
  reader
    .select(columns)
    .from(cohortSteps)
    .innerJoin(programmeSteps, eq(programmeSteps.id, cohortSteps.stepId))
    .innerJoin(cohorts, eq(cohorts.id, cohortSteps.cohortId))
    .$dynamic()

const isSessionRow = () => inArray(programmeSteps.kind, [...SESSION_KINDS])

export async function sessionsOf(reader: Reader, cohortIds: string[]): Promise<Session[]> {
  const rows = await select(reader)
    .where(and(inArray(cohortSteps.cohortId, cohortIds), isSessionRow()))
    .orderBy(asc(cohortSteps.startsAt), asc(cohortSteps.id))
  return rows.map(withManagers)
}

export async function findSession(reader: Reader, id: string): Promise<Session | null> {
  const [row] = await select(reader).where(and(eq(cohortSteps.id, id), isSessionRow()))
  return row ? withManagers(row) : null
}

const withManagers = <R extends { startsAt: Date; agenda: AgendaItem[] }>({ agenda, ...row }: R) => {
  return { ...row, managers: managersPart(row.startsAt, agenda) }
}

/** From the first line of the programme's agenda that is theirs to the end of the last. */
export function managersPart(startsAt: Date, agenda: AgendaItem[]): Span | null {
  const [first, last] = [agenda.findIndex(isTheirs), agenda.findLastIndex(isTheirs)]
  if (first < 0) return null
  const after = (lines: number) =>
    new Date(
      startsAt.getTime() + agenda.slice(0, lines).reduce((sum, { minutes }) => sum + minutes, 0) * MINUTE,
    )
  return { startsAt: after(first), endsAt: after(last + 1) }
}

const isTheirs = ({ withManagers = false }: AgendaItem) => withManagers

/** Facilitators and learners come to the sessions as a whole, managers to what is theirs. */
export type Coming = "attendee" | "manager"

/** Who comes to the sessions of a cohort, and as what; whoever has several parts comes to the whole. */
export async function comingTo(reader: Reader, cohortId: string): Promise<Map<string, Coming>> {
  const rows = await reader
    .select({ personId: cohortMembers.personId, part: cohortMembers.part })
    .from(cohortMembers)
    .where(and(eq(cohortMembers.cohortId, cohortId), isNull(cohortMembers.leftAt)))
  const coming = new Map<string, Coming>()
  for (const { personId, part } of rows)
    if (part !== "manager" || !coming.has(personId))
      coming.set(personId, part === "manager" ? "manager" : "attendee")
  return coming
}

/** Whether there is anything in a session that somebody comes to. */
export const comesTo = ({ managers }: Pick<Session, "managers">, coming: Coming | undefined) =>
  coming === "attendee" || (coming === "manager" && managers !== null)

/** The session as it stands in the calendar of whoever comes as that. */
export function seenAs(session: Session, coming: Coming, locale: Locale): Session {
  const { managers, title } = session
  if (coming === "attendee" || !managers) return session
  return { ...session, ...managers, title: `${AGREEMENT[locale]}: ${title}`, isForManagers: true }
}

const AGREEMENT = { de: "Abstimmung mit den Führungskräften", en: "Agreement with the managers" }

export function entryOf(session: Session, publicUrl: string): Entry {
  const { startsAt, endsAt, place, link, dialIn, sequence, changedAt, cohort } = session
  const url = `${publicUrl}/lerngruppen/${cohort.id}`
  return {
    id: `${session.id}${session.isForManagers ? "-managers" : ""}@${new URL(publicUrl).hostname}`,
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
