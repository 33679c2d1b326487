import type { Lang, Passage } from "./pdf-paper.ts"

/** A link whose text is its address. */
type Address = { href: string }

export type PdfBlock = PdfContent & {
  /** Of the whole block, where it is another than the document's. */
  lang?: Lang
}
type PdfContent =
  /** The first heading is the document's title; levels are not skipped. */
  | { kind: "heading"; level: 1 | 2 | 3; text: string }
  /** `lead`: larger, `small`: smaller and quieter, `strong`: bold. Breaks of lines are kept. */
  | { kind: "paragraph"; text: string | (string | Passage)[]; look?: "lead" | "small" | "strong" }
  /** `numbers` are those of the items, where they are not counted from 1. */
  | { kind: "list"; items: string[]; ordered?: boolean; numbers?: number[] }
  /** Names and values, as a table whose first column heads its rows. */
  | { kind: "facts"; facts: [name: string, value: string | Passage][] }
  /** `widths` are shares of the line, one per column. */
  | { kind: "table"; columns: string[]; rows: (string | Passage)[][]; widths?: number[] }
  /** PNG or JPEG; `width` in points (1/72 inch). `beside` stands to its right and is read after it. */
  | { kind: "image"; content: Buffer; alt: string; width: number; beside?: (string | Address)[] }
  | { kind: "link"; text: string; href: string }
  /** For the eye only. */
  | { kind: "rule" }
