import { eq } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import type { Reader, Tx } from "../../kernel/database.ts"
import { only } from "../../kernel/database.ts"
import { forbidden, notFound, Refusal } from "../../kernel/errors.ts"
import { touch } from "../../kernel/live.ts"
import { accessCohort, isPart, type Member, type Standing } from "../policy.ts"
import { lessons, retrospectiveCards, retrospectiveGroups, retrospectives, type Stage } from "./tables.ts"

/** The group's own membership: as a learner, otherwise as a facilitator. */
export type GroupStanding = Standing & { member: Member; leads: boolean }

export type Card = typeof retrospectiveCards.$inferSelect
export type CardGroup = typeof retrospectiveGroups.$inferSelect
export type Lesson = typeof lessons.$inferSelect

/** Of the group: learners and facilitators. For managers there is no retrospective. */
export async function accessRetrospective(
  reader: Reader,
  actor: Actor,
  cohortId: string,
): Promise<GroupStanding> {
  const standing = await accessCohort(reader, actor, cohortId)
  const member =
    standing.own.find(({ part }) => part === "learner") ??
    standing.own.find(({ part }) => part === "facilitator")
  if (!member) throw notFound()
  return { ...standing, member, leads: isPart(standing, "facilitator") }
}

/** The same, with the board locked against other changes of it; everybody who looks at it is told. */
export async function accessBoardForChange(
  tx: Tx,
  actor: Actor,
  cohortId: string,
): Promise<GroupStanding & { stage: Stage }> {
  const standing = await accessRetrospective(tx, actor, cohortId)
  await tx.insert(retrospectives).values({ cohortId }).onConflictDoNothing()
  const { stage } = only(
    await tx.select().from(retrospectives).where(eq(retrospectives.cohortId, cohortId)).for("update"),
  )
  touch(tx, "retrospective", cohortId)
  return { ...standing, stage }
}

/** 409 where the board is at another stage than the action belongs to. */
export function requireStage(stage: Stage, needed: Stage): void {
  if (stage !== needed) throw new Refusal(409, `retrospective.not-${needed}`)
}

export function requireLead({ leads }: Pick<GroupStanding, "leads">): void {
  if (!leads) throw forbidden()
}

/** A card, for its group. */
export async function accessCard(
  reader: Reader,
  actor: Actor,
  id: string,
): Promise<{ card: Card; standing: GroupStanding }> {
  const [card] = await reader.select().from(retrospectiveCards).where(eq(retrospectiveCards.id, id))
  if (!card) throw notFound()
  return { card, standing: await accessRetrospective(reader, actor, card.cohortId) }
}

/** Named cards, for their group. */
export async function accessCardGroup(
  reader: Reader,
  actor: Actor,
  id: string,
): Promise<{ group: CardGroup; standing: GroupStanding }> {
  const [group] = await reader.select().from(retrospectiveGroups).where(eq(retrospectiveGroups.id, id))
  if (!group) throw notFound()
  return { group, standing: await accessRetrospective(reader, actor, group.cohortId) }
}

/** A lesson, for the group that wrote it. */
export async function accessLesson(
  reader: Reader,
  actor: Actor,
  id: string,
): Promise<{ lesson: Lesson & { cohortId: string }; standing: GroupStanding }> {
  const [lesson] = await reader.select().from(lessons).where(eq(lessons.id, id))
  if (!lesson?.cohortId) throw notFound()
  const { cohortId } = lesson
  return { lesson: { ...lesson, cohortId }, standing: await accessRetrospective(reader, actor, cohortId) }
}
