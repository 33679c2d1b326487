import { and, eq, isNull } from "drizzle-orm"
import type { LeavingPart } from "../../accounts/index.ts"
import { transact } from "../../kernel/database.ts"
import { now } from "../../kernel/time.ts"
import { removeCertificates } from "../certificates/deletion.ts"
import { certificates } from "../certificates/tables.ts"
import { cohortMembers } from "../tables.ts"
import { takeOut } from "./actions.ts"
import { forgetLearner } from "./forgetting.ts"

/** Whatever somebody learns goes, as when they leave a cohort; what they facilitated or managed stays without a name. */
export const qualificationLeaving: LeavingPart = {
  async leave({ db }, { id, certificates: fate }) {
    if (fate === "go") await transact(db, (tx) => removeCertificates(tx, null, eq(certificates.holderId, id)))
    const learning = and(eq(cohortMembers.personId, id), eq(cohortMembers.part, "learner"))
    for (const member of await db.select().from(cohortMembers).where(learning))
      await transact(db, async (tx) => {
        if (member.leftAt === null) await takeOut(tx, null, member)
        await forgetLearner(tx, member)
      })
    await db
      .update(cohortMembers)
      .set({ leftAt: now() })
      .where(and(eq(cohortMembers.personId, id), isNull(cohortMembers.leftAt)))
  },
}
