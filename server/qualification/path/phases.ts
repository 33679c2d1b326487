import type { Actor } from "../../kernel/actor.ts"
import type { Reader } from "../../kernel/database.ts"
import { notFound } from "../../kernel/errors.ts"
import { listImpulses } from "../impulses/queries.ts"
import { accessCohortStep, guidanceFor, stepHtmlFor } from "../policy.ts"
import type { PhaseView } from "./schema.ts"

/** A practice phase with what it asks and brings along, for those who learn in it. Managers have no part in it. */
export async function findPhase(reader: Reader, actor: Actor, id: string): Promise<PhaseView> {
  const standing = await accessCohortStep(reader, actor, id, ["learner", "facilitator"])
  const { step, cohort } = standing
  if (step.step.kind !== "practice") throw notFound()
  const { title, contents, materials, tasks, features } = step.step
  const impulses = await listImpulses(reader, actor, cohort.id)
  return {
    id,
    cohort: { id: cohort.id, name: cohort.name },
    title,
    startsAt: step.startsAt.toISOString(),
    endsAt: step.endsAt.toISOString(),
    cancelled: step.cancelledAt !== null,
    contents,
    guidance: guidanceFor(standing, step.step),
    materials,
    tasks,
    html: stepHtmlFor(standing, step.step),
    features,
    impulses: impulses.filter(({ releaseAt }) => {
      const from = new Date(releaseAt)
      return from >= step.startsAt && from < step.endsAt
    }),
  }
}
