import { asc, eq, gt } from "drizzle-orm"
import type { Reader, Tx } from "../kernel/database.ts"
import { renderMarkdown } from "../kernel/markdown.ts"
import { type RenderedTexts, renewed } from "../kernel/rendering.ts"
import { announcements } from "./tables.ts"

const FIRST = "00000000-0000-0000-0000-000000000000"

export const renderedAnnouncements: RenderedTexts = {
  kind: "announcements",
  count: (reader: Reader) => reader.$count(announcements),
  async renew(tx: Tx, after, most) {
    const rows = await tx
      .select({ id: announcements.id, body: announcements.body })
      .from(announcements)
      .where(gt(announcements.id, after || FIRST))
      .orderBy(asc(announcements.id))
      .limit(most)
      .for("update")
    const kept: string[] = []
    for (const { id, body } of rows) {
      const html = renewed(() => renderMarkdown(body, "body"))
      if (html === null) kept.push(id)
      else await tx.update(announcements).set({ html }).where(eq(announcements.id, id))
    }
    const last = rows.at(-1)
    return last ? { last: last.id, done: rows.length, kept } : null
  },
}
