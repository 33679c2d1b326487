import type { PdfBlock } from "../../../../server/kernel/pdf.ts"
import type { Texts } from "../../../texts/index.ts"

/** Minutes are headings, lists and paragraphs; everything else of their Markdown is read as text. */
export function minutesBlocks(markdown: string): PdfBlock[] {
  const blocks: PdfBlock[] = []
  for (const part of markdown.split(/\n\s*\n/)) {
    let paragraph: string[] = []
    let items: string[] = []
    const settle = () => {
      if (paragraph.length > 0) blocks.push({ kind: "paragraph", text: paragraph.join("\n") })
      if (items.length > 0) blocks.push({ kind: "list", items })
      paragraph = []
      items = []
    }
    for (const line of part.split("\n")) {
      const heading = /^(#{1,6})\s+(.*)$/.exec(line)
      const item = /^\s*(?:[-*+]|\d+[.)])\s+(.*)$/.exec(line)
      if (heading) {
        settle()
        const level = (heading[1]?.length ?? 2) > 2 ? 3 : 2
        blocks.push({ kind: "heading", level, text: plainOf(heading[2] ?? "") })
      } else if (item) {
        if (paragraph.length > 0) settle()
        items.push(plainOf(item[1] ?? ""))
      } else if (items.length > 0 && line.trim() !== "") {
        items.push(`${items.pop()} ${plainOf(line)}`)
      } else if (line.trim() !== "") paragraph.push(plainOf(line))
    }
    settle()
  }
  return levelled(blocks)
}

/** A heading of the third level needs one of the second before it. */
function levelled(blocks: PdfBlock[]): PdfBlock[] {
  let hasSecond = false
  return blocks.map((block) => {
    if (block.kind !== "heading") return block
    if (block.level === 2) hasSecond = true
    return hasSecond ? block : { ...block, level: 2 }
  })
}

const plainOf = (text: string): string =>
  text
    .replace(/(?<!\\)\*\*(.+?)(?<!\\)\*\*/g, "$1")
    .replace(/\[([^\]]+)\]\(([^)\s]+)\)/g, "$1 ($2)")
    .replace(/\\([\\`*_[\]<>#|~])/g, "$1")
    .trim()

const WIDEST = 440
const HIGHEST = 520

type Photo = { caption: string; content: Buffer; width: number; height: number }

/** One below the other, each whole on its page; the caption is also what is read aloud. */
export function photoBlocks(t: Texts, photos: Photo[]): PdfBlock[] {
  const words = t.qualification.sessions.photos
  if (photos.length === 0) return []
  return [
    { kind: "heading", level: 2, text: words.title },
    ...photos.flatMap(({ caption, content, width, height }): PdfBlock[] => [
      {
        kind: "image",
        content,
        alt: words.alt(caption),
        width: Math.min(WIDEST, (HIGHEST * width) / height),
      },
      ...(caption ? [{ kind: "paragraph", text: caption, look: "small" } as const] : []),
    ]),
  ]
}
