import { eq } from "drizzle-orm"
import type { Actor } from "../../kernel/actor.ts"
import { type Db, transact } from "../../kernel/database.ts"
import { accessCohortForChange } from "../policy.ts"
import type { ChatLink } from "../schema.ts"
import { cohorts } from "../tables.ts"

/** Where the group meets in a chat of the installation's own; empty takes it away. */
export async function linkCohortChat(db: Db, actor: Actor, id: string, { link }: ChatLink): Promise<void> {
  await transact(db, async (tx) => {
    await accessCohortForChange(tx, actor, id, ["learner", "facilitator"])
    await tx.update(cohorts).set({ chatLink: link }).where(eq(cohorts.id, id))
  })
}
