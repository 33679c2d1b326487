import { asc, eq, gt } from "drizzle-orm"
import { FIRST_ID, type Reader, type Tx } from "../kernel/database.ts"
import { renderMarkdown } from "../kernel/markdown.ts"
import { type RenderedTexts, renewed, renewRows } from "../kernel/rendering.ts"
import { rulesEditions } from "./tables.ts"

export const renderedRules: RenderedTexts = {
  kind: "rules",
  count: (reader: Reader) => reader.$count(rulesEditions),
  async renew(tx: Tx, after, most) {
    const rows = await tx
      .select({ id: rulesEditions.id, body: rulesEditions.body })
      .from(rulesEditions)
      .where(gt(rulesEditions.id, after || FIRST_ID))
      .orderBy(asc(rulesEditions.id))
      .limit(most)
      .for("update")
    return renewRows(rows, async ({ id, body }) => {
      const html = renewed(() => renderMarkdown(body, "body"))
      if (html !== null) await tx.update(rulesEditions).set({ html }).where(eq(rulesEditions.id, id))
      return html !== null
    })
  },
}
