import { and, eq, exists, inArray, isNull, lte, ne, or } from "drizzle-orm"
import type { Db } from "../kernel/database.ts"
import type { Live } from "../kernel/live.ts"
import { among } from "../kernel/statements.ts"
import { now } from "../kernel/time.ts"
import { assessmentRounds } from "./assessments/tables.ts"
import { consultings } from "./consulting/tables.ts"
import { FILED_KINDS } from "./files/policy.ts"
import { projectPeople, projects } from "./projects/tables.ts"
import { GROUP, LEADING, SESSION_KINDS } from "./sessions/access.ts"
import { cohortMembers, cohortSteps, cohorts, programmeSteps } from "./tables.ts"

/**
 * Who may listen: to a session, a peer consulting and a retrospective those who are in the room, to an assessment its
 * three, to a project its learners and the facilitators, to what is handed out for a step whoever sees the step, and to
 * the attendance of a session and the sheets of a step their facilitators alone: learners see no more than their own. The
 * same as the access functions of each decide for one person, for all who listen at once; a test holds them together.
 */
export function qualificationChannels({ live, db }: { live: Pick<Live, "channel">; db: Db }): void {
  const stillThere = isNull(cohortMembers.leftAt)
  const inTheRoom = inArray(cohortMembers.part, [...GROUP])
  const isSession = inArray(programmeSteps.kind, [...SESSION_KINDS])
  const ofStep = () =>
    db
      .select({ id: cohortSteps.id, personId: cohortMembers.personId })
      .from(cohortSteps)
      .innerJoin(programmeSteps, eq(programmeSteps.id, cohortSteps.stepId))
      .innerJoin(cohortMembers, eq(cohortMembers.cohortId, cohortSteps.cohortId))
  live.channel("session", async (ids) =>
    onlyThese(await ofStep().where(and(among(cohortSteps.id, ids), isSession, inTheRoom, stillThere))),
  )
  live.channel("attendance", async (ids) => {
    const leading = inArray(cohortMembers.part, [...LEADING])
    return onlyThese(await ofStep().where(and(among(cohortSteps.id, ids), leading, stillThere)))
  })
  const isFiled = inArray(programmeSteps.kind, [...FILED_KINDS])
  live.channel("handouts", async (ids) => {
    // Of an impulse learners learn nothing before its date.
    const isThere = or(
      ne(programmeSteps.kind, "impulse"),
      eq(cohortMembers.part, "facilitator"),
      and(isNull(cohortSteps.cancelledAt), lte(cohortSteps.startsAt, now())),
    )
    return onlyThese(
      await ofStep().where(and(among(cohortSteps.id, ids), isFiled, isThere, inTheRoom, stillThere)),
    )
  })
  live.channel("sheets", async (ids) => {
    const leading = inArray(cohortMembers.part, [...LEADING])
    return onlyThese(await ofStep().where(and(among(cohortSteps.id, ids), isFiled, leading, stillThere)))
  })
  live.channel("consulting", async (ids) =>
    onlyThese(
      await db
        .select({ id: consultings.id, personId: cohortMembers.personId })
        .from(consultings)
        .innerJoin(cohortSteps, eq(cohortSteps.id, consultings.cohortStepId))
        .innerJoin(programmeSteps, eq(programmeSteps.id, cohortSteps.stepId))
        .innerJoin(cohortMembers, eq(cohortMembers.cohortId, cohortSteps.cohortId))
        .where(and(among(consultings.id, ids), isSession, inTheRoom, stillThere)),
    ),
  )
  live.channel("retrospective", async (ids) =>
    onlyThese(
      await db
        .select({ id: cohorts.id, personId: cohortMembers.personId })
        .from(cohorts)
        .innerJoin(cohortMembers, eq(cohortMembers.cohortId, cohorts.id))
        .where(and(among(cohorts.id, ids), inTheRoom, stillThere)),
    ),
  )
  live.channel("project", async (ids) => {
    const takesPart = db
      .select({ id: projectPeople.memberId })
      .from(projectPeople)
      .where(and(eq(projectPeople.projectId, projects.id), eq(projectPeople.memberId, cohortMembers.id)))
    const ofProject = or(
      eq(cohortMembers.part, "facilitator"),
      and(eq(cohortMembers.part, "learner"), exists(takesPart)),
    )
    return onlyThese(
      await db
        .select({ id: projects.id, personId: cohortMembers.personId })
        .from(projects)
        .innerJoin(cohortMembers, eq(cohortMembers.cohortId, projects.cohortId))
        .where(and(among(projects.id, ids), ofProject, stillThere)),
    )
  })
  live.channel("assessment", async (ids) => {
    const { learnerId, peerId, facilitatorId } = assessmentRounds
    const ofTheThree = or(...[learnerId, peerId, facilitatorId].map((seat) => eq(cohortMembers.id, seat)))
    return onlyThese(
      await db
        .select({ id: assessmentRounds.id, personId: cohortMembers.personId })
        .from(assessmentRounds)
        .innerJoin(cohortMembers, ofTheThree)
        .where(and(among(assessmentRounds.id, ids), stillThere)),
    )
  })
}

const onlyThese = (listeners: { id: string; personId: string }[]) => {
  const people = new Set(listeners.map(({ id, personId }) => `${id} ${personId}`))
  return (actor: { id: string }, id: string) => people.has(`${id} ${actor.id}`)
}
