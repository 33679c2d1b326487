import { createHash } from "node:crypto"
import { writePdf } from "../kernel/pdf.ts"
import type { PdfBlock } from "../kernel/pdf-blocks.ts"
import { pdfBlocksOf } from "../kernel/pdf-markdown.ts"
import type { ApprovalFolder, FolderChange, FolderChanges, FolderPart, FolderSection } from "./schema.ts"

const TITLE = "Zustimmungsmappe Fachforum"

/** The folder as a document (PDF/UA-1). The same folder gives the same bytes. */
export function folderPdf(folder: ApprovalFolder, changes: FolderChanges | null): Promise<Buffer> {
  const { release, releasedOn, sections } = folder
  return writePdf({
    title: `${TITLE}, Fassung ${release}`,
    lang: "de",
    footer: `${TITLE}, Fassung ${release} vom ${inGerman(releasedOn)}`,
    createdAt: new Date(`${releasedOn}T00:00:00Z`),
    blocks: [
      { kind: "heading", level: 1, text: TITLE },
      {
        kind: "facts",
        facts: [
          ["Fassung", `${release} vom ${inGerman(releasedOn)}`],
          ["Prüfsumme (SHA-256)", fingerprintOf(folder)],
        ],
      },
      {
        kind: "paragraph",
        text: "Diese Mappe entsteht aus dem Programm selbst. Die Prüfsumme ist die der Datei, die neben dieser Mappe liegt: Mit ihr lässt sich eine spätere Fassung vergleichen.",
      },
      { kind: "heading", level: 2, text: "Inhalt" },
      {
        kind: "list",
        ordered: true,
        items: [...(changes ? [changesTitle(changes)] : []), ...sections.map(({ title }) => title)],
      },
      ...(changes ? blocksOfChanges(changes) : []),
      ...sections.flatMap(blocksOfSection),
    ],
  })
}

/** What the file beside the document holds. */
export const folderJson = (folder: ApprovalFolder): string => `${JSON.stringify(folder, null, 1)}\n`

const fingerprintOf = (folder: ApprovalFolder): string =>
  createHash("sha256").update(folderJson(folder)).digest("hex")

const inGerman = (day: string) => day.split("-").toReversed().join(".")

function blocksOfSection({ title, parts }: FolderSection): PdfBlock[] {
  const isWide = parts.some(({ columns }) => columns.length > 3)
  return [
    { kind: "page", paper: isWide ? "a4-landscape" : "a4" },
    { kind: "heading", level: 2, text: title },
    ...parts.flatMap(blocksOfPart),
  ]
}

function blocksOfPart({ title, text, columns, widths, rows }: FolderPart): PdfBlock[] {
  return [
    ...(title ? [{ kind: "heading" as const, level: 3 as const, text: title }] : []),
    ...pdfBlocksOf(text).map(belowSections),
    ...(columns.length > 0
      ? [{ kind: "table" as const, columns, widths, rows: rows.map(({ cells }) => cells) }]
      : []),
  ]
}

/** The headings of a text stand below that of its section. */
const belowSections = (block: PdfBlock): PdfBlock =>
  block.kind === "heading" ? { ...block, level: 3 } : block

const changesTitle = ({ since, sinceDay }: FolderChanges) =>
  `Was sich seit der Fassung ${since} vom ${inGerman(sinceDay)} geändert hat`

function blocksOfChanges(changes: FolderChanges): PdfBlock[] {
  const sections = [...Map.groupBy(changes.items, ({ section }) => section)]
  return [
    { kind: "page", paper: "a4-landscape" },
    { kind: "heading", level: 2, text: changesTitle(changes) },
    ...(sections.length === 0
      ? [{ kind: "paragraph" as const, text: "Nichts: Die Mappe sagt dasselbe wie damals." }]
      : []),
    ...sections.flatMap(([section, items]): PdfBlock[] => [
      { kind: "heading", level: 3, text: section },
      { kind: "table", columns: ["Was", "Bisher", "Jetzt"], widths: [3, 5, 5], rows: items.map(rowOfChange) },
    ]),
  ]
}

const rowOfChange = ({ what, before, after }: FolderChange) => [
  what,
  before ?? "nicht vorhanden",
  after ?? "entfallen",
]
