import { asc, eq, gt } from "drizzle-orm"
import { FIRST_ID, type Reader, type Tx } from "../../kernel/database.ts"
import { renderMarkdown } from "../../kernel/markdown.ts"
import { type RenderedTexts, renewed, renewRows } from "../../kernel/rendering.ts"
import { events } from "./tables.ts"

/** No agenda is no text; the grammar would refuse it. */
export const renderAgenda = (agenda: string): string =>
  agenda.trim() === "" ? "" : renderMarkdown(agenda, "agenda")

export const renderedEvents: RenderedTexts = {
  kind: "events",
  count: (reader: Reader) => reader.$count(events),
  async renew(tx: Tx, after, most) {
    const rows = await tx
      .select({ id: events.id, agenda: events.agenda })
      .from(events)
      .where(gt(events.id, after || FIRST_ID))
      .orderBy(asc(events.id))
      .limit(most)
      .for("update")
    return renewRows(rows, async ({ id, agenda }) => {
      const html = renewed(() => renderAgenda(agenda))
      if (html !== null) await tx.update(events).set({ html }).where(eq(events.id, id))
      return html !== null
    })
  },
}
