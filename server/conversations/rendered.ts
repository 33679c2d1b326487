import { asc, eq, gt } from "drizzle-orm"
import { FIRST_ID, type Reader, type Tx } from "../kernel/database.ts"
import { renderMarkdown } from "../kernel/markdown.ts"
import { type RenderedTexts, renewed, renewRows } from "../kernel/rendering.ts"
import { termsIn } from "./messages.ts"
import { conversationMessages } from "./tables.ts"

/** Their HTML, and what they are found by. */
export const renderedMessages: RenderedTexts = {
  kind: "conversation-messages",
  count: (reader: Reader) => reader.$count(conversationMessages),
  async renew(tx: Tx, after, most) {
    const rows = await tx
      .select({ id: conversationMessages.id, body: conversationMessages.body })
      .from(conversationMessages)
      .where(gt(conversationMessages.id, after || FIRST_ID))
      .orderBy(asc(conversationMessages.id))
      .limit(most)
      .for("update")
    return renewRows(rows, async ({ id, body }) => {
      const html = renewed(() => renderMarkdown(body, "body"))
      if (html !== null)
        await tx
          .update(conversationMessages)
          .set({ html, terms: termsIn(body) })
          .where(eq(conversationMessages.id, id))
      return html !== null
    })
  },
}
