import { eq, sql } from "drizzle-orm"
import type { UploadedFiles } from "../../kernel/file-checking.ts"
import { touch } from "../../kernel/live.ts"
import { cohortMembers, cohortSteps, programmeSteps, type StepKind } from "../tables.ts"
import { stepFiles } from "./tables.ts"

/** What is handed out and handed in, for the virus scanner. */
export const uploadedStepFiles: UploadedFiles = {
  ids: sql`select id from ${stepFiles}`,
  async find(reader, id) {
    const [found] = await reader
      .select({ file: stepFiles, stepKind: programmeSteps.kind, uploaderId: cohortMembers.personId })
      .from(stepFiles)
      .innerJoin(cohortSteps, eq(cohortSteps.id, stepFiles.cohortStepId))
      .innerJoin(programmeSteps, eq(programmeSteps.id, cohortSteps.stepId))
      .leftJoin(cohortMembers, eq(cohortMembers.id, stepFiles.memberId))
      .where(eq(stepFiles.id, id))
    if (!found) return null
    const { name, kind, cohortStepId } = found.file
    return {
      name,
      uploaderId: found.uploaderId,
      address: `${PAGES[found.stepKind] ?? "/termine"}/${cohortStepId}#dateien`,
      settled: async (tx) => touch(tx, kind === "handout" ? "handouts" : "sheets", cohortStepId),
    }
  },
}

const PAGES: Partial<Record<StepKind, string>> = { impulse: "/lernimpulse", practice: "/praxisphasen" }
