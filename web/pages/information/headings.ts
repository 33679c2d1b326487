import { plainText } from "../../../server/kernel/html-text.ts"

export type Heading = { id: string; title: string }

/** Gives the sections of rendered Markdown addresses: the names, one after the other, then plain numbers. */
export function withAnchors(html: string, names: readonly string[]): { html: string; headings: Heading[] } {
  const headings: Heading[] = []
  const anchored = html.replace(/<h2>(.*?)<\/h2>/g, (_tag, title: string) => {
    const id = names[headings.length] ?? `abschnitt-${headings.length + 1}`
    headings.push({ id, title: plainText(title, 120) })
    return `<h2 id="${id}">${title}</h2>`
  })
  return { html: anchored, headings }
}
