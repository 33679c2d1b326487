import type { PdfBlock } from "../../../../server/kernel/pdf-blocks.ts"
import type { Texts } from "../../../texts/index.ts"

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
      ...(caption ? [{ kind: "paragraph", text: caption, look: "small", lang: "de" } as const] : []),
    ]),
  ]
}
