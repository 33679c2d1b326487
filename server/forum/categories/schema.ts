import { Type } from "typebox"
import { Choice, Closed, Id, Line, Named, Nullable } from "../../kernel/schemas.ts"
import { AUDIENCES, CATEGORY_KINDS } from "../tables.ts"

export const CategoryView = Closed("Category", {
  id: Id,
  parentId: Nullable(Id),
  kind: Choice(CATEGORY_KINDS, "CategoryKind"),
  name: Type.String(),
  description: Type.String(),
  guide: Type.String(),
  guideHtml: Type.String(),
  responsible: Nullable(Named),
  audience: Choice(AUDIENCES, "Audience"),
  departmentIds: Type.Array(Id),
  position: Type.Integer(),
  archived: Type.Boolean(),
  can: Closed({ post: Type.Boolean(), record: Type.Boolean() }),
})

/** What a category is to become; the whole of it, so that a draft can be seen as it will be. */
export const CategoryDraft = Closed("CategoryDraft", {
  parentId: Nullable(Id),
  kind: Choice(CATEGORY_KINDS, "CategoryKind"),
  name: Line(80, 2),
  description: Type.String({ maxLength: 400 }),
  guide: Type.String({ maxLength: 4000 }),
  responsibleId: Nullable(Id),
  audience: Choice(AUDIENCES, "Audience"),
  departmentIds: Type.Array(Id, { maxItems: 200 }),
  position: Type.Integer({ minimum: 0, maximum: 10_000 }),
  archived: Type.Boolean(),
})

/** A line of the structure as it will be: what is, what changes, and who drafted it. */
export const StructureLine = Closed("StructureLine", {
  id: Id,
  change: Choice(["none", "new", "changed"]),
  fields: CategoryDraft,
  current: Nullable(CategoryDraft),
  draftedBy: Nullable(Type.String()),
})
export const StructureView = Closed("Structure", {
  lines: Type.Array(StructureLine),
  changes: Type.Integer(),
  /** Of the draft as it is now; handed back with the release. */
  version: Type.String(),
  can: Closed({ draft: Type.Boolean(), release: Type.Boolean() }),
})
/** How many changes the releasing person saw, and (left out: whichever they are) the version of the draft. */
export const Release = Closed("StructureRelease", {
  changes: Type.Integer({ minimum: 1 }),
  version: Type.Optional(Type.String({ maxLength: 64 })),
})
