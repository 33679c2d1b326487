import { asc, eq, gt, ne } from "drizzle-orm"
import type { Reader, Tx } from "../kernel/database.ts"
import { renderMarkdown } from "../kernel/markdown.ts"
import { type RenderedTexts, renewed } from "../kernel/rendering.ts"
import { index } from "../search/index.ts"
import { render } from "./posts/actions.ts"
import { categories, posts } from "./tables.ts"

const FIRST = "00000000-0000-0000-0000-000000000000"

export const renderedPosts: RenderedTexts = {
  kind: "posts",
  count: (reader: Reader) => reader.$count(posts),
  async renew(tx: Tx, after, most) {
    const rows = await tx
      .select({ id: posts.id, text: posts.text, html: posts.html })
      .from(posts)
      .where(gt(posts.id, after || FIRST))
      .orderBy(asc(posts.id))
      .limit(most)
      .for("update")
    const kept: string[] = []
    const changed: string[] = []
    for (const { id, text, html: former } of rows) {
      const html = renewed(() => render(text))
      if (!html) kept.push(id)
      else if (!isSame(html, former)) {
        await tx.update(posts).set({ html }).where(eq(posts.id, id))
        changed.push(id)
      }
    }
    if (changed.length > 0) await index(tx, changed)
    const last = rows.at(-1)
    return last ? { last: last.id, done: rows.length, kept } : null
  },
}

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
      .where(gt(categories.id, after || FIRST))
      .orderBy(asc(categories.id))
      .limit(most)
      .for("update")
    const kept: string[] = []
    for (const { id, guide } of rows) {
      const guideHtml = renewed(() => renderMarkdown(guide, "guide"))
      if (guideHtml === null) kept.push(id)
      else await tx.update(categories).set({ guideHtml }).where(eq(categories.id, id))
    }
    const last = rows.at(-1)
    const done = rows.filter(({ guide }) => guide !== "").length
    return last ? { last: last.id, done, kept } : null
  },
}
