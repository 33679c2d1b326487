import { and, count, eq, inArray, sql } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import { type Db, type Reader, type Tx, transact } from "../../kernel/database.ts"
import { forbidden, Refusal } from "../../kernel/errors.ts"
import { touch } from "../../kernel/live.ts"
import { once } from "../../kernel/submissions.ts"
import { enrolmentOf, lockMember } from "../policy.ts"
import { lockSession } from "../sessions/access.ts"
import { cohortSteps } from "../tables.ts"
import { accessOwnTopicForChange, accessTopic, accessTopics, ownMember } from "./policy.ts"
import type { EditedTopic, NewTopic } from "./schema.ts"
import { consultingBallots, consultingTopics, consultingVotes } from "./tables.ts"

export const TOPIC_VOTES_EACH = 2
/** With fewer voters the numbers would say who voted for what. */
export const FEWEST_VOTERS = 3

export async function addTopic(
  db: Db,
  actor: Actor,
  sessionId: string,
  { key, title, question }: NewTopic,
): Promise<{ id: string }> {
  return transact(db, async (tx) => {
    const learner = enrolmentOf(await accessTopics(tx, actor, sessionId))
    if (!learner) throw forbidden()
    const fields = { title: title.trim(), question: question.trim() }
    return once(tx, actor, key, ["consulting-topic", sessionId, ...Object.values(fields)], async (id) => {
      await tx
        .insert(consultingTopics)
        .values({ id, cohortStepId: sessionId, memberId: learner.id, ...fields })
      touch(tx, "session", sessionId)
    })
  })
}

/** 409 `consulting.topic-changed` when it was changed in another window. @returns the id of the session */
export async function editTopic(
  db: Db,
  actor: Actor,
  id: string,
  { version, title, question }: EditedTopic,
): Promise<string> {
  return transact(db, async (tx) => {
    const { topic } = await accessOwnTopicForChange(tx, actor, id)
    if (topic.version !== version) throw new Refusal(409, "consulting.topic-changed")
    await tx
      .update(consultingTopics)
      .set({ title: title.trim(), question: question.trim(), version: version + 1 })
      .where(eq(consultingTopics.id, id))
    touch(tx, "session", topic.cohortStepId)
    return topic.cohortStepId
  })
}

/** Votes for it are free again. A consulting on it goes on: it has its own copy. @returns the id of the session */
export async function withdrawTopic(db: Db, actor: Actor, id: string): Promise<string> {
  return transact(db, async (tx) => {
    const { topic } = await accessOwnTopicForChange(tx, actor, id)
    await tx.delete(consultingTopics).where(eq(consultingTopics.id, id))
    touch(tx, "session", topic.cohortStepId)
    return topic.cohortStepId
  })
}

/**
 * Gives a topic one of the own votes, or takes it back. Twice is once. Nobody is told: when a vote comes, and numbers
 * while they grow, would say whose it is. @returns the id of the session
 */
export async function voteForTopic(
  db: Db,
  actor: Actor,
  topicId: string,
  isChosen: boolean,
): Promise<string> {
  return transact(db, async (tx) => {
    const { topic, session, isMine } = await accessTopic(tx, actor, topicId)
    const own = { topicId, memberId: ownMember(session) }
    await lockSession(tx, topic.cohortStepId, "share")
    await lockMember(tx, own.memberId)
    if (await isClosed(tx, topic.cohortStepId)) throw new Refusal(409, "consulting.ballot-closed")
    if (!isChosen) await tx.delete(consultingVotes).where(isVote(own))
    else {
      if (isMine) throw new Refusal(409, "consulting.own-topic")
      const given = await votesOf(tx, topic.cohortStepId, own.memberId)
      if (given.includes(topicId)) return topic.cohortStepId
      if (given.length >= TOPIC_VOTES_EACH) throw new Refusal(409, "consulting.votes-spent")
      await tx.insert(consultingVotes).values(own)
    }
    return topic.cohortStepId
  })
}

/** With fewer than three everybody could tell who voted for what. */
export async function hasEnoughVoters(reader: Reader, sessionId: string): Promise<boolean> {
  const voters = await reader
    .selectDistinct({ memberId: consultingVotes.memberId })
    .from(consultingVotes)
    .where(inArray(consultingVotes.topicId, topicsOf(reader, sessionId)))
  return voters.length >= FEWEST_VOTERS
}

/** From then on everybody sees the numbers, and nothing says any more who voted for what. */
export async function closeBallot(db: Db, actor: Actor, sessionId: string): Promise<void> {
  await transact(db, async (tx) => {
    await accessTopics(tx, actor, sessionId)
    await lockSession(tx, sessionId)
    if (await isClosed(tx, sessionId)) return
    if (!(await hasEnoughVoters(tx, sessionId))) throw new Refusal(409, "consulting.too-few-voters")
    const given = tx
      .select({ number: count() })
      .from(consultingVotes)
      .where(eq(consultingVotes.topicId, consultingTopics.id))
    await tx
      .update(consultingTopics)
      .set({ votes: sql`(${given})` })
      .where(eq(consultingTopics.cohortStepId, sessionId))
    await tx.delete(consultingVotes).where(inArray(consultingVotes.topicId, topicsOf(tx, sessionId)))
    await tx.insert(consultingBallots).values({ cohortStepId: sessionId })
    touch(tx, "session", sessionId)
  })
}

/** A new ballot from the beginning: comparing two results of one would say who changed their mind. */
export async function reopenBallot(db: Db, actor: Actor, sessionId: string): Promise<void> {
  await transact(db, async (tx) => {
    await accessTopics(tx, actor, sessionId)
    await lockSession(tx, sessionId)
    await tx.delete(consultingBallots).where(eq(consultingBallots.cohortStepId, sessionId))
    // The new ballot is told of as well, once enough have voted.
    await tx.update(cohortSteps).set({ isTold: false }).where(eq(cohortSteps.id, sessionId))
    await tx.update(consultingTopics).set({ votes: 0 }).where(eq(consultingTopics.cohortStepId, sessionId))
    touch(tx, "session", sessionId)
  })
}

export async function isClosed(reader: Pick<Tx, "select">, sessionId: string): Promise<boolean> {
  const rows = await reader
    .select()
    .from(consultingBallots)
    .where(eq(consultingBallots.cohortStepId, sessionId))
  return rows.length > 0
}

/** The topics that one has voted for. */
export async function votesOf(
  reader: Pick<Tx, "select">,
  sessionId: string,
  memberId: string,
): Promise<string[]> {
  const rows = await reader
    .select({ id: consultingVotes.topicId })
    .from(consultingVotes)
    .innerJoin(consultingTopics, eq(consultingTopics.id, consultingVotes.topicId))
    .where(and(eq(consultingTopics.cohortStepId, sessionId), eq(consultingVotes.memberId, memberId)))
  return rows.map(({ id }) => id)
}

const topicsOf = (tx: Reader, sessionId: string) =>
  tx
    .select({ id: consultingTopics.id })
    .from(consultingTopics)
    .where(eq(consultingTopics.cohortStepId, sessionId))

const isVote = ({ topicId, memberId }: { topicId: string; memberId: string }) =>
  and(eq(consultingVotes.topicId, topicId), eq(consultingVotes.memberId, memberId))
