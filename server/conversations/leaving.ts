import { eq, inArray } from "drizzle-orm"
import type { LeavingPart } from "../accounts/index.ts"
import { transact } from "../kernel/database.ts"
import { termsIn } from "./messages.ts"
import { removeFiles } from "./removing.ts"
import { conversationMessages } from "./tables.ts"

/** Messages stay for whoever they were written to, without the name, or go as other posts do. */
export const conversationsLeaving: LeavingPart = {
  async leave({ db, files }, { id, posts }) {
    if (posts === "stay") return
    await transact(db, async (tx) => {
      const own = eq(conversationMessages.authorId, id)
      await removeFiles(tx, files, own)
      await tx.delete(conversationMessages).where(own)
    })
  },

  /** They are found by the words that they hold now. */
  async rewritten(tx, table, ids) {
    if (table !== "conversation_messages") return
    const rows = await tx
      .select({ id: conversationMessages.id, body: conversationMessages.body })
      .from(conversationMessages)
      .where(inArray(conversationMessages.id, ids))
    for (const { id, body } of rows)
      await tx
        .update(conversationMessages)
        .set({ terms: termsIn(body) })
        .where(eq(conversationMessages.id, id))
  },
}
