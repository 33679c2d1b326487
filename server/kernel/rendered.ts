import { createHash } from "node:crypto"
import { renderMarkdown, showMarkdown } from "./markdown.ts"
import { renewed } from "./rendering.ts"

/** HTML, with the fingerprint of the Markdown that it was made of. */
type Rendered = { of: string; html: string }
/** What is stored beside the long texts of a row, by their names; an empty text has none. */
export type RenderedHtml = Record<string, Rendered>
type LongTexts = Record<string, string | null>

/** At saving. Refuses what cannot be rendered, with the name of the text as its field. */
export const renderEach = (texts: LongTexts): RenderedHtml =>
  eachFilled(texts, (text, name) => ({ of: fingerprintOf(text), html: renderMarkdown(text, name) }))

/**
 * At reading, which never refuses. A process of a former version changes texts without their HTML as long as it runs
 * beside this one: such a text is rendered here, until it is changed again or the job comes by.
 */
export const htmlOf = (texts: LongTexts, stored: RenderedHtml | null): Record<string, string> =>
  eachFilled(texts, (text, name) => {
    const known = stored?.[name]
    return known?.of === fingerprintOf(text) ? known.html : showMarkdown(text)
  })

/** By the job. What the grammar of today refuses keeps what is shown of it now. */
export function renewEach(
  texts: LongTexts,
  stored: RenderedHtml | null,
): { html: RenderedHtml; isKept: boolean } {
  let isKept = false
  const html = eachFilled(texts, (text, name) => {
    const made = renewed(() => renderMarkdown(text, name))
    if (made === null) isKept = true
    const former = () => htmlOf({ [name]: text }, stored)[name] ?? ""
    return { of: fingerprintOf(text), html: made ?? former() }
  })
  return { html, isKept }
}

function eachFilled<T>(texts: LongTexts, make: (text: string, name: string) => T): Record<string, T> {
  const made: Record<string, T> = {}
  for (const [name, text] of Object.entries(texts)) if (text?.trim()) made[name] = make(text, name)
  return made
}

const fingerprintOf = (text: string) => createHash("sha256").update(text).digest("base64url")
