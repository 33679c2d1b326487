import { and, eq, isNull } from "drizzle-orm"
import type { LeavingPart } from "../../accounts/index.ts"
import { type Db, transact } from "../../kernel/database.ts"
import { now } from "../../kernel/time.ts"
import { removeCertificate } from "../certificates/deletion.ts"
import { certificates } from "../certificates/tables.ts"
import { cohortMembers } from "../tables.ts"
import { takeOut } from "./actions.ts"
import { forgetLearner } from "./forgetting.ts"

/** Whatever somebody learns goes, as when they leave a cohort; what they facilitated or managed stays without a name. */
export const qualificationLeaving: LeavingPart = {
  async leave({ db }, { id, certificates: fate }) {
    if (fate === "go") await deleteCertificates(db, id)
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

async function deleteCertificates(db: Db, holderId: string): Promise<void> {
  await transact(db, async (tx) => {
    const own = await tx.select().from(certificates).where(eq(certificates.holderId, holderId)).for("update")
    for (const certificate of own) await removeCertificate(tx, null, certificate)
  })
}
