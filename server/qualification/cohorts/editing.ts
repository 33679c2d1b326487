import { eq } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import { audit } from "../../kernel/audit.ts"
import { type Db, transact } from "../../kernel/database.ts"
import { Refusal } from "../../kernel/errors.ts"
import { accessCohortForChange } from "../policy.ts"
import { cohorts } from "../tables.ts"
import type { EditedCohort } from "./schema.ts"

/**
 * What the cohort is called and what for. Invitations that are out keep the former name. 409 `cohort.changed` when
 * somebody was faster; the same again changes nothing.
 */
export async function editCohort(db: Db, actor: Actor, id: string, input: EditedCohort): Promise<void> {
  await transact(db, async (tx) => {
    const { cohort } = await accessCohortForChange(tx, actor, id, ["facilitator"])
    const { name, mandateFrom, mandate, version } = cohort
    const edited = {
      name: input.name.trim(),
      mandateFrom: input.mandateFrom.trim(),
      mandate: input.mandate.trim(),
    }
    const former = { name, mandateFrom, mandate }
    const fields = (["name", "mandateFrom", "mandate"] as const).filter(
      (field) => edited[field] !== former[field],
    )
    if (fields.length === 0) return
    if (version !== input.version)
      throw new Refusal(409, "cohort.changed", undefined, { current: { ...former, version } })
    await tx
      .update(cohorts)
      .set({ ...edited, version: version + 1 })
      .where(eq(cohorts.id, id))
    // The fields only: what was replaced shall not live on in the log.
    await audit(tx, actor, {
      action: "cohort.edited",
      subjectType: "cohort",
      subjectId: id,
      detail: { fields },
    })
  })
}
