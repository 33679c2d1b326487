import { and, asc, desc, eq, inArray, isNull, or } from "drizzle-orm"
import { people } from "../../accounts/index.ts"
import type { Actor } from "../../kernel/actor.ts"
import type { Reader } from "../../kernel/database.ts"
import { notFound } from "../../kernel/errors.ts"
import { byName } from "../../kernel/order.ts"
import { accessCohort, isPart } from "../policy.ts"
import { GROUP, type Session } from "../sessions/access.ts"
import { cohortMembers, cohortSteps, programmeSteps } from "../tables.ts"
import { findTimer } from "../timers/actions.ts"
import { inLanguage, mayNote, phaseOf } from "./phases.ts"
import {
  accessConsulting,
  accessTopic,
  accessTopics,
  maySeeLines,
  maySeeResult,
  ownMember,
  type Seated,
} from "./policy.ts"
import { timed } from "./running.ts"
import type { ConsultingRow, ConsultingView, LineView, TopicsView, TopicView } from "./schema.ts"
import { consultingLines, consultings, consultingTopics, LINE_KINDS } from "./tables.ts"
import { FEWEST_VOTERS, hasEnoughVoters, isClosed, TOPIC_VOTES_EACH, votesOf } from "./topics.ts"

/** The topics of a session and what became of them, for its group. */
export async function findTopics(reader: Reader, actor: Actor, sessionId: string): Promise<TopicsView> {
  const session = await accessTopics(reader, actor, sessionId)
  const closed = await isClosed(reader, sessionId)
  const chosen = await votesOf(reader, sessionId, ownMember(session))
  const rows = await rowsOf(reader, session, eq(consultings.cohortStepId, sessionId))
  const { topics, owners } = await topicsOf(reader, session, { closed, chosen })
  const group = await groupOf(reader, session.cohort.id)
  return {
    session: viewOf(session),
    topics,
    ballot: closed ? "closed" : "open",
    closable: await hasEnoughVoters(reader, sessionId),
    enoughVoters: votersOn(owners, group) >= FEWEST_VOTERS,
    votesLeft: closed ? 0 : TOPIC_VOTES_EACH - chosen.length,
    people: group,
    consultings: rows,
    can: { add: isPart(session, "learner") },
  }
}

/** A topic, for its group. */
export async function findTopic(reader: Reader, actor: Actor, id: string) {
  const { cohortStepId, title, question, version } = (await accessTopic(reader, actor, id)).topic
  return { id, cohortStepId, title, question, version }
}

/** Of a cohort: what is running, and the results that one may read. */
export async function listConsultings(
  reader: Reader,
  actor: Actor,
  cohortId: string,
): Promise<ConsultingRow[]> {
  const standing = await accessCohort(reader, actor, cohortId)
  if (!GROUP.some((part) => isPart(standing, part))) throw notFound()
  const own = standing.own.map(({ id }) => id)
  const readable = or(
    eq(consultings.ended, false),
    eq(consultings.shared, true),
    inArray(consultings.caseGiverId, own),
  )
  return rowsOf(reader, standing, and(eq(cohortSteps.cohortId, cohortId), readable))
}

/** A consulting as it is running; afterwards with the result for those whose it is. */
export async function findConsulting(reader: Reader, actor: Actor, id: string): Promise<ConsultingView> {
  const seated = await accessConsulting(reader, actor, id)
  const { consulting, session, seat, leads } = seated
  const group = await groupOf(reader, session.cohort.id)
  const timer = consulting.ended ? null : await findTimer(reader, timed(id))
  const phase = timer && phaseOf(timer)
  const lines = maySeeLines(seated) ? await linesOf(reader, seated) : null
  const isRunning = !consulting.ended
  const { title, question, form, ended, shared } = consulting
  const seats = [consulting.caseGiverId, consulting.moderatorId]
  return {
    id,
    session: viewOf(session),
    title,
    question,
    form,
    seat,
    caseGiver: await nameOf(reader, consulting.caseGiverId),
    moderator: consulting.moderatorId && (await nameOf(reader, consulting.moderatorId)),
    advisers: group.filter(({ memberId }) => !seats.includes(memberId)).map(({ name }) => name),
    ended,
    shared,
    timer: timer && inLanguage(timer, actor.locale),
    phase,
    lines,
    decision: maySeeResult(seated) ? { body: consulting.decision, version: consulting.version } : null,
    can: {
      time: isRunning && leads,
      moderate: isRunning && seat === "adviser",
      note: isRunning && seat !== "case-giver" ? LINE_KINDS.filter((kind) => mayNote(kind, phase)) : [],
      discard: seat === "case-giver" || (isRunning && leads && lines?.length === 0),
    },
  }
}

const viewOf = ({ cohort, step, kind }: Session): TopicsView["session"] => ({
  id: step.id,
  kind,
  title: step.step.title,
  startsAt: step.startsAt.toISOString(),
  cohort: { id: cohort.id, name: cohort.name },
})

/** How many of the group can vote on topics of these: everybody for whom there is one that is not their own. */
const votersOn = (owners: string[], group: { memberId: string }[]): number =>
  group.filter(({ memberId }) => owners.some((owner) => owner !== memberId)).length

/** In the order in which they came; once the ballot is closed, in the order of their votes. */
async function topicsOf(
  reader: Reader,
  session: Session,
  { closed, chosen }: { closed: boolean; chosen: string[] },
): Promise<{ topics: TopicView[]; owners: string[] }> {
  const rows = await reader
    .select({ topic: consultingTopics, name: people.displayName, done: consultings.topicId })
    .from(consultingTopics)
    .innerJoin(cohortMembers, eq(cohortMembers.id, consultingTopics.memberId))
    .innerJoin(people, eq(people.id, cohortMembers.personId))
    .leftJoin(consultings, and(eq(consultings.topicId, consultingTopics.id), eq(consultings.ended, true)))
    .where(eq(consultingTopics.cohortStepId, session.step.id))
    .orderBy(...(closed ? [desc(consultingTopics.votes)] : []), asc(consultingTopics.id))
  const first = rows.filter(
    ({ topic }, index) => rows.findIndex((one) => one.topic.id === topic.id) === index,
  )
  const topics = first.map(({ topic: { memberId, votes, ...topic }, name, done }) => ({
    ...topic,
    name,
    isMine: session.own.some(({ id }) => id === memberId),
    isChosen: chosen.includes(topic.id),
    votes: closed ? votes : null,
    isDone: done !== null,
  }))
  return { topics, owners: first.map(({ topic }) => topic.memberId) }
}

async function rowsOf(
  reader: Reader,
  { own }: Pick<Session, "own">,
  where: ReturnType<typeof and>,
): Promise<ConsultingRow[]> {
  const rows = await reader
    .select({
      consulting: consultings,
      name: people.displayName,
      sessionTitle: programmeSteps.title,
      startsAt: cohortSteps.startsAt,
    })
    .from(consultings)
    .innerJoin(cohortSteps, eq(cohortSteps.id, consultings.cohortStepId))
    .innerJoin(programmeSteps, eq(programmeSteps.id, cohortSteps.stepId))
    .innerJoin(cohortMembers, eq(cohortMembers.id, consultings.caseGiverId))
    .innerJoin(people, eq(people.id, cohortMembers.personId))
    .where(where)
    .orderBy(asc(consultings.ended), desc(consultings.id))
  return rows.map(({ consulting: { id, title, caseGiverId, ended, shared, cohortStepId }, ...row }) => ({
    id,
    title,
    caseGiver: row.name,
    isMine: own.some((member) => member.id === caseGiverId),
    ended,
    shared,
    session: { id: cohortStepId, title: row.sessionTitle, startsAt: row.startsAt.toISOString() },
  }))
}

/** Learners and facilitators; whoever is both is one person, as a learner. */
async function groupOf(reader: Reader, cohortId: string): Promise<{ memberId: string; name: string }[]> {
  const rows = await reader
    .select({
      memberId: cohortMembers.id,
      personId: people.id,
      name: people.displayName,
      part: cohortMembers.part,
    })
    .from(cohortMembers)
    .innerJoin(people, eq(people.id, cohortMembers.personId))
    .where(
      and(
        eq(cohortMembers.cohortId, cohortId),
        inArray(cohortMembers.part, [...GROUP]),
        isNull(cohortMembers.leftAt),
      ),
    )
    .orderBy(byName(people.displayName), asc(cohortMembers.id))
  const learners = rows.filter(({ part }) => part === "learner").map(({ personId }) => personId)
  return rows
    .filter(({ part, personId }) => part === "learner" || !learners.includes(personId))
    .map(({ memberId, name }) => ({ memberId, name }))
}

async function nameOf(reader: Reader, memberId: string): Promise<string> {
  const [found] = await reader
    .select({ name: people.displayName })
    .from(cohortMembers)
    .innerJoin(people, eq(people.id, cohortMembers.personId))
    .where(eq(cohortMembers.id, memberId))
  return found?.name ?? ""
}

async function linesOf(reader: Reader, { consulting, session, seat, leads }: Seated): Promise<LineView[]> {
  const rows = await reader
    .select()
    .from(consultingLines)
    .where(eq(consultingLines.consultingId, consulting.id))
    .orderBy(asc(consultingLines.id))
  return rows.map(({ id, kind, body, memberId }) => ({
    id,
    kind,
    body,
    can: {
      remove: consulting.ended
        ? seat === "case-giver"
        : leads || session.own.some((member) => member.id === memberId),
    },
  }))
}
