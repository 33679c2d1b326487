import type { FolderPart, FolderSection } from "./schema.ts"

/** A table; `widths` are the shares of the line that its columns take. */
export const tablePart = (
  title: string | null,
  columns: string[],
  widths: number[],
  rows: FolderPart["rows"],
  text = "",
): FolderPart => ({ title, text, columns, widths, rows })

/** A text in Markdown. */
export const textPart = (text: string, title: string | null = null): FolderPart => ({
  title,
  text,
  columns: [],
  widths: [],
  rows: [],
})

export const sectionOf = (id: string, title: string, ...parts: FolderPart[]): FolderSection => ({
  id,
  title,
  parts,
})
