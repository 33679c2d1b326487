import { type SQL, sql } from "drizzle-orm"
import type { Actor } from "../kernel/actor.ts"
import type { Reader } from "../kernel/database.ts"
import { open } from "../kernel/statements.ts"
import { describeInTurn, type InboxFacts } from "../notifications/index.ts"
import { describeRounds, seesRound } from "./assessments/inbox.ts"
import { describeCertificates, holdsCertificate } from "./certificates/inbox.ts"
import { isToldOfEvent } from "./events/inbox.ts"
import { describeImpulses, seesImpulse } from "./impulses/inbox.ts"
import { describePlans, seesPlan } from "./plans/inbox.ts"
import { ownPartsOf } from "./policy.ts"
import { describeProjects, seesProject } from "./projects/inbox.ts"
import { describeReports, seesReport } from "./reports/inbox.ts"
import { describeSessions, seesSession } from "./sessions/inbox.ts"
import { cohortMembers } from "./tables.ts"

const DESCRIBED = [
  describeProjects,
  describeSessions,
  describeImpulses,
  describePlans,
  describeReports,
  describeRounds,
]

/** What entries of the inbox are about, as far as the person may see it now: each part of the module knows its own. */
export async function describeQualificationInbox(
  reader: Reader,
  actor: Actor,
  ids: string[],
): Promise<Map<string, InboxFacts>> {
  const parts = await ownPartsOf(reader, actor)
  // Most people are in no cohort.
  const described = parts.memberIds.length > 0 ? DESCRIBED : []
  return describeInTurn(ids, [
    (left) => describeCertificates(reader, actor, left),
    ...described.map((describe) => (left: string[]) => describe(reader, actor, left, parts)),
  ])
}

/** Whether the person who is `open("person")` may see now what an unread entry is about; a test holds the two together. */
export const isToldOfQualification: SQL = sql`(${holdsCertificate} or ${isToldOfEvent} or exists (select 1 from ${cohortMembers} mine
  where mine.person_id = ${open("person")} and mine.left_at is null and (${seesProject} or ${seesSession}
    or ${seesImpulse} or ${seesPlan} or ${seesReport} or ${seesRound})))`
