import { and, eq, inArray, isNull } from "drizzle-orm"
import type { Db, Tx } from "../../kernel/database.ts"
import type { FileStore } from "../../kernel/files.ts"
import { enqueue, type Jobs } from "../../kernel/jobs.ts"
import { cohortSteps } from "../tables.ts"
import { stepFiles } from "./tables.ts"

const QUEUE = "qualification.sheets"

/** The files of a cohort's steps, whose rows go with it: their keys come back. */
export async function filesIn(tx: Tx, cohortId: string): Promise<string[]> {
  const steps = tx.select({ id: cohortSteps.id }).from(cohortSteps).where(eq(cohortSteps.cohortId, cohortId))
  const found = await tx
    .select({ id: stepFiles.id })
    .from(stepFiles)
    .where(inArray(stepFiles.cohortStepId, steps))
  return found.map(({ id }) => id)
}

/** With a learner's enrolment their sheets become nobody's; as soon as that is durable, the files go. */
export const forgetSheets = (tx: Tx): Promise<void> => enqueue(tx, QUEUE, {})

export function sheetJob(jobs: Jobs, db: Db, files: FileStore): void {
  jobs.declare(QUEUE, () => sweepSheets(db, files))
}

/** Sheets that are nobody's any more. First the file, then the row, so that one that breaks off is found again. */
async function sweepSheets(db: Db, files: FileStore): Promise<void> {
  const gone = await db
    .select({ id: stepFiles.id })
    .from(stepFiles)
    .where(and(eq(stepFiles.kind, "sheet"), isNull(stepFiles.memberId)))
  for (const { id } of gone) {
    await files.remove(id)
    await db.delete(stepFiles).where(eq(stepFiles.id, id))
  }
}
