import { placePictures } from "../../server/forum/index.ts"

/**
 * Sanitised HTML of a post, with its own pictures in place; where nothing was attached, none is loaded. Its headings start at `level` and never skip one; what is wide (tables, code)
 * comes in a frame that scrolls by itself.
 */
export function Prose({ html, level = 3, lang }: { html: string; level?: 2 | 3 | 4 | 5; lang?: string }) {
  const shown = nestHeadings(placePictures(html, []), level)
  return <div class="ff-prose" lang={lang} dangerouslySetInnerHTML={{ __html: shown }} />
}

export function nestHeadings(html: string, top: number): string {
  const open: number[] = []
  return html.replace(/<(\/?)h([1-6])\b/g, (_tag, slash: string, digit: string) => {
    const level = Number(digit)
    if (!slash) {
      while (open.length > 0 && (open.at(-1) ?? 0) >= level) open.pop()
      open.push(level)
    }
    return `<${slash}h${Math.min(top + open.length - 1, 6)}`
  })
}
