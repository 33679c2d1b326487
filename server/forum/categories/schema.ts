import { Type } from "typebox"
import { Choice, Closed, Id, Line, Nullable } from "../../kernel/schemas.ts"
import { NamedView } from "../posts/schema.ts"
import { AUDIENCES, CATEGORY_KINDS } from "../tables.ts"

export const CategoryView = Closed({
  id: Id,
  parentId: Nullable(Id),
  kind: Choice(CATEGORY_KINDS),
  name: Type.String(),
  description: Type.String(),
  guide: Type.String(),
  guideHtml: Type.String(),
  responsible: Nullable(NamedView),
  audience: Choice(AUDIENCES),
  departmentIds: Type.Array(Id),
  position: Type.Integer(),
  archived: Type.Boolean(),
  can: Closed({ post: Type.Boolean(), record: Type.Boolean() }),
})

/** What a category is to become; the whole of it, so that a draft can be seen as it will be. */
export const CategoryDraft = Closed({
  parentId: Nullable(Id),
  kind: Choice(CATEGORY_KINDS),
  name: Line(80, 2),
  description: Type.String({ maxLength: 400 }),
  guide: Type.String({ maxLength: 4000 }),
  responsibleId: Nullable(Id),
  audience: Choice(AUDIENCES),
  departmentIds: Type.Array(Id, { maxItems: 200 }),
  position: Type.Integer({ minimum: 0, maximum: 10_000 }),
  archived: Type.Boolean(),
})

/** A line of the structure as it will be: what is, what changes, and who drafted it. */
export const StructureLine = Closed({
  id: Id,
  change: Choice(["none", "new", "changed"]),
  fields: CategoryDraft,
  current: Nullable(CategoryDraft),
  draftedBy: Nullable(Type.String()),
})
export const StructureView = Closed({
  lines: Type.Array(StructureLine),
  changes: Type.Integer(),
  /** Of the draft as it is now; handed back with the release. */
  version: Type.String(),
  can: Closed({ draft: Type.Boolean(), release: Type.Boolean() }),
})
/** How many changes the releasing person saw, and (left out: whichever they are) the version of the draft. */
export const Release = Closed({
  changes: Type.Integer({ minimum: 1 }),
  version: Type.Optional(Type.String({ maxLength: 64 })),
})
