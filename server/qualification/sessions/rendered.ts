import { asc, eq, gt } from "drizzle-orm"
import { FIRST_ID } from "../../kernel/database.ts"
import { htmlOf, renewEach } from "../../kernel/rendered.ts"
import { type RenderedTexts, renewRows } from "../../kernel/rendering.ts"
import { sessionMinutes } from "./tables.ts"

type Minutes = typeof sessionMinutes.$inferSelect

export const draftHtml = ({ body, html }: Minutes): string => htmlOf({ body }, html).body ?? ""
export const releasedHtml = ({ releasedBody, html }: Minutes): string =>
  htmlOf({ releasedBody }, html).releasedBody ?? ""

export const renderedMinutes: RenderedTexts = {
  kind: "minutes",
  count: (reader) => reader.$count(sessionMinutes),
  async renew(tx, after, most) {
    const { cohortStepId: id, body, releasedBody, html } = sessionMinutes
    const rows = await tx
      .select({ id, body, releasedBody, html })
      .from(sessionMinutes)
      .where(gt(id, after || FIRST_ID))
      .orderBy(asc(id))
      .limit(most)
      .for("update")
    return renewRows(rows, async ({ id: stepId, html: former, ...texts }) => {
      const { html, isKept } = renewEach(texts, former)
      await tx.update(sessionMinutes).set({ html }).where(eq(id, stepId))
      return !isKept
    })
  },
}
