import type { Lang, PaperSize, Passage } from "./pdf-paper.ts"

/** A link whose text is its address. */
type Address = { href: string }
/** Of a table to write in: a frame around each cell, and so many points of room in each row. */
type Ruled = number
type BoxItem = { box: Box; text: string }
/** To tick, and ticked. */
export const BOXES = { empty: "☐", ticked: "☒" } as const
type Box = (typeof BOXES)[keyof typeof BOXES]

export type PdfBlock = PdfContent & {
  /** Of the whole block, where it is another than the document's. */
  lang?: Lang
}
type PdfContent =
  /** The first heading is the document's title; levels are not skipped. `label`: as small as that of a field. */
  | { kind: "heading"; level: 1 | 2 | 3; text: string; look?: "label" }
  /** `lead`: larger, `small`: smaller and quieter, `strong`: bold. Breaks of lines are kept. */
  | { kind: "paragraph"; text: string | (string | Passage)[]; look?: "lead" | "small" | "strong" }
  /** `numbers` are those of the items, where they are not counted from 1. */
  | { kind: "list"; items: string[]; ordered?: boolean; numbers?: number[] }
  /** Names and values, as a table whose first column heads its rows. */
  | { kind: "facts"; facts: [name: string, value: string | Passage][]; ruled?: Ruled }
  /** `widths` are shares of the line, one per column. */
  | {
      kind: "table"
      columns: string[]
      rows: (string | Passage)[][]
      widths?: number[]
      ruled?: Ruled
    }
  /** PNG or JPEG; `width` in points (1/72 inch). `beside` stands to its right and is read after it. */
  | { kind: "image"; content: Buffer; alt: string; width: number; beside?: (string | Address)[] }
  | { kind: "link"; text: string; href: string }
  /** For the eye only. */
  | { kind: "rule" }
  /** Lines to write on by hand, kept on one page with the heading above them. For the eye only. */
  | { kind: "lines"; count: number }
  /** Boxes side by side, each with what it stands for. */
  | { kind: "boxes"; items: BoxItem[] }
  /** To be cut out, two in a row, each read by itself. */
  | { kind: "cards"; cards: PdfBlock[][] }
  /** A new page begins; it and those after it are of this paper. */
  | { kind: "page"; paper: PaperSize }
