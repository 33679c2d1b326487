import { asc, eq, gt, ne, sql } from "drizzle-orm"
import { FIRST_ID, type Reader, type Tx } from "../kernel/database.ts"
import { renderMarkdown } from "../kernel/markdown.ts"
import { type RenderedTexts, renewed, renewRows } from "../kernel/rendering.ts"
import { index } from "../search/index.ts"
import { takeApartAt } from "./mentions/names.ts"
import { mentions } from "./mentions/tables.ts"
import { render } from "./posts/rendering.ts"
import { categories, posts } from "./tables.ts"

export const renderedPosts: RenderedTexts = {
  kind: "posts",
  count: (reader: Reader) => reader.$count(posts),
  async renew(tx: Tx, after, most) {
    const rows = await tx
      .select({ id: posts.id, text: posts.text, html: posts.html, names })
      .from(posts)
      .where(gt(posts.id, after || FIRST_ID))
      .orderBy(asc(posts.id))
      .limit(most)
      .for("update")
    const changed: string[] = []
    const batch = await renewRows(rows, async ({ id, text, html: former, names }) => {
      const html = renewed(() => render(text, names.length > 0 ? takeApartAt(names) : undefined))
      if (html && !isSame(html, former)) {
        await tx.update(posts).set({ html }).where(eq(posts.id, id))
        changed.push(id)
      }
      return html !== null
    })
    if (changed.length > 0) await index(tx, changed)
    return batch
  },
}

/** Whom the post names. The table's name is written out: drizzle drops it in a select from one table. */
const names = sql<string[]>`array(select named.name from ${mentions} named
  where named.post_id = posts.id and named.name <> '')`

/** The database keeps the sections in an order of its own. */
const isSame = (one: Record<string, string>, other: Record<string, string>) =>
  Object.keys(one).length === Object.keys(other).length &&
  Object.keys(one).every((name) => one[name] === other[name])

export const renderedGuides: RenderedTexts = {
  kind: "categories",
  count: (reader: Reader) => reader.$count(categories, ne(categories.guide, "")),
  async renew(tx: Tx, after, most) {
    const rows = await tx
      .select({ id: categories.id, guide: categories.guide })
      .from(categories)
      .where(gt(categories.id, after || FIRST_ID))
      .orderBy(asc(categories.id))
      .limit(most)
      .for("update")
    const batch = await renewRows(rows, async ({ id, guide }) => {
      const guideHtml = renewed(() => renderMarkdown(guide, "guide"))
      if (guideHtml !== null) await tx.update(categories).set({ guideHtml }).where(eq(categories.id, id))
      return guideHtml !== null
    })
    return batch && { ...batch, done: rows.filter(({ guide }) => guide !== "").length }
  },
}
