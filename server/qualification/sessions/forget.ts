import { eq } from "drizzle-orm"
import type { Reader } from "../../kernel/database.ts"
import { cohortSteps } from "../tables.ts"
import { sessionPhotos } from "./tables.ts"

/** The keys of the photos of a cohort in the file store, which goes by no foreign key. */
export async function photosOf(reader: Reader, cohortId: string): Promise<string[]> {
  const photos = await reader
    .select({ id: sessionPhotos.id })
    .from(sessionPhotos)
    .innerJoin(cohortSteps, eq(cohortSteps.id, sessionPhotos.cohortStepId))
    .where(eq(cohortSteps.cohortId, cohortId))
  return photos.map(({ id }) => id)
}
