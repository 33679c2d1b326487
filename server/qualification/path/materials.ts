import { and, asc, eq, ne } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import type { Reader } from "../../kernel/database.ts"
import { accessCohort } from "../policy.ts"
import { cohortSteps, programmeSteps } from "../tables.ts"

/** What each step is held with, in the order of the dates; impulses need nothing. For those who hold and attend them. */
export async function listMaterials(reader: Reader, actor: Actor, cohortId: string) {
  await accessCohort(reader, actor, cohortId, ["learner", "facilitator"])
  return reader
    .select({
      id: cohortSteps.id,
      title: programmeSteps.title,
      materials: programmeSteps.materials,
      features: programmeSteps.features,
    })
    .from(cohortSteps)
    .innerJoin(programmeSteps, eq(programmeSteps.id, cohortSteps.stepId))
    .where(and(eq(cohortSteps.cohortId, cohortId), ne(programmeSteps.kind, "impulse")))
    .orderBy(asc(cohortSteps.startsAt), asc(programmeSteps.position))
}
