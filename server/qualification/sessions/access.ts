import { eq } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import type { Reader, Tx } from "../../kernel/database.ts"
import { notFound } from "../../kernel/errors.ts"
import { accessCohortStep, type CohortStep, type Standing } from "../policy.ts"
import { cohortSteps, type Part } from "../tables.ts"

export const SESSION_KINDS = ["workshop", "meeting"] as const
export type SessionKind = (typeof SESSION_KINDS)[number]

/** Those who are in the room. Managers see the date, and the minutes when they are given them. */
export const GROUP = ["facilitator", "learner"] as const satisfies Part[]
export const LEADING = ["facilitator"] as const satisfies Part[]

export type Session = Standing & { step: CohortStep; kind: SessionKind }

/** A workshop or a meeting; the other steps of a cohort are no sessions. */
export async function accessSession(
  reader: Reader,
  actor: Actor,
  id: string,
  parts?: readonly Part[],
): Promise<Session> {
  const standing = await accessCohortStep(reader, actor, id, parts)
  const kind = SESSION_KINDS.find((one) => one === standing.step.step.kind)
  if (!kind) throw notFound()
  return { ...standing, kind }
}

/** What belongs to a session as a whole is changed one after the other: its agenda, clock, minutes, topics. */
export async function lockSession(tx: Tx, id: string, how: "update" | "share" = "update"): Promise<void> {
  await tx.select({ id: cohortSteps.id }).from(cohortSteps).where(eq(cohortSteps.id, id)).for(how)
}
