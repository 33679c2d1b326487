import { and, eq } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import type { Reader } from "../../kernel/database.ts"
import { notFound } from "../../kernel/errors.ts"
import { hasBegun } from "../cohorts/dates.ts"
import {
  accessCohortStep,
  type CohortStep,
  enrolmentOf,
  isPart,
  type Member,
  type Standing,
} from "../policy.ts"
import { impulseAnswers } from "./tables.ts"

/** Managers have nothing to do with impulses. */
export const IMPULSE_PARTS = ["learner", "facilitator"] as const

export type Answer = typeof impulseAnswers.$inferSelect
export type Access = Standing & { step: CohortStep; learner: Member | undefined; answer: Answer | undefined }

/**
 * An impulse as one person stands to it. Learners get 404 before its date; facilitators see what is planned. What a
 * learner wrote stays theirs to read when the impulse is moved or cancelled afterwards.
 */
export async function accessImpulse(reader: Reader, actor: Actor, id: string): Promise<Access> {
  const standing = await accessCohortStep(reader, actor, id, IMPULSE_PARTS)
  if (standing.step.step.kind !== "impulse") throw notFound()
  const learner = enrolmentOf(standing)
  const answer = learner && (await answerOf(reader, id, learner.id))
  if (!hasBegun(standing.step) && !isPart(standing, "facilitator") && !answer) throw notFound()
  return { ...standing, learner, answer }
}

async function answerOf(reader: Reader, stepId: string, memberId: string): Promise<Answer | undefined> {
  const [answer] = await reader
    .select()
    .from(impulseAnswers)
    .where(and(eq(impulseAnswers.cohortStepId, stepId), eq(impulseAnswers.memberId, memberId)))
  return answer
}
