import { eq, lte } from "drizzle-orm"
import { audit } from "../kernel/audit.ts"
import { type Db, transact } from "../kernel/database.ts"
import type { FileStore } from "../kernel/files.ts"
import type { Jobs } from "../kernel/jobs.ts"
import { today } from "../kernel/time.ts"
import { forgetInbox, forgetTrail } from "./audit-trail.ts"
import { filesIn } from "./files/forget.ts"
import { forgetLessons } from "./retrospectives/lessons.ts"
import { photosOf } from "./sessions/forget.ts"
import { cohorts } from "./tables.ts"
import { forgetTimers } from "./timer-subjects.ts"

const QUEUE = "qualification.forget"

export function forgetJob(jobs: Jobs, db: Db, files: FileStore): void {
  jobs.declare(QUEUE, () => forgetCohorts(db, files), "23 3 * * *")
}

/**
 * Deletes the cohorts whose day has come. Whatever belongs to one goes with it, because its foreign key says so
 * (`on delete cascade`); certificates and released lessons name it no longer. A test reads all foreign keys.
 */
export async function forgetCohorts(db: Db, files: FileStore): Promise<void> {
  const due = await db.select({ id: cohorts.id }).from(cohorts).where(lte(cohorts.deleteOn, today()))
  for (const { id } of due) {
    const stored = await transact(db, async (tx) => {
      const found = [...(await photosOf(tx, id)), ...(await filesIn(tx, id))]
      await forgetTimers(tx, id)
      await forgetTrail(tx, id)
      await forgetInbox(tx, id)
      await forgetLessons(tx, id)
      const gone = await tx.delete(cohorts).where(eq(cohorts.id, id)).returning({ id: cohorts.id })
      if (gone.length > 0)
        await audit(tx, null, { action: "cohort.deleted", subjectType: "cohort", subjectId: id })
      return found
    })
    for (const key of stored) await files.remove(key)
  }
}
