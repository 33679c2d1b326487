import { and, asc, desc, eq, isNotNull, isNull } from "drizzle-orm"
import { people } from "../../accounts/index.ts"
import type { Actor } from "../../kernel/actor.ts"
import type { Reader } from "../../kernel/database.ts"
import { byName } from "../../kernel/order.ts"
import { dayOf, now } from "../../kernel/time.ts"
import { managersPart } from "../cohorts/sessions.ts"
import { decisionOf } from "../plans/queries.ts"
import { accessCohort, isOwn } from "../policy.ts"
import { listAgreements } from "../projects/agreements.ts"
import type { AgreementRow } from "../projects/schema.ts"
import { isReadable } from "../reports/policy.ts"
import { reportOf } from "../reports/queries.ts"
import { sessionMinutes } from "../sessions/tables.ts"
import { type AgendaItem, cohortMembers, cohortSteps, programmeSteps } from "../tables.ts"
import type { ManagedRow, ManagedWorkshop, ManagerView } from "./schema.ts"

/** 403 for members who are no manager of this cohort. */
export async function findManaged(reader: Reader, actor: Actor, cohortId: string): Promise<ManagerView> {
  const { cohort } = await accessCohort(reader, actor, cohortId, ["manager"])
  const { id, name, mandateFrom, mandate, startOn, deleteOn } = cohort
  const members = await membersOf(reader, cohortId)
  const submitted = await listAgreements(reader, actor, cohortId)
  return {
    ...{ id, name, mandateFrom, mandate, startOn, deleteOn },
    facilitators: members.filter(({ part }) => part === "facilitator").map((one) => one.name),
    learners: members
      .filter(({ part, managerId }) => part === "learner" && managerId === actor.id)
      .map((one) => one.name),
    workshops: await workshopsOf(reader, cohortId),
    agreements: submitted.map(({ cohort: _name, ...row }) => row),
    report: await readableReport(reader, cohortId),
    rollout: await decidedRollout(reader, cohortId),
    minutes: await minutesFor(reader, cohortId),
  }
}

/** One for each cohort that the person is a manager of, the one that began last first. */
export async function listManaged(reader: Reader, actor: Actor): Promise<ManagedRow[]> {
  const own = await reader
    .select({ id: cohortMembers.cohortId })
    .from(cohortMembers)
    .where(and(isOwn(actor), eq(cohortMembers.part, "manager")))
    .orderBy(desc(cohortMembers.cohortId))
  const rows: ManagedRow[] = []
  for (const { id } of own) {
    const submitted = await listAgreements(reader, actor, id)
    const ahead = (await workshopsOf(reader, id)).find(
      ({ cancelled, endsAt }) => !cancelled && new Date(endsAt) > now(),
    )
    rows.push({
      id,
      waiting: submitted.filter(awaitsAnswer).length,
      hasReport: (await readableReport(reader, id)) !== null,
      next: ahead ? { title: ahead.title, startsAt: ahead.startsAt, endsAt: ahead.endsAt } : null,
    })
  }
  return rows
}

/** What a newer version has replaced waits for nobody any more. */
export const awaitsAnswer = ({ answer, outdated }: Pick<AgreementRow, "answer" | "outdated">) =>
  answer === "waiting" && !outdated

const membersOf = (reader: Reader, cohortId: string) =>
  reader
    .select({ name: people.displayName, part: cohortMembers.part, managerId: cohortMembers.managerId })
    .from(cohortMembers)
    .innerJoin(people, eq(people.id, cohortMembers.personId))
    .where(and(eq(cohortMembers.cohortId, cohortId), isNull(cohortMembers.leftAt)))
    .orderBy(byName(people.displayName), asc(cohortMembers.id))

/** The days on which their people are away. Meetings and what lies between belong to the group. */
async function workshopsOf(reader: Reader, cohortId: string): Promise<ManagedWorkshop[]> {
  const rows = await reader
    .select({
      dates: cohortSteps,
      title: programmeSteps.title,
      features: programmeSteps.features,
      agenda: programmeSteps.agenda,
    })
    .from(cohortSteps)
    .innerJoin(programmeSteps, eq(programmeSteps.id, cohortSteps.stepId))
    .where(and(eq(cohortSteps.cohortId, cohortId), eq(programmeSteps.kind, "workshop")))
    .orderBy(asc(cohortSteps.startsAt), asc(programmeSteps.position))
  return rows.map(({ dates, title, features, agenda }) => ({
    id: dates.id,
    title,
    startsAt: dates.startsAt.toISOString(),
    endsAt: dates.endsAt.toISOString(),
    place: dates.place,
    cancelled: dates.cancelledAt !== null,
    agreement: features.includes("agreement"),
    comesIn: comingIn(dates.startsAt, agenda),
  }))
}

function comingIn(startsAt: Date, agenda: AgendaItem[]): ManagedWorkshop["comesIn"] {
  const part = managersPart(startsAt, agenda)
  return part && { startsAt: part.startsAt.toISOString(), endsAt: part.endsAt.toISOString() }
}

async function readableReport(reader: Reader, cohortId: string): Promise<ManagerView["report"]> {
  const report = await reportOf(reader, cohortId)
  if (!report?.releasedAt || !report.expiresOn || !isReadable(report)) return null
  return { releasedOn: dayOf(report.releasedAt), expiresOn: report.expiresOn }
}

async function decidedRollout(reader: Reader, cohortId: string): Promise<ManagerView["rollout"]> {
  const decided = await decisionOf(reader, cohortId, "rollout")
  return decided && { decidedOn: decided.on, startOn: decided.content.fields.startOn || null }
}

/** The latest session first. */
async function minutesFor(reader: Reader, cohortId: string): Promise<ManagerView["minutes"]> {
  const rows = await reader
    .select({ sessionId: cohortSteps.id, title: programmeSteps.title, releasedAt: sessionMinutes.releasedAt })
    .from(sessionMinutes)
    .innerJoin(cohortSteps, eq(cohortSteps.id, sessionMinutes.cohortStepId))
    .innerJoin(programmeSteps, eq(programmeSteps.id, cohortSteps.stepId))
    .where(
      and(
        eq(cohortSteps.cohortId, cohortId),
        eq(sessionMinutes.forManagers, true),
        isNotNull(sessionMinutes.releasedAt),
      ),
    )
    .orderBy(desc(cohortSteps.startsAt))
  return rows.flatMap(({ releasedAt, ...row }) =>
    releasedAt ? [{ ...row, releasedOn: dayOf(releasedAt) }] : [],
  )
}
