import type { Actor } from "../../kernel/actor.ts"
import type { Reader } from "../../kernel/database.ts"
import { notFound } from "../../kernel/errors.ts"
import { accessCohortStep, type CohortStep, type Standing } from "../policy.ts"
import type { Part } from "../tables.ts"

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
