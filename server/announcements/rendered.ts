import { asc, eq, gt } from "drizzle-orm"
import type { Reader, Tx } from "../kernel/database.ts"
import { renderMarkdown } from "../kernel/markdown.ts"
import { FIRST_ID, type RenderedTexts, renewed, renewRows } from "../kernel/rendering.ts"
import { announcements } from "./tables.ts"

export const renderedAnnouncements: RenderedTexts = {
  kind: "announcements",
  count: (reader: Reader) => reader.$count(announcements),
  async renew(tx: Tx, after, most) {
    const rows = await tx
      .select({ id: announcements.id, body: announcements.body })
      .from(announcements)
      .where(gt(announcements.id, after || FIRST_ID))
      .orderBy(asc(announcements.id))
      .limit(most)
      .for("update")
    return renewRows(rows, async ({ id, body }) => {
      const html = renewed(() => renderMarkdown(body, "body"))
      if (html !== null) await tx.update(announcements).set({ html }).where(eq(announcements.id, id))
      return html !== null
    })
  },
}
