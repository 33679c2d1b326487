import { asc, eq, sum } from "drizzle-orm"
import { people } from "../../accounts/index.ts"
import type { Actor } from "../../kernel/actor.ts"
import type { Reader } from "../../kernel/database.ts"
import { checkOf } from "../../kernel/file-checks.ts"
import { compareNames } from "../../kernel/order.ts"
import type { FileCheck } from "../../kernel/tables.ts"
import { enrolmentOf, isPart } from "../policy.ts"
import { cohortMembers } from "../tables.ts"
import { accessFiledStep, mayRemoveFile, maySeeFile, type StepFile } from "./policy.ts"
import type { StepFilesView } from "./schema.ts"
import { stepFiles } from "./tables.ts"

/** The files of a step that the person may open: hand-outs as they came, sheets in the order of their learners. */
export async function listStepFiles(reader: Reader, actor: Actor, stepId: string): Promise<StepFilesView> {
  const step = await accessFiledStep(reader, actor, stepId)
  const rows = await reader
    .select({
      file: stepFiles,
      check: checkOf(stepFiles.id),
      learner: people.displayName,
      leftAt: cohortMembers.leftAt,
    })
    .from(stepFiles)
    .leftJoin(cohortMembers, eq(cohortMembers.id, stepFiles.memberId))
    .leftJoin(people, eq(people.id, cohortMembers.personId))
    .where(eq(stepFiles.cohortStepId, stepId))
    .orderBy(asc(stepFiles.id))
  const seen = rows.filter((row) => maySeeFile(step, row))
  const shown = ({ file, check }: { file: StepFile; check: FileCheck }) => {
    const { id, name, caption, image, bytes } = file
    return { id, name, caption, image, bytes, check, can: { remove: mayRemoveFile(step, file) } }
  }
  return {
    handouts: seen.filter(({ file }) => file.kind === "handout").map(shown),
    sheets: seen
      .filter(({ file }) => file.kind === "sheet")
      .map((row) => ({ ...shown(row), learner: row.learner ?? "" }))
      .toSorted((one, other) => compareNames(one.learner, other.learner)),
    can: { handOut: isPart(step, "facilitator"), handIn: enrolmentOf(step) !== undefined },
  }
}

/** What a person keeps in files of steps, in bytes. */
export async function stepFileBytes(reader: Reader, personId: string): Promise<number> {
  const [kept] = await reader
    .select({ bytes: sum(stepFiles.bytes) })
    .from(stepFiles)
    .innerJoin(cohortMembers, eq(cohortMembers.id, stepFiles.memberId))
    .where(eq(cohortMembers.personId, personId))
  return Number(kept?.bytes ?? 0)
}
