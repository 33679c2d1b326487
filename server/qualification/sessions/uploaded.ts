import { eq, sql } from "drizzle-orm"
import type { UploadedFiles } from "../../kernel/file-checking.ts"
import { touch } from "../../kernel/live.ts"
import { cohortMembers } from "../tables.ts"
import { sessionPhotos } from "./tables.ts"

/** The photos of sessions, for the virus scanner. */
export const uploadedPhotos: UploadedFiles = {
  ids: sql`select id from ${sessionPhotos}`,
  async find(reader, id) {
    const { name, cohortStepId, memberId } = sessionPhotos
    const [found] = await reader
      .select({ name, cohortStepId, uploaderId: cohortMembers.personId })
      .from(sessionPhotos)
      .leftJoin(cohortMembers, eq(cohortMembers.id, memberId))
      .where(eq(sessionPhotos.id, id))
    if (!found) return null
    return {
      name: found.name,
      uploaderId: found.uploaderId,
      address: `/termine/${found.cohortStepId}`,
      settled: async (tx) => touch(tx, "session", found.cohortStepId),
    }
  },
}
