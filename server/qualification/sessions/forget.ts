import { eq, inArray } from "drizzle-orm"
import type { Tx } from "../../kernel/database.ts"
import { cohortSteps } from "../tables.ts"
import { timers } from "../timers/tables.ts"
import { sessionPhotos } from "./tables.ts"

/** What no foreign key takes along when a cohort goes: its timers, and the files of its photos, whose keys come back. */
export async function forgetSessions(tx: Tx, cohortId: string): Promise<string[]> {
  const steps = tx.select({ id: cohortSteps.id }).from(cohortSteps).where(eq(cohortSteps.cohortId, cohortId))
  await tx.delete(timers).where(inArray(timers.subjectId, steps))
  const photos = await tx
    .select({ id: sessionPhotos.id })
    .from(sessionPhotos)
    .where(inArray(sessionPhotos.cohortStepId, steps))
  return photos.map(({ id }) => id)
}
