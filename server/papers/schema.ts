import { type Static, Type } from "typebox"
import { Closed, Day, Line, Nullable, Text } from "../kernel/schemas.ts"

/** Told apart in a comparison by its key, which stays when its words change. */
const FolderRow = Closed("FolderRow", {
  key: Line(300),
  cells: Type.Array(Text(10_000, 0), { minItems: 1, maxItems: 6 }),
})
const FolderPart = Closed("FolderPart", {
  title: Nullable(Line(200)),
  text: Text(100_000, 0),
  columns: Type.Array(Line(100), { maxItems: 6 }),
  widths: Type.Array(Type.Integer({ minimum: 1, maximum: 20 }), { maxItems: 6 }),
  rows: Type.Array(FolderRow, { maxItems: 1_000 }),
})
const FolderSection = Closed("FolderSection", {
  id: Type.String({ pattern: "^[a-z-]{1,40}$" }),
  title: Line(200),
  parts: Type.Array(FolderPart, { maxItems: 50 }),
})

/** The approval folder as programs read it: what its document is drawn from, and what a later one is compared with. */
export const ApprovalFolder = Closed("ApprovalFolder", {
  /** Of this description; a later one that reads otherwise has another. */
  format: Type.Literal(1),
  release: Line(50),
  releasedOn: Day,
  sections: Type.Array(FolderSection, { minItems: 1, maxItems: 50 }),
})
export type ApprovalFolder = Static<typeof ApprovalFolder>
export type FolderSection = Static<typeof FolderSection>
export type FolderPart = Static<typeof FolderPart>

const FolderChange = Closed("FolderChange", {
  section: Line(200),
  what: Text(500, 0),
  before: Nullable(Text(100_000, 0)),
  after: Nullable(Text(100_000, 0)),
})
export const FolderChanges = Closed("FolderChanges", {
  since: Line(50),
  sinceDay: Day,
  items: Type.Array(FolderChange),
})
export type FolderChanges = Static<typeof FolderChanges>
export type FolderChange = Static<typeof FolderChange>
