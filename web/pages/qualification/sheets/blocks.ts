import type { PdfBlock } from "../../../../server/kernel/pdf-blocks.ts"
import { pdfBlocksOf } from "../../../../server/kernel/pdf-markdown.ts"
import type { Passage } from "../../../../server/kernel/pdf-paper.ts"
import type { Texts } from "../../../texts/index.ts"
import {
  box,
  type Copy,
  cardsOf,
  EMPTY,
  hasGroups,
  inParts,
  type LineField,
  type OtherField,
  rowsOf,
  type Sheet,
  type SheetField,
  type TableField,
  type Values,
} from "./sheet.ts"

/** Of a line by hand, in points. */
const HAND = 24

/** One sheet of paper, or as many as its contents need, in the language of whoever prints it. */
export function sheetBlocks(
  t: Texts,
  { sheet, fields, cohort }: { sheet: Sheet; fields: SheetField[]; cohort: string },
  copy: Copy | null,
): PdfBlock[] {
  const words = t.qualification.sheets
  const ours = copy ? copy.state : words.hints[sheet.slug]
  return [
    { kind: "page", paper: sheet.paper },
    { kind: "heading", level: 1, text: words.titles[sheet.slug] },
    {
      kind: "paragraph",
      look: "small",
      text: [german(cohort), ...(copy?.of ? [german(` · ${copy.of}`)] : []), ...(ours ? [` · ${ours}`] : [])],
    },
    ...fieldBlocks(fields, copy?.values ?? EMPTY),
  ]
}

/** What people here wrote is German in whatever language the labels are. */
const german = (text: string): Passage => ({ text, lang: "de" })
const written = (text: string, ours: boolean | undefined) => (ours || text === "" ? text : german(text))

function fieldBlocks(fields: SheetField[], values: Values): PdfBlock[] {
  const level = hasGroups(fields) ? 3 : 2
  return inParts(fields).flatMap((part) =>
    Array.isArray(part) ? [factsOf(part, values)] : blocksOf(part, values, level),
  )
}

const factsOf = (lines: LineField[], { texts }: Values): PdfBlock => ({
  kind: "facts",
  ruled: HAND,
  facts: lines.map(({ name, label, ours }) => [label, written(texts?.[name] ?? "", ours)]),
})

function blocksOf(field: OtherField, values: Values, level: 2 | 3): PdfBlock[] {
  if (field.kind === "group")
    return [
      { kind: "heading", level: 2, text: field.label },
      ...(field.text ? [{ kind: "paragraph", look: "small", text: field.text } as const] : []),
    ]
  else if (field.kind === "cards")
    return [
      { kind: "cards", cards: cardsOf(field.count, values).map((card) => fieldBlocks(field.fields, card)) },
    ]
  const label: PdfBlock[] = field.label ? [{ kind: "heading", level, look: "label", text: field.label }] : []
  if (field.kind === "text") return [...label, ...textBlocks(field, values)]
  else if (field.kind === "boxes") return [...label, ...boxBlocks(field, values)]
  else return [...label, tableBlock(field, values)]
}

/** Markdown as it reads, other words as they are, and lines where nothing is written. */
function textBlocks(
  { name, lines }: Extract<SheetField, { kind: "text" }>,
  { texts, html }: Values,
): PdfBlock[] {
  const text = texts?.[name]?.trim()
  if (!text) return [{ kind: "lines", count: lines }]
  else if (html?.[name]) return pdfBlocksOf(text).map(belowLabel)
  else return [{ kind: "paragraph", text, lang: "de" }]
}

/** Headings of a text stand below the label of its field. */
const belowLabel = (block: PdfBlock): PdfBlock =>
  block.kind === "heading" ? { ...block, level: 3, look: "label", lang: "de" } : { ...block, lang: "de" }

function boxBlocks(
  { name, options }: Extract<SheetField, { kind: "boxes" }>,
  { texts, boxes }: Values,
): PdfBlock[] {
  const text = texts?.[name]
  if (text !== undefined) return text ? [{ kind: "paragraph", text }] : []
  const ticked = boxes?.[name] ?? []
  return [
    {
      kind: "boxes",
      items: options.map(({ value, label }) => ({ box: box(ticked.includes(value)), text: label })),
    },
  ]
}

function tableBlock(field: TableField, values: Values): PdfBlock {
  const { columns, lines } = field
  return {
    kind: "table",
    columns: columns.map(({ label }) => label),
    widths: columns.map(({ share }) => share),
    ruled: lines * HAND,
    rows: rowsOf(field, values).map((cells) =>
      cells.map((cell, index) => written(cell, columns[index]?.ours)),
    ),
  }
}
