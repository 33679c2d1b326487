import type { Db } from "../kernel/database.ts"
import { Refusal } from "../kernel/errors.ts"
import type { Live } from "../kernel/live.ts"
import { accessRound } from "./assessments/policy.ts"
import { accessConsulting } from "./consulting/policy.ts"
import { accessCohortStep } from "./policy.ts"
import { accessRetrospective } from "./retrospectives/policy.ts"
import { accessSession, GROUP } from "./sessions/access.ts"

/**
 * Who may listen: to a session, a peer consulting and a retrospective those who are in the room, to an assessment its
 * three, and to the attendance of a session its facilitators alone: learners see no more than their own.
 */
export function qualificationChannels({ live, db }: { live: Live; db: Db }): void {
  live.channel("session", async (actor, id) => isAllowed(accessSession(db, actor, id, GROUP)))
  live.channel("consulting", async (actor, id) => isAllowed(accessConsulting(db, actor, id)))
  live.channel("retrospective", async (actor, id) => isAllowed(accessRetrospective(db, actor, id)))
  live.channel("attendance", async (actor, id) => isAllowed(accessCohortStep(db, actor, id, ["facilitator"])))
  live.channel("assessment", async (actor, id) => isAllowed(accessRound(db, actor, id)))
}

/** The slice's own access function decides; a refusal is a no. */
export async function isAllowed(access: Promise<unknown>): Promise<boolean> {
  try {
    await access
    return true
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}
