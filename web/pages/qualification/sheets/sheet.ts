import { BOXES } from "../../../../server/kernel/pdf-blocks.ts"
import type { PaperSize } from "../../../../server/kernel/pdf-paper.ts"
import type { Feature } from "../../../../server/qualification/core.ts"
import type { CompetenceView } from "../../../../server/qualification/proof.ts"
import type { Ask } from "../../../form-pages.ts"
import type { Texts } from "../../../texts/index.ts"

export const SLUGS = [
  "erfahrungen",
  "arbeitsablauf",
  "lernprojekt",
  "telefonat-mit-der-it",
  "nutzungsregeln",
  "infoveranstaltung",
  "einwaende",
  "datenschutz",
  "einfuehrung",
  "was-bleibt",
  "vorbereitung",
] as const
export type Slug = (typeof SLUGS)[number]

/** What a sheet is called, and where the same is on the screen: for every page that leads to it. */
export type NamedSheet = {
  slug: Slug
  paper: PaperSize
  /** How programmes name it in the materials of a step. */
  named: RegExp
  /** The tool of a step that brings it along, named or not. */
  feature?: Feature
  /** Where the same is written on the screen, below the cohort. */
  place: string
  /** Managers, too, find what they may read of it. */
  forManagers?: boolean
}

/** What stands on a sheet, declared once: for the page and the PDF, empty and filled, in each language. */
export type Contents = {
  slug: Slug
  /** With the labels of the form on the screen. The competences are those that the cohort assesses. */
  fields: (t: Texts, competences: CompetenceView[]) => SheetField[]
  /** What is written of it, each for a sheet of its own. Refuses whoever may not read it where it is on the screen. */
  copies: (asked: Asked, cohortId: string) => Promise<Copy[]>
}
export type Sheet = NamedSheet & Contents
export type Asked = Pick<Ask, "db" | "actor" | "t" | "locale">

export type SheetField =
  /** What the fields below it belong to. */
  | { kind: "group"; label: string; text?: string }
  | LineField
  /** Room below the label: so many lines by hand. */
  | { kind: "text"; name: string; label: string; lines: number }
  /** To tick; where a text is written instead, it stands for the boxes. */
  | { kind: "boxes"; name: string; label: string; options: { value: string; label: string }[] }
  | TableField
  /** To be cut out, so many on an empty sheet. */
  | { kind: "cards"; fields: SheetField[]; count: number }
/** A few words beside their label. `ours`: in the language of the form, where others are those of people here. */
export type LineField = { kind: "line"; name: string; label: string; ours?: boolean }
export type TableField = {
  kind: "table"
  name: string
  label: string
  columns: { label: string; share: number; ours?: boolean }[]
  /** The rows of an empty sheet. */
  blank: string[][]
  /** Of a row, in lines by hand. */
  lines: number
}

/** What is written in the fields, by their names; what is missing stays room to write. */
export type Values = {
  texts?: Record<string, string>
  /** Of the texts that are written in Markdown: the same as pages show it. */
  html?: Record<string, string>
  boxes?: Record<string, readonly string[]>
  rows?: Record<string, string[][]>
  cards?: Values[]
}

/** `id`: of what is written, where there are several. `of`: whose it is, or which. `state`: how far it has come. */
export type Copy = { id: string | null; of?: string; state?: string; values: Values }

export const EMPTY: Values = {}

export type OtherField = Exclude<SheetField, LineField>

/** Lines that follow each other stand in one table. */
export function inParts(fields: SheetField[]): (LineField[] | OtherField)[] {
  const parts: (LineField[] | OtherField)[] = []
  for (const field of fields) {
    const last = parts.at(-1)
    if (field.kind !== "line") parts.push(field)
    else if (Array.isArray(last)) last.push(field)
    else parts.push([field])
  }
  return parts
}

export const hasGroups = (fields: SheetField[]) => fields.some(({ kind }) => kind === "group")

/** What stands in a table: its rows, or those of an empty sheet. */
export function rowsOf({ name, blank }: TableField, { rows }: Values): string[][] {
  const written = rows?.[name] ?? []
  return written.length > 0 ? written : blank
}

/** What stands on the cards: as many as are written, or as an empty sheet has. */
export const cardsOf = (count: number, { cards = [] }: Values): Values[] =>
  cards.length > 0 ? cards : Array.from({ length: count }, () => EMPTY)

export const box = (ticked: boolean) => (ticked ? BOXES.ticked : BOXES.empty)

export const blankRows = (columns: number, rows: number): string[][] =>
  Array.from({ length: rows }, () => Array.from({ length: columns }, () => ""))
