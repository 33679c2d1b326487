import { and, eq, inArray, isNull } from "drizzle-orm"
import type { Reader } from "../../kernel/database.ts"
import { listAssessed } from "../assessments/confirmed.ts"
import type { Cohort } from "../policy.ts"
import { attendances, cohortSteps, programmeSteps, programmes, type Requirement } from "../tables.ts"

/** What each of the learners still owes for the certificate; nothing is an empty list. */
export async function owedBy(
  reader: Reader,
  cohort: Pick<Cohort, "id" | "programmeId">,
  memberIds: string[],
): Promise<Map<string, Requirement[]>> {
  const [programme] = await reader
    .select({ requirements: programmes.requirements })
    .from(programmes)
    .where(eq(programmes.id, cohort.programmeId))
  const attended = await attendedBy(reader, cohort.id)
  const assessed = await listAssessed(reader, cohort.id)
  const isMet = (requirement: Requirement, memberId: string) => {
    if (requirement === "attendance") return attended(memberId)
    if (requirement === "assessment") return assessed.has(memberId)
    // What cannot be shown to be met is not met.
    return false
  }
  return new Map(
    memberIds.map((memberId) => [
      memberId,
      (programme?.requirements ?? []).filter((requirement) => !isMet(requirement, memberId)),
    ]),
  )
}

/** Every workshop and meeting that was not called off, unless it is voluntary. */
async function attendedBy(reader: Reader, cohortId: string): Promise<(memberId: string) => boolean> {
  const steps = await reader
    .select({ id: cohortSteps.id })
    .from(cohortSteps)
    .innerJoin(programmeSteps, eq(programmeSteps.id, cohortSteps.stepId))
    .where(
      and(
        eq(cohortSteps.cohortId, cohortId),
        isNull(cohortSteps.cancelledAt),
        eq(programmeSteps.voluntary, false),
        inArray(programmeSteps.kind, ["workshop", "meeting"]),
      ),
    )
  if (steps.length === 0) return () => true
  const stepIds = steps.map(({ id }) => id)
  const rows = await reader
    .select({ memberId: attendances.memberId, stepId: attendances.cohortStepId })
    .from(attendances)
    .where(
      and(inArray(attendances.cohortStepId, stepIds), inArray(attendances.state, ["present", "made-up"])),
    )
  const met = new Set(rows.map(({ memberId, stepId }) => `${memberId} ${stepId}`))
  return (memberId) => stepIds.every((stepId) => met.has(`${memberId} ${stepId}`))
}
