import { asc, eq, gt } from "drizzle-orm"
import { FIRST_ID, type Reader, type Tx } from "../kernel/database.ts"
import { renderMarkdown } from "../kernel/markdown.ts"
import { type RenderedTexts, renewed, renewRows } from "../kernel/rendering.ts"
import { announcementComments, announcements } from "./tables.ts"

export const renderedAnnouncements: RenderedTexts = renderedBodies("announcements", announcements)
export const renderedAnnouncementComments: RenderedTexts = renderedBodies(
  "announcement-comments",
  announcementComments,
)

function renderedBodies(
  kind: string,
  table: typeof announcements | typeof announcementComments,
): RenderedTexts {
  return {
    kind,
    count: (reader: Reader) => reader.$count(table),
    async renew(tx: Tx, after, most) {
      const rows = await tx
        .select({ id: table.id, body: table.body })
        .from(table)
        .where(gt(table.id, after || FIRST_ID))
        .orderBy(asc(table.id))
        .limit(most)
        .for("update")
      return renewRows(rows, async ({ id, body }) => {
        const html = renewed(() => renderMarkdown(body, "body"))
        if (html !== null) await tx.update(table).set({ html }).where(eq(table.id, id))
        return html !== null
      })
    },
  }
}
