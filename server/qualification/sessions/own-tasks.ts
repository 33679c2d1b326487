import { and, asc, eq, isNull } from "drizzle-orm"
import type { Reader } from "../../kernel/database.ts"
import { cohortSteps, programmeSteps } from "../tables.ts"
import { sessionEntries } from "./tables.ts"

/** What a member took on in workshops and meetings and has not settled yet, in the order of the sessions. */
export const selectOpenTasks = (reader: Reader, memberId: string) =>
  reader
    .select({
      id: sessionEntries.id,
      body: sessionEntries.body,
      dueOn: sessionEntries.dueOn,
      session: { id: cohortSteps.id, title: programmeSteps.title },
    })
    .from(sessionEntries)
    .innerJoin(cohortSteps, eq(cohortSteps.id, sessionEntries.cohortStepId))
    .innerJoin(programmeSteps, eq(programmeSteps.id, cohortSteps.stepId))
    .where(
      and(
        eq(sessionEntries.memberId, memberId),
        eq(sessionEntries.kind, "task"),
        eq(sessionEntries.done, false),
        isNull(cohortSteps.cancelledAt),
      ),
    )
    .orderBy(asc(cohortSteps.startsAt), asc(sessionEntries.id))
