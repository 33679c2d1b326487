import { and, eq, gt, inArray, isNull, notInArray, sql } from "drizzle-orm"
import { type Db, transact } from "../../kernel/database.ts"
import type { Jobs } from "../../kernel/jobs.ts"
import { now } from "../../kernel/time.ts"
import { tellInbox } from "../../notifications/index.ts"
import { personsOf } from "../queries.ts"
import { cohortSteps } from "../tables.ts"
import { consultingBallots, consultingTopics, consultingVotes } from "./tables.ts"
import { FEWEST_VOTERS } from "./topics.ts"

/** In the morning, for all votes of the day before: an entry at the moment of a vote would say whose it was. */
export function ballotJob(jobs: Jobs, db: Db): void {
  jobs.declare("qualification.ballots", () => tellBallots(db), "25 6 * * *")
}

/** Tells the facilitators of sessions that are to come where enough have voted for topics to close the ballot, once of each. */
export async function tellBallots(db: Db): Promise<void> {
  await transact(db, async (tx) => {
    const voted = tx
      .select({ id: consultingTopics.cohortStepId })
      .from(consultingTopics)
      .innerJoin(consultingVotes, eq(consultingVotes.topicId, consultingTopics.id))
      .groupBy(consultingTopics.cohortStepId)
      .having(sql`count(distinct ${consultingVotes.memberId}) >= ${FEWEST_VOTERS}`)
    const closed = tx.select({ id: consultingBallots.cohortStepId }).from(consultingBallots)
    const ready = await tx
      .update(cohortSteps)
      .set({ isTold: true })
      .where(
        and(
          eq(cohortSteps.isTold, false),
          gt(cohortSteps.endsAt, now()),
          isNull(cohortSteps.cancelledAt),
          inArray(cohortSteps.id, voted),
          notInArray(cohortSteps.id, closed),
        ),
      )
      .returning({ id: cohortSteps.id, cohortId: cohortSteps.cohortId })
    for (const { id, cohortId } of ready) {
      const facilitators = await personsOf(tx, cohortId, ["facilitator"])
      await tellInbox(tx, { notice: "qualification.ballot", subjectId: id, groupId: id }, facilitators)
    }
  })
}
