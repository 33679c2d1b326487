import { and, eq, inArray, isNull } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import { type Db, newId, type Tx, transact } from "../../kernel/database.ts"
import { forbidden, Refusal } from "../../kernel/errors.ts"
import { touch } from "../../kernel/live.ts"
import { GROUP, lockSession } from "../sessions/access.ts"
import { cohortMembers } from "../tables.ts"
import { changeTimer, dropTimer, findTimer, startTimer } from "../timers/actions.ts"
import type { TimerControl } from "../timers/schema.ts"
import { breakTitle, phasesFor } from "./phases.ts"
import {
  accessConsultingForChange,
  accessTopics,
  type Consulting,
  type Seated,
  type Topic,
} from "./policy.ts"
import type { NewConsulting } from "./schema.ts"
import { consultingLines, consultings, consultingTopics } from "./tables.ts"

export const timed = (id: string) => ({ kind: "consulting", id }) as const

/**
 * Begins with one of the topics; its learner gives the case. Started twice or by two it is one; 409
 * `consulting.running` when another one is running.
 */
export async function startConsulting(
  db: Db,
  actor: Actor,
  sessionId: string,
  { topicId, moderatorId, form }: NewConsulting,
): Promise<{ id: string }> {
  return transact(db, async (tx) => {
    const { cohort } = await accessTopics(tx, actor, sessionId)
    await lockSession(tx, sessionId)
    const running = await findRunning(tx, sessionId)
    if (running?.topicId === topicId) return { id: running.id }
    if (running) throw new Refusal(409, "consulting.running")
    const topic = await lockTopic(tx, sessionId, topicId)
    await refuseModerator(tx, cohort.id, topic, moderatorId)
    const id = newId()
    const { memberId: caseGiverId, title, question } = topic
    await tx
      .insert(consultings)
      .values({ id, cohortStepId: sessionId, topicId, caseGiverId, moderatorId, title, question, form })
    await startTimer(tx, timed(id), phasesFor(form, actor.locale))
    touch(tx, "session", sessionId)
    return { id }
  })
}

/** 409 `timer.changed` when somebody was faster. With its last phase, or before, the consulting ends. */
export async function timeConsulting(db: Db, actor: Actor, id: string, control: TimerControl): Promise<void> {
  await transact(db, async (tx) => {
    const { consulting } = await accessLedForChange(tx, actor, id)
    await changeTimer(tx, timed(id), control, breakTitle(actor.locale))
    const timer = await findTimer(tx, timed(id))
    if (timer?.state === "ended") await endConsulting(tx, consulting)
  })
}

/** The timer from the beginning again; what was put down stays. */
export async function restartConsulting(db: Db, actor: Actor, id: string): Promise<void> {
  await transact(db, async (tx) => {
    const { consulting } = await accessLedForChange(tx, actor, id)
    await dropTimer(tx, timed(id))
    await startTimer(tx, timed(id), phasesFor(consulting.form, actor.locale))
  })
}

/** Any adviser may: a moderator whose connection is gone must not hold up the others. */
export async function takeModeration(db: Db, actor: Actor, id: string): Promise<void> {
  await transact(db, async (tx) => {
    const { consulting, seat, memberId } = await accessConsultingForChange(tx, actor, id)
    if (seat === "case-giver") throw forbidden()
    refuseEnded(consulting)
    await tx.update(consultings).set({ moderatorId: memberId }).where(eq(consultings.id, id))
    touch(tx, "consulting", id)
  })
}

/** Ended by mistake: the case giver takes it up again, and with it the group sees what was put down. */
export async function reopenConsulting(db: Db, actor: Actor, id: string): Promise<void> {
  await transact(db, async (tx) => {
    const { consulting, seat, session } = await accessConsultingForChange(tx, actor, id)
    if (seat !== "case-giver") throw forbidden()
    if (!consulting.ended) return
    await lockSession(tx, session.step.id)
    if (await findRunning(tx, session.step.id)) throw new Refusal(409, "consulting.running")
    const timer = await findTimer(tx, timed(id))
    if (timer) await changeTimer(tx, timed(id), { control: "reopen", version: timer.version, minutes: 0 }, "")
    await tx.update(consultings).set({ ended: false, shared: false }).where(eq(consultings.id, id))
    touch(tx, "session", session.step.id)
  })
}

/** Deletes it with all that was put down: by the case giver at any time, by who leads as long as there is nothing. */
export async function discardConsulting(db: Db, actor: Actor, id: string): Promise<string> {
  return transact(db, async (tx) => {
    const seated = await accessConsultingForChange(tx, actor, id)
    if (seated.seat !== "case-giver") await refuseDiscarding(tx, seated)
    await dropTimer(tx, timed(id))
    await tx.delete(consultings).where(eq(consultings.id, id))
    touch(tx, "session", seated.session.step.id)
    return seated.session.step.id
  })
}

export function refuseEnded({ ended }: Consulting): void {
  if (ended) throw new Refusal(409, "consulting.ended")
}

async function accessLedForChange(tx: Tx, actor: Actor, id: string): Promise<Seated> {
  const seated = await accessConsultingForChange(tx, actor, id)
  if (!seated.leads) throw forbidden()
  refuseEnded(seated.consulting)
  return seated
}

async function findRunning(tx: Tx, sessionId: string): Promise<Consulting | undefined> {
  const [running] = await tx
    .select()
    .from(consultings)
    .where(and(eq(consultings.cohortStepId, sessionId), eq(consultings.ended, false)))
  return running
}

async function lockTopic(tx: Tx, sessionId: string, topicId: string): Promise<Topic> {
  const [topic] = await tx
    .select()
    .from(consultingTopics)
    .where(and(eq(consultingTopics.id, topicId), eq(consultingTopics.cohortStepId, sessionId)))
    .for("update")
  if (!topic) throw new Refusal(422, "consulting.topic-gone", "topicId")
  return topic
}

/** Somebody of the group, and somebody else than who gives the case. */
async function refuseModerator(tx: Tx, cohortId: string, topic: Topic, moderatorId: string): Promise<void> {
  const members = await tx
    .select()
    .from(cohortMembers)
    .where(
      and(
        inArray(cohortMembers.id, [moderatorId, topic.memberId]),
        eq(cohortMembers.cohortId, cohortId),
        inArray(cohortMembers.part, [...GROUP]),
        isNull(cohortMembers.leftAt),
      ),
    )
  const moderator = members.find(({ id }) => id === moderatorId)
  const caseGiver = members.find(({ id }) => id === topic.memberId)
  if (!caseGiver) throw new Refusal(422, "consulting.topic-gone", "topicId")
  if (!moderator) throw new Refusal(422, "consulting.moderator-unknown", "moderatorId")
  if (moderator.personId === caseGiver.personId)
    throw new Refusal(422, "consulting.moderator-gives", "moderatorId")
}

/** Whose line one was is not kept: from now on they are the case giver's. */
async function endConsulting(tx: Tx, { id, cohortStepId }: Consulting): Promise<void> {
  await tx.update(consultings).set({ ended: true }).where(eq(consultings.id, id))
  await tx.update(consultingLines).set({ memberId: null }).where(eq(consultingLines.consultingId, id))
  touch(tx, "session", cohortStepId)
}

async function refuseDiscarding(tx: Tx, { consulting, leads }: Seated): Promise<void> {
  if (!leads || consulting.ended) throw forbidden()
  const rows = await tx
    .select({ id: consultingLines.id })
    .from(consultingLines)
    .where(eq(consultingLines.consultingId, consulting.id))
    .limit(1)
  if (rows.length > 0) throw new Refusal(409, "consulting.has-lines")
}
