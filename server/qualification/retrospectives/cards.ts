import { and, eq, notExists, sql } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import { type Db, type Tx, transact } from "../../kernel/database.ts"
import { forbidden, Refusal } from "../../kernel/errors.ts"
import { once } from "../../kernel/submissions.ts"
import { accessBoardForChange, accessCard, accessCardGroup, type Card, requireStage } from "./policy.ts"
import type { CardPlace, EditedCard, EditedCardGroup, NewCard, NewCardGroup } from "./schema.ts"
import { retrospectiveCards, retrospectiveGroups } from "./tables.ts"

const MOST_CARDS = 200

/** 409 `retrospective.not-collecting`, `retrospective.too-many-cards`. */
export async function addCard(
  db: Db,
  actor: Actor,
  cohortId: string,
  { key, heading, body }: NewCard,
): Promise<{ id: string }> {
  return transact(db, async (tx) => {
    const { stage, member } = await accessBoardForChange(tx, actor, cohortId)
    requireStage(stage, "collecting")
    return once(tx, actor, key, ["card", cohortId, heading, body], async (id) => {
      const cards = await tx.$count(retrospectiveCards, eq(retrospectiveCards.cohortId, cohortId))
      if (cards >= MOST_CARDS) throw new Refusal(409, "retrospective.too-many-cards")
      await tx
        .insert(retrospectiveCards)
        .values({ id, cohortId, heading, body: body.trim(), memberId: member.id })
    })
  })
}

/** One's own; 409 `card.changed` after a change in another window. @returns the id of the cohort */
export async function editCard(
  db: Db,
  actor: Actor,
  id: string,
  { version, body }: EditedCard,
): Promise<string> {
  return transact(db, async (tx) => {
    const { card, isOwn } = await cardForChange(tx, actor, id)
    if (!isOwn) throw forbidden()
    refuseChanged(card, version)
    await tx
      .update(retrospectiveCards)
      .set({ body: body.trim(), version: version + 1 })
      .where(eq(retrospectiveCards.id, id))
    return card.cohortId
  })
}

/**
 * One's own; the facilitator any, for what should not stand there, but only as they have read it: 409 `card.changed`.
 * @returns the id of the cohort
 */
export async function removeCard(db: Db, actor: Actor, id: string, version: number): Promise<string> {
  return transact(db, async (tx) => {
    const { card, isOwn, leads } = await cardForChange(tx, actor, id)
    if (!isOwn && !leads) throw forbidden()
    refuseChanged(card, version)
    await tx.delete(retrospectiveCards).where(eq(retrospectiveCards.id, id))
    await dropEmptyGroups(tx, card.cohortId)
    return card.cohortId
  })
}

/** Into a column or a group; everybody of the group sorts. @returns the id of the cohort */
export async function placeCard(
  db: Db,
  actor: Actor,
  id: string,
  { heading, groupId }: CardPlace,
): Promise<string> {
  return transact(db, async (tx) => {
    const { card } = await cardForChange(tx, actor, id)
    const place = groupId === null ? { heading, groupId } : await placeIn(tx, groupId, card.cohortId)
    await tx.update(retrospectiveCards).set(place).where(eq(retrospectiveCards.id, id))
    await dropEmptyGroups(tx, card.cohortId)
    return card.cohortId
  })
}

/** A new group in the card's column that begins with the card. */
export async function groupCard(
  db: Db,
  actor: Actor,
  id: string,
  { key, title }: NewCardGroup,
): Promise<{ id: string; cohortId: string }> {
  return transact(db, async (tx) => {
    const { card } = await cardForChange(tx, actor, id)
    const { cohortId, heading } = card
    const made = await once(tx, actor, key, ["card-group", id, title], async (groupId) => {
      await tx.insert(retrospectiveGroups).values({ id: groupId, cohortId, heading, title: title.trim() })
      await tx.update(retrospectiveCards).set({ groupId }).where(eq(retrospectiveCards.id, id))
      await dropEmptyGroups(tx, cohortId)
    })
    return { ...made, cohortId }
  })
}

/** 409 `card-group.changed` when somebody else was faster. @returns the id of the cohort */
export async function renameCardGroup(
  db: Db,
  actor: Actor,
  id: string,
  { version, title }: EditedCardGroup,
): Promise<string> {
  return transact(db, async (tx) => {
    const group = await cardGroupForChange(tx, actor, id)
    if (group.version !== version)
      throw new Refusal(409, "card-group.changed", undefined, {
        current: { title: group.title, version: group.version },
      })
    await tx
      .update(retrospectiveGroups)
      .set({ title: title.trim(), version: version + 1 })
      .where(eq(retrospectiveGroups.id, id))
    return group.cohortId
  })
}

/** Its cards stay, each by itself. @returns the id of the cohort */
export async function dissolveCardGroup(db: Db, actor: Actor, id: string): Promise<string> {
  return transact(db, async (tx) => {
    const { cohortId } = await cardGroupForChange(tx, actor, id)
    await tx.delete(retrospectiveGroups).where(eq(retrospectiveGroups.id, id))
    return cohortId
  })
}

/** Read again behind the lock of the board, so that it is as the others left it. */
async function cardForChange(tx: Tx, actor: Actor, id: string) {
  const { card: before } = await accessCard(tx, actor, id)
  const { stage, member, leads } = await accessBoardForChange(tx, actor, before.cohortId)
  const { card } = await accessCard(tx, actor, id)
  requireStage(stage, "collecting")
  return { card, isOwn: card.memberId === member.id, leads }
}

async function cardGroupForChange(tx: Tx, actor: Actor, id: string) {
  const { group: before } = await accessCardGroup(tx, actor, id)
  const { stage } = await accessBoardForChange(tx, actor, before.cohortId)
  const { group } = await accessCardGroup(tx, actor, id)
  requireStage(stage, "collecting")
  return group
}

function refuseChanged({ body, version }: Card, expected: number): void {
  if (version !== expected) throw new Refusal(409, "card.changed", undefined, { current: { body, version } })
}

/** 409 `card-group.gone`: dissolved by somebody else, or of another board. */
async function placeIn(tx: Tx, groupId: string, cohortId: string) {
  const [group] = await tx
    .select({ heading: retrospectiveGroups.heading })
    .from(retrospectiveGroups)
    .where(and(eq(retrospectiveGroups.id, groupId), eq(retrospectiveGroups.cohortId, cohortId)))
  if (!group) throw new Refusal(409, "card-group.gone")
  return { heading: group.heading, groupId }
}

async function dropEmptyGroups(tx: Tx, cohortId: string): Promise<void> {
  const inside = tx
    .select({ one: sql`1` })
    .from(retrospectiveCards)
    .where(eq(retrospectiveCards.groupId, retrospectiveGroups.id))
  await tx
    .delete(retrospectiveGroups)
    .where(and(eq(retrospectiveGroups.cohortId, cohortId), notExists(inside)))
}
