import { and, asc, desc, eq, gt, inArray, isNull, lt, or } from "drizzle-orm"
import { people } from "../../accounts/index.ts"
import type { Actor } from "../../kernel/actor.ts"
import type { Reader } from "../../kernel/database.ts"
import { checkOf } from "../../kernel/file-checks.ts"
import { byName } from "../../kernel/order.ts"
import { isPart } from "../policy.ts"
import { projectPeople, projectSubmissions, sessionRounds } from "../projects/tables.ts"
import { cohortMembers, cohortSteps, programmeSteps } from "../tables.ts"
import { accessSession, GROUP, SESSION_KINDS, type Session } from "./access.ts"
import type { BoardView, EntryView } from "./schema.ts"
import { sessionEntries, sessionPhotos } from "./tables.ts"

/** Everything that a session has on its table, for those who are in it. */
export async function findBoard(reader: Reader, actor: Actor, id: string): Promise<BoardView> {
  const session = await accessSession(reader, actor, id, GROUP)
  const members = await membersOf(reader, session)
  const earlierSessions = await sessionsBefore(reader, session)
  const view = viewer(session)
  const own = await entriesOf(reader, [id])
  const former = await entriesOf(reader, earlierSessions)
  return {
    entries: own.map(view),
    earlier: former
      .filter(({ entry }) => entry.kind === "task")
      .filter(({ entry }) => !entry.done || entry.cohortStepId === earlierSessions[0])
      .map(view),
    photos: await photosOf(reader, session),
    round: session.kind === "meeting" ? await roundOf(reader, session, members) : [],
    people: members
      .filter(({ part }, index) => part !== "manager" && isFirst(members, index))
      .map(({ memberId, name }) => ({ memberId, name })),
    next: await nextDate(reader, session),
    agreement: await agreementOf(reader, session, members),
  }
}

type MemberName = { memberId: string; personId: string; name: string; part: string }

const membersOf = (reader: Reader, { cohort }: Session): Promise<MemberName[]> =>
  reader
    .select({
      memberId: cohortMembers.id,
      personId: cohortMembers.personId,
      name: people.displayName,
      part: cohortMembers.part,
    })
    .from(cohortMembers)
    .innerJoin(people, eq(people.id, cohortMembers.personId))
    .where(and(eq(cohortMembers.cohortId, cohort.id), isNull(cohortMembers.leftAt)))
    .orderBy(byName(people.displayName), asc(cohortMembers.id))

/** Whoever has two parts is one person to give a task to. */
const isFirst = (members: MemberName[], index: number) =>
  members.findIndex(({ personId, part }) => personId === members[index]?.personId && part !== "manager") ===
  index

/** Ids of the earlier sessions of the cohort, the latest first. */
async function sessionsBefore(reader: Reader, { cohort, step }: Session): Promise<string[]> {
  const rows = await reader
    .select({ id: cohortSteps.id })
    .from(cohortSteps)
    .innerJoin(programmeSteps, eq(programmeSteps.id, cohortSteps.stepId))
    .where(
      and(
        eq(cohortSteps.cohortId, cohort.id),
        inArray(programmeSteps.kind, [...SESSION_KINDS]),
        isNull(cohortSteps.cancelledAt),
        or(
          lt(cohortSteps.startsAt, step.startsAt),
          and(eq(cohortSteps.startsAt, step.startsAt), lt(programmeSteps.position, step.step.position)),
        ),
      ),
    )
    .orderBy(desc(cohortSteps.startsAt), desc(programmeSteps.position))
  return rows.map(({ id }) => id)
}

async function entriesOf(reader: Reader, stepIds: string[]) {
  if (stepIds.length === 0) return []
  return reader
    .select({
      entry: sessionEntries,
      title: programmeSteps.title,
      personId: people.id,
      name: people.displayName,
    })
    .from(sessionEntries)
    .innerJoin(cohortSteps, eq(cohortSteps.id, sessionEntries.cohortStepId))
    .innerJoin(programmeSteps, eq(programmeSteps.id, cohortSteps.stepId))
    .leftJoin(cohortMembers, eq(cohortMembers.id, sessionEntries.memberId))
    .leftJoin(people, eq(people.id, cohortMembers.personId))
    .where(inArray(sessionEntries.cohortStepId, stepIds))
    .orderBy(asc(cohortSteps.startsAt), asc(sessionEntries.id))
}

type EntryRow = Awaited<ReturnType<typeof entriesOf>>[number]

const viewer = (session: Session) => {
  const leads = isPart(session, "facilitator")
  const ownId = session.own[0]?.personId
  return ({ entry, title, personId, name }: EntryRow): EntryView => ({
    id: entry.id,
    kind: entry.kind,
    body: entry.body,
    person: entry.memberId && name ? { memberId: entry.memberId, name } : null,
    dueOn: entry.dueOn,
    done: entry.done,
    result: entry.result,
    version: entry.version,
    session: { id: entry.cohortStepId, title },
    can: { edit: leads, settle: entry.kind === "task" && (leads || personId === ownId) },
  })
}

async function photosOf(reader: Reader, session: Session) {
  const { id, caption, memberId } = sessionPhotos
  const rows = await reader
    .select({ id, caption, memberId, check: checkOf(id) })
    .from(sessionPhotos)
    .where(eq(sessionPhotos.cohortStepId, session.step.id))
    .orderBy(asc(sessionPhotos.id))
  const own = session.own.map(({ id }) => id)
  const leads = isPart(session, "facilitator")
  return rows.map(({ memberId: bringer, ...photo }) => ({
    ...photo,
    can: { remove: leads || (bringer !== null && own.includes(bringer)) },
  }))
}

async function roundOf(reader: Reader, session: Session, members: MemberName[]) {
  const rows = await reader
    .select()
    .from(sessionRounds)
    .where(eq(sessionRounds.cohortStepId, session.step.id))
  const own = session.own.map(({ id }) => id)
  return members
    .filter(({ part }) => part === "learner")
    .map(({ memberId, name }) => {
      const row = rows.find((one) => one.memberId === memberId)
      const line = row
        ? {
            project: row.project,
            projectId: row.projectId,
            state: row.state,
            hurdle: row.hurdle,
            request: row.request,
          }
        : null
      return { memberId, name, isMine: own.includes(memberId), line }
    })
}

/** For the group, not by name: somebody without a project has submitted nothing. */
async function agreementOf(reader: Reader, session: Session, members: MemberName[]) {
  const asks = session.step.step.features.includes("agreement")
  if (!asks || !isPart(session, "facilitator")) return null
  const rows = await reader
    .selectDistinct({ memberId: projectPeople.memberId })
    .from(projectSubmissions)
    .innerJoin(projectPeople, eq(projectPeople.projectId, projectSubmissions.projectId))
    .where(eq(projectSubmissions.cohortStepId, session.step.id))
  const learners = members.filter(({ part }) => part === "learner")
  const submitted = learners.filter(({ memberId }) => rows.some((row) => row.memberId === memberId)).length
  return { submitted, open: learners.length - submitted }
}

async function nextDate(reader: Reader, { cohort, step }: Session) {
  const [next] = await reader
    .select({ title: programmeSteps.title, startsAt: cohortSteps.startsAt })
    .from(cohortSteps)
    .innerJoin(programmeSteps, eq(programmeSteps.id, cohortSteps.stepId))
    .where(
      and(
        eq(cohortSteps.cohortId, cohort.id),
        inArray(programmeSteps.kind, [...SESSION_KINDS, "assessment"]),
        isNull(cohortSteps.cancelledAt),
        gt(cohortSteps.startsAt, step.startsAt),
      ),
    )
    .orderBy(asc(cohortSteps.startsAt))
    .limit(1)
  return next ? { title: next.title, startsAt: next.startsAt.toISOString() } : null
}
