import { and, asc, eq } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import type { Reader } from "../../kernel/database.ts"
import { forbidden } from "../../kernel/errors.ts"
import { byName } from "../../kernel/order.ts"
import { assessmentRounds } from "../assessments/tables.ts"
import { certificates } from "../certificates/tables.ts"
import { selfRatings } from "../competences/tables.ts"
import { evidence } from "../evidence/tables.ts"
import { stepFiles } from "../files/tables.ts"
import { impulseAnswers } from "../impulses/tables.ts"
import { journalEntries } from "../journal/tables.ts"
import { accessCohort, enrolmentOf } from "../policy.ts"
import { cohortMembers, cohorts } from "../tables.ts"
import { journalOf, soleProjects } from "./own.ts"
import type { DepartureRow, LeavingView } from "./schema.ts"
import { departures } from "./tables.ts"

/** For a learner who thinks about leaving: what exactly would go. */
export async function findLeaving(reader: Reader, actor: Actor, cohortId: string): Promise<LeavingView> {
  const standing = await accessCohort(reader, actor, cohortId, ["learner"])
  const member = enrolmentOf(standing)
  if (!member) throw forbidden()
  const journal = await journalOf(reader, member)
  const rounds = await reader.$count(assessmentRounds, eq(assessmentRounds.learnerId, member.id))
  const issued = await reader
    .select({ id: certificates.id, content: certificates.content })
    .from(certificates)
    .where(and(eq(certificates.memberId, member.id), eq(certificates.holderId, actor.id)))
    .orderBy(asc(certificates.id))
  return {
    cohort: { id: cohortId, name: standing.cohort.name },
    journal: { entries: await reader.$count(journalEntries, journal.where), whole: journal.whole },
    selfRatings: await reader.$count(selfRatings, eq(selfRatings.memberId, member.id)),
    evidence: await reader.$count(evidence, eq(evidence.memberId, member.id)),
    impulses: await reader.$count(impulseAnswers, eq(impulseAnswers.memberId, member.id)),
    sheets: await reader.$count(stepFiles, eq(stepFiles.memberId, member.id)),
    hasRound: rounds > 0,
    projects: (await soleProjects(reader, member)).map(({ title }) => title),
    certificates: issued.map(({ id, content }) => ({ id, programme: content.programme })),
  }
}

/** The cohorts that the person was taken out of, as long as something of theirs is left. */
export async function listDepartures(reader: Reader, actor: Actor): Promise<DepartureRow[]> {
  return reader
    .select({ cohort: cohorts.name, dueOn: departures.dueOn })
    .from(departures)
    .innerJoin(cohortMembers, eq(cohortMembers.id, departures.memberId))
    .innerJoin(cohorts, eq(cohorts.id, cohortMembers.cohortId))
    .where(eq(departures.personId, actor.id))
    .orderBy(asc(departures.dueOn), byName(cohorts.name))
}
