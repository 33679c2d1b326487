import type { Actor } from "../../../../server/kernel/actor.ts"
import { forbidden } from "../../../../server/kernel/errors.ts"
import { type AssessmentView, findRound } from "../../../../server/qualification/index.ts"
import type { Site } from "../../../site.tsx"

/** Before the faults of a form are told: is this one's to fill in? */
export async function sitAs(
  { db }: Site,
  actor: Actor,
  id: string,
  seats: AssessmentView["seat"][],
): Promise<void> {
  const { seat } = await findRound(db, actor, id)
  if (!seats.includes(seat)) throw forbidden()
}
