import { and, eq, isNull, sql } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import { audit } from "../../kernel/audit.ts"
import { type Db, newId, type Tx, transact } from "../../kernel/database.ts"
import { Refusal } from "../../kernel/errors.ts"
import { accessBoardForChange, accessCard, accessCardGroup, requireLead, requireStage } from "./policy.ts"
import type { NewStage } from "./schema.ts"
import {
  retrospectiveCards,
  retrospectiveGroups,
  retrospectives,
  retrospectiveVotes,
  type Stage,
  VOTES_EACH,
} from "./tables.ts"

/** A card in a group has no votes of its own: its group is what is voted on. */
export type Voted = { cardId: string } | { groupId: string }

/**
 * Gives an own vote, or takes it back; doing it twice changes nothing.
 * 409 `retrospective.not-voting`, `retrospective.votes-used`, `card.grouped`. @returns the id of the cohort
 */
export async function vote(db: Db, actor: Actor, what: Voted, isGiven: boolean): Promise<string> {
  return transact(db, async (tx) => {
    const cohortId = await cohortOf(tx, actor, what)
    const { stage, member } = await accessBoardForChange(tx, actor, cohortId)
    requireStage(stage, "voting")
    const own = eq(retrospectiveVotes.memberId, member.id)
    const same =
      "cardId" in what
        ? eq(retrospectiveVotes.cardId, what.cardId)
        : eq(retrospectiveVotes.groupId, what.groupId)
    if (!isGiven) {
      await tx.delete(retrospectiveVotes).where(and(own, same))
    } else if ((await tx.$count(retrospectiveVotes, and(own, same))) === 0) {
      if ((await tx.$count(retrospectiveVotes, own)) >= VOTES_EACH)
        throw new Refusal(409, "retrospective.votes-used")
      await tx.insert(retrospectiveVotes).values({ id: newId(), cohortId, memberId: member.id, ...what })
    }
    return cohortId
  })
}

const NEXT: Record<Stage, readonly Stage[]> = {
  collecting: ["voting", "closed"],
  voting: ["closed", "collecting"],
  closed: ["collecting"],
}

/** 409 `retrospective.changed` when the board is not, or no longer, where that leads on from. */
export async function changeStage(
  db: Db,
  actor: Actor,
  cohortId: string,
  { from, to }: NewStage,
): Promise<void> {
  await transact(db, async (tx) => {
    const standing = await accessBoardForChange(tx, actor, cohortId)
    requireLead(standing)
    if (standing.stage !== from || !NEXT[from].includes(to)) throw new Refusal(409, "retrospective.changed")
    if (to === "closed") await close(tx, cohortId, from === "voting")
    if (to === "collecting") await forgetVotes(tx, cohortId)
    await tx.update(retrospectives).set({ stage: to }).where(eq(retrospectives.cohortId, cohortId))
    await audit(tx, actor, {
      action: to === "closed" ? "retrospective.closed" : "retrospective.opened",
      subjectType: "cohort",
      subjectId: cohortId,
    })
  })
}

/** From now on there are sums instead of votes, and cards that are nobody's. */
async function close(tx: Tx, cohortId: string, isVoted: boolean): Promise<void> {
  const ofBoard = eq(retrospectiveCards.cohortId, cohortId)
  if (isVoted) {
    await tx
      .update(retrospectiveCards)
      .set({
        votes: sql`(select count(*) from ${retrospectiveVotes} where ${retrospectiveVotes.cardId} = ${retrospectiveCards.id})`,
      })
      .where(and(ofBoard, isNull(retrospectiveCards.groupId)))
    await tx
      .update(retrospectiveGroups)
      .set({
        votes: sql`(select count(*) from ${retrospectiveVotes} where ${retrospectiveVotes.groupId} = ${retrospectiveGroups.id})`,
      })
      .where(eq(retrospectiveGroups.cohortId, cohortId))
  }
  await tx.delete(retrospectiveVotes).where(eq(retrospectiveVotes.cohortId, cohortId))
  await tx.update(retrospectiveCards).set({ memberId: null }).where(ofBoard)
}

/** What is sorted anew is voted on anew. */
async function forgetVotes(tx: Tx, cohortId: string): Promise<void> {
  await tx.delete(retrospectiveVotes).where(eq(retrospectiveVotes.cohortId, cohortId))
  await tx.update(retrospectiveCards).set({ votes: null }).where(eq(retrospectiveCards.cohortId, cohortId))
  await tx.update(retrospectiveGroups).set({ votes: null }).where(eq(retrospectiveGroups.cohortId, cohortId))
}

async function cohortOf(tx: Tx, actor: Actor, what: Voted): Promise<string> {
  if ("groupId" in what) return (await accessCardGroup(tx, actor, what.groupId)).group.cohortId
  const { card } = await accessCard(tx, actor, what.cardId)
  if (card.groupId) throw new Refusal(409, "card.grouped")
  return card.cohortId
}
