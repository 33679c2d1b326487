import { inArray, lt } from "drizzle-orm"
import { type Db, transact } from "../../kernel/database.ts"
import type { Jobs } from "../../kernel/jobs.ts"
import { DAY, now } from "../../kernel/time.ts"
import { eventAnswers, events } from "./tables.ts"

/** Chairs have been put away by then. */
const KEPT_DAYS = 7

export function answersJob(jobs: Jobs, db: Db): void {
  jobs.declare("qualification.event-answers", () => forgetAnswers(db), "57 3 * * *")
}

/** Who said that they come to an event that is over for a week. */
export async function forgetAnswers(db: Db): Promise<void> {
  await transact(db, async (tx) => {
    const over = tx
      .select({ id: events.id })
      .from(events)
      .where(lt(events.endsAt, new Date(now().getTime() - KEPT_DAYS * DAY)))
    await tx.delete(eventAnswers).where(inArray(eventAnswers.eventId, over))
  })
}
