import { eq } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import type { Reader, Tx } from "../../kernel/database.ts"
import { forbidden, notFound } from "../../kernel/errors.ts"
import { enrolmentOf, isPart } from "../policy.ts"
import { accessSession, GROUP, type Session } from "../sessions/access.ts"
import { consultings, consultingTopics } from "./tables.ts"

export type Topic = typeof consultingTopics.$inferSelect
export type Consulting = typeof consultings.$inferSelect
type Seat = "case-giver" | "moderator" | "adviser"
/** A consulting as one person of the group sits in it. */
export type Seated = {
  session: Session
  consulting: Consulting
  seat: Seat
  leads: boolean
  memberId: string
}

/** The group alone: to managers, too, it is as if there were none. */
export async function accessTopics(reader: Reader, actor: Actor, sessionId: string): Promise<Session> {
  const session = await accessSession(reader, actor, sessionId)
  if (!GROUP.some((part) => isPart(session, part))) throw notFound()
  return session
}

/** The one membership under which a person votes, moderates and puts down lines. */
export function ownMember(session: Session): string {
  const member = enrolmentOf(session) ?? session.own.find(({ part }) => part === "facilitator")
  if (!member) throw notFound()
  return member.id
}

export async function accessTopic(reader: Reader, actor: Actor, id: string) {
  const [topic] = await reader.select().from(consultingTopics).where(eq(consultingTopics.id, id))
  if (!topic) throw notFound()
  const session = await accessTopics(reader, actor, topic.cohortStepId)
  return { topic, session, isMine: session.own.some(({ id }) => id === topic.memberId) }
}

/** 403 for the others of the group. */
export async function accessOwnTopicForChange(tx: Tx, actor: Actor, id: string) {
  await tx.select().from(consultingTopics).where(eq(consultingTopics.id, id)).for("update")
  const found = await accessTopic(tx, actor, id)
  if (!found.isMine) throw forbidden()
  return found
}

export async function accessConsulting(reader: Reader, actor: Actor, id: string): Promise<Seated> {
  const [consulting] = await reader.select().from(consultings).where(eq(consultings.id, id))
  if (!consulting) throw notFound()
  const session = await accessTopics(reader, actor, consulting.cohortStepId)
  const holds = (memberId: string | null) => session.own.some(({ id }) => id === memberId)
  const seat = holds(consulting.caseGiverId)
    ? "case-giver"
    : holds(consulting.moderatorId)
      ? "moderator"
      : "adviser"
  const leads = seat === "moderator" || isPart(session, "facilitator")
  return { session, consulting, seat, leads, memberId: ownMember(session) }
}

/** The same, locking the consulting against other changes of it. */
export async function accessConsultingForChange(tx: Tx, actor: Actor, id: string): Promise<Seated> {
  await tx.select().from(consultings).where(eq(consultings.id, id)).for("update")
  return accessConsulting(tx, actor, id)
}

/** Hypotheses, ideas and decision after the end: the case giver's, unless they share them. */
export const maySeeResult = ({ consulting, seat }: Pick<Seated, "consulting" | "seat">) =>
  seat === "case-giver" || consulting.shared

/** What is put down while it is running is before the eyes of all. */
export const maySeeLines = (seated: Pick<Seated, "consulting" | "seat">) =>
  !seated.consulting.ended || maySeeResult(seated)
