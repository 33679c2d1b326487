import { newId } from "../../server/kernel/database.ts"
import { now } from "../../server/kernel/time.ts"
import { phasesFor } from "../../server/qualification/consulting/phases.ts"
import {
  consultingLines,
  consultings,
  consultingTopics,
} from "../../server/qualification/consulting/tables.ts"
import { startTimerAt } from "../../server/qualification/timers/state.ts"
import { timers } from "../../server/qualification/timers/tables.ts"
import type { addCohort, Group } from "./group.ts"

export const TOPIC = { title: "Rückfragen am Telefon", question: "Wie bekomme ich sie ins Forum?" }

/** A consulting at the meeting on a topic of Frau Müller's, in the phase of hypotheses, with a line of Frau Huber's. */
export async function addConsulting(
  { db }: Group,
  { members, steps }: Awaited<ReturnType<typeof addCohort>>,
) {
  const [topic, consulting, line] = [newId(), newId(), newId()]
  const at = { cohortStepId: steps.meeting, ...TOPIC }
  await db.insert(consultingTopics).values({ id: topic, memberId: members.mueller, ...at })
  const people = { caseGiverId: members.mueller, moderatorId: members.huber }
  await db.insert(consultings).values({ id: consulting, topicId: topic, ...people, form: "short", ...at })
  await db.insert(timers).values({
    subjectId: consulting,
    kind: "consulting",
    ...startTimerAt(phasesFor("short", "de"), now()),
    position: 3,
    version: 4,
  })
  const body = "Sie kennt den Weg nicht"
  await db.insert(consultingLines).values({
    id: line,
    consultingId: consulting,
    kind: "hypothesis",
    body,
    memberId: members.huber,
  })
  return { topic, consulting, line }
}
