import type { Locale } from "../../kernel/actor.ts"
import type { Reader, Tx } from "../../kernel/database.ts"
import { renderMarkdown } from "../../kernel/markdown.ts"
import { type RenderedTexts, renewed } from "../../kernel/rendering.ts"
import { installation, type PageTexts, REPLACEABLE_PAGES } from "../tables.ts"

const ONLY = "installation"

/** The pages whose text the operator wrote: all in one row, so they are one step. */
export const renderedPages: RenderedTexts = {
  kind: "pages",
  async count(reader: Reader) {
    const [row] = await reader.select({ pages: installation.pages }).from(installation)
    return row ? textsOf(row.pages).length : 0
  },
  async renew(tx: Tx, after) {
    if (after === ONLY) return null
    const [row] = await tx.select({ pages: installation.pages }).from(installation).for("update")
    if (!row) return null
    const kept: string[] = []
    const pages = structuredClone(row.pages)
    for (const { page, locale, text } of textsOf(pages)) {
      const html = renewed(() => renderMarkdown(text, `pages.${page}.${locale}`, 2))
      if (html === null) kept.push(`${page} ${locale}`)
      else pages[page] = { ...pages[page], [locale]: { text, html } }
    }
    await tx.update(installation).set({ pages })
    return { last: ONLY, done: textsOf(pages).length, kept }
  },
}

function textsOf(pages: PageTexts) {
  return REPLACEABLE_PAGES.flatMap((page) =>
    (["de", "en"] as const satisfies Locale[]).flatMap((locale) => {
      const text = pages[page]?.[locale]?.text
      return text === undefined ? [] : [{ page, locale, text }]
    }),
  )
}
